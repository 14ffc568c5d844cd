//! One renewal, exactly once, whatever becomes of the answer.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use desk::{Desk, PAYMENTS, abandon, finish, subject, token_of};
use rebadge::renewal::{Age, Moment, Outcome, Settled, note, renew};
use rebadge::sonar::{Failure, Loss};
use stand_in::{Fault, FaultKind, Profile};

const RENEW: &str = "/api/project_badges/renew_token";
const TOKEN: &str = "/api/project_badges/token";

fn ada() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

fn status(status: u16) -> FaultKind {
    FaultKind::Status {
        status,
        body: None,
        retry_after: None,
        cloudflare: false,
    }
}

/// What a click says when the request meets a fault, and how often the token
/// was really renewed.
fn click(fault: Fault) -> (Outcome, u32, Desk) {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.cloud.borrow_mut().add_fault(fault);
    let outcome = desk.renew(&order);
    let renewals = desk.renewals(PAYMENTS);
    assert!(desk.posts() <= 1, "one click is one request");
    (outcome, renewals, desk)
}

#[test]
fn a_click_renews_once_and_hands_over_the_new_token() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    let outcome = desk.renew(&order);
    let token = token_of(&outcome).unwrap().expose().to_owned();
    assert_eq!(Some(token), desk.real_token(PAYMENTS));
    assert_eq!((desk.renewals(PAYMENTS), desk.posts()), (1, 1));
}

#[test]
fn nothing_is_left_in_the_journal_after_a_renewal_and_no_token_is_stored() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.renew(&order);
    let records = format!("{:?}", desk.records.borrow());
    assert!(!records.contains("intent"), "{records}");
    for token in [
        order.seen.unwrap().expose(),
        &desk.real_token(PAYMENTS).unwrap(),
    ] {
        assert!(!records.contains(token), "a token is stored");
    }
}

#[test]
fn an_answer_lost_after_the_server_acted_is_renewed() {
    for kind in [FaultKind::Drop, status(500), status(504), FaultKind::Html] {
        let (outcome, renewals, _) = click(Fault::new(RENEW, kind.clone()).after_acting());
        assert!(matches!(outcome, Outcome::Renewed(_)), "{kind:?}");
        assert_eq!(renewals, 1, "{kind:?}");
    }
}

#[test]
fn an_answer_lost_before_the_server_acted_is_not_renewed() {
    for kind in [FaultKind::Drop, status(500), status(503), FaultKind::Html] {
        let (outcome, renewals, _) = click(Fault::new(RENEW, kind.clone()));
        assert!(matches!(outcome, Outcome::NotRenewed(_)), "{kind:?}");
        assert_eq!(renewals, 0, "{kind:?}");
    }
}

#[test]
fn a_refusal_is_told_by_its_kind() {
    let cases = [
        (403, Failure::NoAdminister),
        (404, Failure::NotOffered),
        (405, Failure::NotOffered),
        (429, Failure::RateLimited { retry_after: None }),
        (400, Failure::Refused { status: 400 }),
        // Somebody is signed in, so it is the session that was refused.
        (401, Failure::SessionRefused),
    ];
    for (code, failure) in cases {
        let (outcome, renewals, _) = click(Fault::new(RENEW, status(code)));
        assert_eq!(outcome, Outcome::NotRenewed(failure), "{code}");
        assert_eq!(renewals, 0, "{code}");
    }
}

#[test]
fn who_is_signed_out_in_the_middle_is_told_so() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.cloud.borrow_mut().sign_everyone_out();
    let outcome = desk.renew(&order);
    assert_eq!(outcome, Outcome::NotRenewed(Failure::NotSignedIn));
    assert_eq!(desk.renewals(PAYMENTS), 0);
}

#[test]
fn a_renewed_token_that_cannot_be_read_says_so() {
    let (outcome, renewals, desk) = click(Fault::new(TOKEN, status(503)));
    let expected = Outcome::RenewedUnread(Failure::Server { status: 503 });
    assert_eq!((outcome, renewals), (expected, 1));
    // Read at last, it counts as renewed here, and not by somebody else.
    desk.cloud.borrow_mut().clear_faults();
    let token = desk.order(PAYMENTS).seen.unwrap();
    let age = finish(note(
        &desk,
        &subject(PAYMENTS),
        &token,
        Moment(desk.now.get()),
    ));
    assert!(matches!(age, Some(Age::Renewed(_))), "{age:?}");
}

#[test]
fn an_administrator_without_browse_renews_and_cannot_read() {
    let desk = Desk::new(Profile::CloudFull, "cy");
    let order = desk.order(PAYMENTS);
    assert!(order.seen.is_none());
    assert_eq!(desk.renew(&order), Outcome::RenewedUnreadable);
    assert_eq!((desk.renewals(PAYMENTS), desk.posts()), (1, 1));
}

#[test]
fn nothing_is_sent_while_nothing_can_be_written_down() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    desk.full.set(true);
    assert_eq!(desk.renew(&order), Outcome::NotRenewed(Failure::Storage));
    assert_eq!(desk.posts(), 0);
}

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
fn a_renewal_that_timed_out_is_settled_later_either_way() {
    let (outcome, _, desk) = click(Fault::new(RENEW, FaultKind::Hang).times(1));
    let loss = Loss::Timeout;
    let timeout = Failure::Lost { loss, sent: true };
    assert_eq!(outcome, Outcome::NotRenewed(timeout));
    // The server was slow, and acts after all.
    desk.cloud.borrow_mut().renew_behind_the_back(PAYMENTS);
    let settled = desk.settle(PAYMENTS);
    assert!(matches!(settled, Some(Settled::Renewed(_))), "{settled:?}");
    assert_eq!(desk.settle(PAYMENTS), None, "it is told once");
}

#[test]
fn a_popup_closed_at_any_point_is_settled_truthfully_by_the_next() {
    let faults = [
        None,
        Some(Fault::new(RENEW, FaultKind::Drop)),
        Some(Fault::new(RENEW, FaultKind::Drop).after_acting()),
        Some(Fault::new(RENEW, status(503)).after_acting()),
        Some(Fault::new(TOKEN, FaultKind::Drop)),
    ];
    for fault in &faults {
        for points in 0..40 {
            let desk = ada();
            let order = desk.order(PAYMENTS);
            let old = order.seen.clone().unwrap();
            if let Some(fault) = fault {
                desk.cloud.borrow_mut().add_fault(fault.clone());
            }
            let told = abandon(renew(&desk, &order), points);
            desk.cloud.borrow_mut().clear_faults();
            let renewed = desk.renewals(PAYMENTS);
            let at = format!("{fault:?}, closed at point {points}");
            if told.is_none() {
                match desk.settle(PAYMENTS) {
                    Some(Settled::Renewed(token)) => {
                        assert_eq!(renewed, 1, "{at}");
                        assert_ne!(token, old, "{at}");
                    }
                    Some(Settled::NotRenewed(token)) => {
                        assert_eq!(renewed, 0, "{at}");
                        assert_eq!(token, old, "{at}");
                    }
                    // Nothing was begun yet, or all was written down already.
                    None => assert!(desk.posts() == 0 || renewed == 1, "{at}"),
                    other => panic!("{other:?}, {at}"),
                }
            }
            assert!(desk.posts() <= 1, "{at}");
            assert_eq!(
                desk.renewals(PAYMENTS),
                renewed,
                "settling posts nothing: {at}"
            );
        }
    }
}

#[test]
fn settling_waits_for_a_request_that_may_still_be_on_its_way() {
    let desk = ada();
    let order = desk.order(PAYMENTS);
    // Closed as soon as the intent is written: nothing was sent.
    let before = desk.now.get();
    let is_written = |desk: &Desk| {
        let records = desk.records.borrow();
        records.keys().any(|name| name.contains("intent"))
    };
    for points in 0..40 {
        if is_written(&desk) {
            break;
        }
        desk.records.borrow_mut().clear();
        desk.now.set(before);
        abandon(renew(&desk, &order), points);
    }
    assert_eq!(desk.posts(), 0);
    assert!(matches!(
        desk.settle(PAYMENTS),
        Some(Settled::NotRenewed(_))
    ));
    assert!(desk.now.get() - before >= rebadge::renewal::PATIENCE);
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
fn a_renewal_nobody_can_look_into_any_more_does_not_block_the_next() {
    let (outcome, _, desk) = click(Fault::new(RENEW, FaultKind::Hang).times(1));
    assert!(matches!(outcome, Outcome::NotRenewed(_)), "{outcome:?}");
    let order = desk.order(PAYMENTS);
    desk.cloud
        .borrow_mut()
        .add_fault(Fault::new(TOKEN, status(403)));
    let before = desk.now.get();
    assert_eq!(desk.renew(&order), Outcome::RenewedUnreadable);
    // The first one had its time all the same.
    assert!(desk.now.get() - before >= 1_000);
}

#[test]
fn a_clock_set_back_does_not_make_anybody_wait() {
    let (_, _, desk) = click(Fault::new(RENEW, FaultKind::Hang).times(1));
    let before = desk.now.get() - 86_400_000;
    desk.now.set(before);
    let settled = desk.settle(PAYMENTS);
    assert!(
        matches!(settled, Some(Settled::NotRenewed(_))),
        "{settled:?}"
    );
    assert!(desk.now.get() - before < 1_000);
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
