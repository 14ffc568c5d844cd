//! Pages that are closed, answers that get lost, a server that refuses, people
//! who sign out, click and renew, in any order: in the end the record says of
//! every project what the stand-in did.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod deeds;
#[path = "../desk/mod.rs"]
mod desk;
#[path = "../floor/mod.rs"]
mod floor;
mod life;

use deeds::{deed, fault};
use desk::finish;
use floor::{Floor, LOGIN, Word, key, page, work};
use life::{Clicks, life};
use proptest::prelude::*;
use rebadge::record::Ending;
use rebadge::renewal::{Clock, Subject, note};
use rebadge::rotation::{ItemState, Run, RunOrder, RunState};
use rebadge::sonar::read_badge_token;

const PROJECTS: usize = 5;

fn check(floor: &Floor, order: &RunOrder, clicks: &Clicks, ended: bool) {
    let record = floor.record();
    for number in 0..PROJECTS {
        let project = key(number);
        let (of_run, of_clicks): (Vec<_>, Vec<_>) = record
            .iter()
            .filter(|entry| entry.project == project.as_str())
            .partition(|entry| entry.run.is_some());
        assert!(of_run.len() <= 1, "one entry a project: {of_run:?}");
        let by_popups = clicks.get(&number).copied().unwrap_or_default();
        let ours = floor.renewals(number) - by_popups;
        let cloud = floor.desk.cloud.borrow();
        let by_others = cloud.project(project.as_str()).unwrap().renewed_by_others;
        // A click that the run found open, and wrote down for the popup.
        let renewed = of_clicks.iter().filter(|it| it.ending == Ending::Renewed);
        assert!(
            renewed.count() <= by_popups as usize,
            "not clicked: {of_clicks:?}"
        );
        let Some(entry) = of_run.first() else {
            assert!(!ended, "{project} is forgotten");
            assert_eq!(ours, 0, "{project} was renewed and is not in the record");
            continue;
        };
        assert_eq!(entry.run, Some(order.begun));
        assert_eq!(entry.login.as_deref(), Some(LOGIN));
        match entry.ending {
            Ending::Renewed => assert_eq!(ours, 1, "{entry:?}"),
            Ending::RenewedElsewhere => {
                assert_eq!(ours, 0, "{entry:?}");
                assert!(by_popups + by_others > 0, "{entry:?}");
            }
            Ending::NotRenewed => assert_eq!(ours, 0, "{entry:?}"),
            Ending::Unknown => assert!(ours <= 1, "{entry:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_project_is_renewed_once_or_said_not_to_be(
        known in prop::collection::vec(any::<bool>(), PROJECTS),
        deeds in prop::collection::vec((0..60_u8, deed()), 0..14),
        picks in prop::collection::vec(0..8_usize, 1..40),
        stopped in prop::bool::weighted(0.2),
    ) {
        let mut floor = Floor::new(PROJECTS);
        for (number, known) in known.into_iter().enumerate() {
            if known {
                let token = finish(read_badge_token(&floor, &key(number))).unwrap();
                let subject = Subject { instance: desk::INSTANCE, project: key(number) };
                finish(note(&floor, &subject, &token, floor.now()));
            }
        }
        floor.desk.pass(1_000);
        let order = floor.begin(PROJECTS);
        let mut deeds = deeds.into_iter();
        let mut picks = picks.into_iter().cycle();
        let mut clicks = Clicks::new();
        let mut lives = 0;
        loop {
            let going_on = deeds.len() > 0;
            let (_, run) = life(&mut floor, &mut deeds, &mut picks, &mut clicks).unwrap();
            for (_, item) in run.items() {
                if let ItemState::Ended(step) = item {
                    prop_assert!(step.ended, "an end is in the record");
                }
            }
            if run.state() == RunState::Finished || stopped && !going_on {
                break;
            }
            lives += 1;
            prop_assert!(lives < 60, "it comes to an end: {:?}", run.state());
            floor.desk.pass(400_000);
            if !going_on {
                floor.desk.cloud.borrow_mut().clear_faults();
            }
        }
        floor.close(&order).unwrap();
        check(&floor, &order, &clicks, !stopped);
        prop_assert!(floor.open().is_none(), "a run that is over is not kept");
    }

    #[test]
    fn two_that_do_the_same_run_renew_each_project_once(
        picks in prop::collection::vec(0..16_usize, 1..60),
        faults in prop::collection::vec(fault(), 0..4),
    ) {
        // Nothing but the lock on each project holds them apart.
        let floor = Floor::new(PROJECTS);
        floor.minds.set(false);
        let order = floor.begin(PROJECTS);
        for fault in faults {
            floor.desk.cloud.borrow_mut().add_fault(fault);
        }
        let (mut first, mut second) = (Run::begin(&order), Run::begin(&order));
        let mut picks = picks.into_iter().cycle();
        page(&floor, &order, &mut first, |_| {
            // Every other piece of work the second does a while, and is closed.
            let mut pieces = picks.next().unwrap();
            second = Run::begin(&order);
            page(&floor, &order, &mut second, |_| {
                if pieces == 0 {
                    return Word::Close;
                }
                pieces -= 1;
                Word::GoOn(pieces)
            });
            Word::GoOn(picks.next().unwrap())
        });
        for number in 0..PROJECTS {
            prop_assert!(floor.renewals(number) <= 1);
        }
        // What is left over does not stop whoever goes on.
        floor.desk.cloud.borrow_mut().clear_faults();
        floor.desk.pass(400_000);
        let (order, entries) = floor.open().unwrap();
        let mut third = Run::resume(&order, &entries);
        work(&floor, &order, &mut third);
        prop_assert_eq!(third.state(), RunState::Finished);
        for number in 0..PROJECTS {
            prop_assert!(floor.renewals(number) <= 1);
        }
    }
}
