//! What a click comes to, with an answer or without.

use rebadge::renewal::{Age, End, Moment, Outcome, note, renew};
use rebadge::sonar::Failure;
use stand_in::{Fault, FaultKind, Profile};

use super::desk::{Desk, PAYMENTS, finish, subject, token_of};
use super::{RENEW, TOKEN, ada, click, status};

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
    let mut told = None;
    let note = async |end: End<'_>| {
        if let End::Click(_, outcome) = end {
            told = Some(outcome.clone());
        }
    };
    let outcome = finish(renew(&desk, &order, note));
    assert_eq!(outcome, Outcome::NotRenewed(Failure::Storage));
    assert_eq!(told, Some(outcome), "and it is told to who notes it");
    assert_eq!(desk.posts(), 0);
}
