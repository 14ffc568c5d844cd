//! Clicks, faults, closed popups and other people, in any order: what a person
//! is told is what the stand-in did.

use proptest::prelude::*;
use rebadge::renewal::{Outcome, Settled, renew};
use rebadge::token::BadgeToken;
use stand_in::{Fault, FaultKind, Profile};

use super::desk::{Desk, PAYMENTS, abandon};

#[derive(Debug, Clone)]
enum Deed {
    /// Opens a popup and clicks Renew; the popup is closed at that point, and
    /// the next ones look what became of it. Somebody else may renew between
    /// the popup's opening and the click.
    Click {
        fault: Option<Fault>,
        points: usize,
        meddled: bool,
    },
    /// Somebody else renews.
    Elsewhere,
    /// Time passes.
    Wait(i64),
}

fn kind() -> impl Strategy<Value = FaultKind> {
    prop_oneof![
        Just(FaultKind::Drop),
        Just(FaultKind::Hang),
        Just(FaultKind::Html),
        Just(FaultKind::Truncated),
        (0..12_000_u64).prop_map(|ms| FaultKind::Delay { ms }),
        prop::sample::select(vec![401, 403, 404, 429, 500, 502, 503, 504]).prop_map(|status| {
            FaultKind::Status {
                status,
                body: None,
                retry_after: None,
                cloudflare: false,
            }
        }),
    ]
}

fn fault() -> impl Strategy<Value = Fault> {
    let path = prop::sample::select(vec!["renew_token", "token"]);
    (path, kind(), any::<bool>(), 1..3_u32).prop_map(|(path, kind, after, times)| {
        let fault = Fault::new(&format!("/api/project_badges/{path}"), kind).times(times);
        if after { fault.after_acting() } else { fault }
    })
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (
            prop::option::of(fault()),
            prop_oneof![1..30_usize, Just(usize::MAX)],
            prop::bool::weighted(0.2),
        )
            .prop_map(|(fault, points, meddled)| Deed::Click { fault, points, meddled }),
        1 => Just(Deed::Elsewhere),
        1 => (0..30_000_i64).prop_map(Deed::Wait),
    ]
}

/// One click, and the popups after it until something is told.
fn click(desk: &Desk, fault: Option<Fault>, points: usize, meddled: bool) {
    // A popup that opens looks first what became of an earlier one's renewal.
    desk.settle(PAYMENTS);
    let order = desk.order(PAYMENTS);
    if meddled {
        desk.cloud.borrow_mut().renew_behind_the_back(PAYMENTS);
    }
    let (before, posts) = (desk.renewals(PAYMENTS), desk.posts());
    if let Some(fault) = fault {
        desk.cloud.borrow_mut().add_fault(fault);
    }
    let outcome = abandon(renew(desk, &order, async |_| {}), points);
    desk.cloud.borrow_mut().clear_faults();
    let sent = desk.posts() - posts;
    assert!(sent <= 1, "one click is one request");
    let renewed = desk.renewals(PAYMENTS) - before;
    let is_new = |token: &BadgeToken| {
        assert_eq!(Some(token.expose()), desk.real_token(PAYMENTS).as_deref());
        assert_ne!(Some(token), order.seen.as_ref());
        assert!(renewed == 1 || meddled, "nobody has renewed it");
    };
    match &outcome {
        Some(Outcome::Renewed(token) | Outcome::RenewedElsewhere(token)) => is_new(token),
        Some(Outcome::RenewedUnread(_) | Outcome::RenewedUnreadable) => assert_eq!(renewed, 1),
        Some(Outcome::NotRenewed(_)) => assert_eq!(renewed, 0),
        Some(Outcome::Unknown(_)) | None => match desk.settle(PAYMENTS) {
            Some(Settled::Renewed(token)) => is_new(&token),
            Some(Settled::NotRenewed(_)) => assert_eq!(renewed, 0),
            Some(other) => panic!("{other:?} without any fault"),
            // Closed before anything was begun, or after all was written down.
            None => assert_eq!(sent, renewed as usize),
        },
    }
    let after = desk.renewals(PAYMENTS) - before;
    assert_eq!(after, renewed, "looking posts nothing");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_is_what_was_done(deeds in prop::collection::vec(deed(), 1..8)) {
        let desk = Desk::new(Profile::CloudFull, "ada");
        for deed in deeds {
            match deed {
                Deed::Click { fault, points, meddled } => click(&desk, fault, points, meddled),
                Deed::Elsewhere => {
                    desk.cloud.borrow_mut().renew_behind_the_back(PAYMENTS);
                }
                Deed::Wait(milliseconds) => desk.pass(milliseconds),
            }
        }
    }
}
