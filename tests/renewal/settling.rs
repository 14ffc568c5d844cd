//! A renewal that was left open, and what the next popup makes of it.

use rebadge::renewal::{Outcome, Settled, renew};
use rebadge::sonar::{Failure, Loss};
use serde_json::json;
use stand_in::{Fault, FaultKind};

use super::desk::{Desk, INSTANCE, PAYMENTS, abandon};
use super::{RENEW, TOKEN, ada, click, status};

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
            let told = abandon(renew(&desk, &order, async |_| {}), points);
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
        abandon(renew(&desk, &order, async |_| {}), points);
    }
    assert_eq!(desk.posts(), 0);
    assert!(matches!(
        desk.settle(PAYMENTS),
        Some(Settled::NotRenewed(_))
    ));
    assert!(desk.now.get() - before >= rebadge::renewal::PATIENCE);
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
fn a_damaged_time_makes_nobody_wait() {
    for at in [i64::MIN, i64::MAX] {
        let desk = ada();
        let name = format!("intent {} {PAYMENTS}", INSTANCE.base_url());
        let intent = json!({ "old": null, "at": at });
        desk.records.borrow_mut().insert(name, intent);
        let before = desk.now.get();
        let settled = desk.settle(PAYMENTS);
        assert!(
            matches!(settled, Some(Settled::Incomparable(_))),
            "{settled:?}"
        );
        assert!(desk.now.get() - before < 1_000);
    }
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
