//! Other windows, other people, and tokens that were read earlier.

use rebadge::renewal::{Age, Clock, Moment, Order, Outcome, note, recall};
use rebadge::token::BadgeToken;
use stand_in::{Fault, Profile};

use super::desk::{Desk, PAYMENTS, finish, subject, token_of};
use super::{RENEW, ada, status};

#[test]
fn the_second_of_two_windows_shows_the_first_ones_outcome() {
    let desk = ada();
    let (first, second) = (desk.order(PAYMENTS), desk.order(PAYMENTS));
    let renewed = desk.renew(&first);
    let token = token_of(&renewed).unwrap().clone();
    let outcome = desk.renew(&second);
    assert_eq!(outcome, Outcome::RenewedElsewhere(token));
    assert_eq!(desk.posts(), 1);
}

#[test]
fn the_second_window_of_who_cannot_read_sends_nothing_either() {
    let desk = Desk::new(Profile::CloudFull, "cy");
    let (first, second) = (desk.order(PAYMENTS), desk.order(PAYMENTS));
    desk.renew(&first);
    assert_eq!(desk.renew(&second), Outcome::RenewedUnreadable);
    assert_eq!(desk.posts(), 1);
}

#[test]
fn a_second_click_after_the_first_ones_outcome_renews_again() {
    let desk = ada();
    let first = desk.order(PAYMENTS);
    desk.renew(&first);
    let second = desk.order(PAYMENTS);
    assert!(matches!(desk.renew(&second), Outcome::Renewed(_)));
    assert_eq!(desk.renewals(PAYMENTS), 2);
}

#[test]
fn a_refusal_that_meets_another_token_is_somebody_elses_renewal() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.cloud.borrow_mut().renew_behind_the_back(PAYMENTS);
    desk.cloud
        .borrow_mut()
        .add_fault(Fault::new(RENEW, status(403)));
    let outcome = desk.renew(&order);
    assert!(
        matches!(outcome, Outcome::RenewedElsewhere(_)),
        "{outcome:?}"
    );
    assert_eq!(desk.renewals(PAYMENTS), 0);
}

#[test]
fn an_old_token_noted_late_does_not_hide_the_renewal() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.renew(&order);
    let old = order.seen.clone().unwrap();
    let noted = finish(note(&desk, &order.subject, &old, order.since));
    assert_eq!(noted, None, "it was read before the renewal");
    let new = desk.order(PAYMENTS).seen.unwrap();
    let age = finish(note(&desk, &order.subject, &new, Moment(desk.now.get())));
    assert!(matches!(age, Some(Age::Renewed(_))), "{age:?}");
}

#[test]
fn a_renewal_by_who_may_not_read_the_token_is_remembered_by_its_time() {
    let desk = Desk::new(Profile::CloudFull, "cy");
    let subject = subject(PAYMENTS);
    assert_eq!(finish(recall(&desk, &subject)), None);
    let order = Order {
        subject: subject.clone(),
        seen: None,
        since: desk.now(),
    };
    assert_eq!(desk.renew(&order), Outcome::RenewedUnreadable);
    let age = finish(recall(&desk, &subject));
    assert_eq!(age, Some(Age::Renewed(desk.now())));
}

#[test]
fn a_token_read_for_the_first_time_after_its_renewal_is_that_one_and_no_later_one() {
    let desk = Desk::new(Profile::CloudFull, "cy");
    let order = Order {
        subject: subject(PAYMENTS),
        seen: None,
        since: desk.now(),
    };
    desk.renew(&order);
    let renewed = desk.now();
    desk.pass(1_000);
    let seen = |fill: &str| {
        let token = BadgeToken::try_from(fill.repeat(40)).unwrap();
        finish(note(&desk, &subject(PAYMENTS), &token, desk.now()))
    };
    assert_eq!(seen("a"), Some(Age::Renewed(renewed)));
    assert_eq!(seen("a"), Some(Age::Renewed(renewed)));
    let later = seen("b");
    assert_ne!(later, Some(Age::Renewed(renewed)), "somebody else's");
}
