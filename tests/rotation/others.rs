//! What others do to a project while a run is open: popups, and renewals.

use rebadge::record::{renew_noted, settle_noted};
use rebadge::renewal::recall;

use super::left::{closed_after, reopened};
use super::*;

/// Somebody opens the popup of a project, which finds out what was left open.
fn popup_opens(floor: &Floor, subject: &Subject) {
    finish(settle_noted(floor, subject, owner().organization.as_ref()));
}

#[test]
fn what_others_do_between_two_pages_does_not_make_the_run_forget() {
    for pieces in 0..40 {
        let (floor, _) = closed_after(1, pieces);
        let ours = floor.renewals(0);
        let mut cloud = floor.desk.cloud.borrow_mut();
        cloud.renew_behind_the_back(key(0).as_str());
        drop(cloud);
        floor.desk.pass(60_000);
        let subject = Subject {
            instance: desk::INSTANCE,
            project: key(0),
        };
        popup_opens(&floor, &subject);
        let token = finish(read_badge_token(&floor, &key(0))).unwrap();
        finish(note(&floor, &subject, &token, floor.now()));
        let step = reopened(&floor);
        assert!(floor.renewals(0) <= 1, "closed after {pieces}");
        assert!(
            ours == 0 || step.ending != Ending::NotRenewed,
            "closed after {pieces}"
        );
        assert_eq!(floor.record().len(), 1);
    }
}

#[test]
fn a_popup_that_may_not_read_the_new_token_leaves_the_run_what_it_knows() {
    for pieces in 0..40 {
        let (floor, _) = closed_after(1, pieces);
        let without = reopened(&floor).ending;
        let (floor, _) = closed_after(1, pieces);
        for path in [TOKEN, "/api/navigation/component"] {
            let refused = Fault::new(path, status(403));
            floor.desk.cloud.borrow_mut().add_fault(refused);
        }
        let subject = subject(key(0).as_str());
        popup_opens(&floor, &subject);
        floor.desk.cloud.borrow_mut().clear_faults();
        let told = finish(recall(&floor, &subject));
        assert!(
            floor.renewals(0) > 0 || told.is_none(),
            "closed after {pieces}"
        );
        assert_eq!(reopened(&floor).ending, without, "closed after {pieces}");
    }
}

#[test]
fn somebody_elses_renewal_since_the_run_began_counts() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let popup = rebadge::renewal::Order {
        subject: Subject {
            instance: desk::INSTANCE,
            project: key(0),
        },
        seen: finish(read_badge_token(&floor, &key(0))).ok(),
        since: floor.now(),
    };
    floor.desk.pass(1_000);
    finish(rebadge::renewal::renew(&floor, &popup, async |_| {}));
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    let progress = run.progress();
    assert_eq!((progress.renewed, progress.renewed_elsewhere), (1, 1));
    assert_eq!((floor.renewals(0), floor.renewals(1)), (1, 1));
}

#[test]
fn what_cannot_be_told_of_somebody_elses_renewal_is_no_doubt_of_this_run() {
    let floor = Floor::new(1);
    let order = floor.begin(1);
    let popup = rebadge::renewal::Order {
        subject: subject(key(0).as_str()),
        seen: finish(read_badge_token(&floor, &key(0))).ok(),
        since: floor.now(),
    };
    floor.desk.pass(1_000);
    for (path, kind) in [(RENEW, FaultKind::Drop), (TOKEN, status(503))] {
        floor
            .desk
            .cloud
            .borrow_mut()
            .add_fault(Fault::new(path, kind));
    }
    finish(rebadge::renewal::renew(&floor, &popup, async |_| {}));
    assert!(floor.is_open(0));
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    let progress = run.progress();
    assert_eq!((progress.not_renewed, progress.unknown), (1, 0));
    assert_eq!(floor.desk.posts(), 1, "the popup's alone");
}

#[test]
fn a_renewal_of_a_closed_popup_that_a_run_finds_is_in_the_record_too() {
    let floor = Floor::new(1);
    let popup = rebadge::renewal::Order {
        subject: subject(key(0).as_str()),
        seen: finish(read_badge_token(&floor, &key(0))).ok(),
        since: floor.now(),
    };
    {
        let mut click = std::pin::pin!(renew_noted(&floor, &popup, || None));
        while floor.desk.posts() == 0 {
            assert!(desk::abandon(click.as_mut(), 1).is_none());
        }
    }
    assert!(floor.is_open(0) && floor.record().is_empty());
    floor.desk.pass(60_000);
    let order = floor.begin(1);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    let entries = floor.record();
    let told: Vec<_> = entries.iter().map(|it| (it.run, it.ending)).collect();
    assert_eq!(
        told,
        [
            (None, Ending::Renewed),
            (Some(order.begun), Ending::Renewed)
        ]
    );
    assert_eq!(
        floor.renewals(0),
        2,
        "what was renewed before is renewed again"
    );
}
