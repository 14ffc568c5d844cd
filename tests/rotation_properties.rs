//! Pages that are closed, answers that get lost, a server that refuses, people
//! who sign out, click and renew, in any order: in the end the record says of
//! every project what the stand-in did.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;
mod floor;

use std::collections::BTreeMap;

use desk::finish;
use floor::{Floor, LOGIN, RENEW, TOKEN, Word, key, page, work};
use proptest::prelude::*;
use rebadge::record::Ending;
use rebadge::renewal::{Clock, Order, Subject, note, renew, settle};
use rebadge::rotation::{ItemState, Run, RunEvent, RunOrder, RunState};
use rebadge::sonar::{Loss, read_badge_token};
use stand_in::{Fault, FaultKind, RetryAfter};

const PROJECTS: usize = 5;

#[derive(Debug, Clone)]
enum Deed {
    Fault(Fault),
    SignOut,
    /// Another administrator renews.
    Elsewhere(usize),
    /// The store is full from now on.
    Full,
    /// Nothing is reached from now on.
    Gone(Loss),
    /// The clock is set back by an hour.
    ClockBack,
    Say(RunEvent),
    /// The page is closed, and somebody opens popups before the next: each looks
    /// what became of an open renewal, and clicks Renew or not.
    Close(Vec<(usize, bool)>),
}

fn kind() -> impl Strategy<Value = (FaultKind, bool)> {
    let status = |status, seconds: Option<u32>| FaultKind::Status {
        status,
        body: None,
        retry_after: seconds.map(RetryAfter::Seconds),
        cloudflare: false,
    };
    // What leaves doubt may come before or after the server has acted; a plain
    // refusal comes before.
    let doubtful = prop_oneof![
        Just(FaultKind::Drop),
        Just(FaultKind::Hang),
        Just(FaultKind::Html),
        Just(FaultKind::Truncated),
        prop::sample::select(vec![500, 502, 503, 504])
            .prop_flat_map(move |code| prop::option::of(0..90_u32)
                .prop_map(move |seconds| status(code, seconds))),
    ];
    prop_oneof![
        4 => (doubtful, any::<bool>()),
        2 => prop::option::of(0..400_u32).prop_map(move |seconds| (status(429, seconds), false)),
        1 => prop::sample::select(vec![400, 401, 403, 404])
            .prop_map(move |code| (status(code, None), false)),
        1 => (0..12_000_u64).prop_map(|ms| (FaultKind::Delay { ms }, false)),
    ]
}

fn fault() -> impl Strategy<Value = Fault> {
    let path = prop::sample::select(vec![RENEW, RENEW, TOKEN]);
    let about = prop::option::of(0..PROJECTS);
    (path, kind(), about, 1..8_u32).prop_map(|(path, (kind, after), about, times)| {
        let fault = Fault::new(path, kind).times(times);
        let fault = if after { fault.after_acting() } else { fault };
        match about {
            Some(number) => fault.about(key(number).as_str()),
            None => fault,
        }
    })
}

fn deed() -> impl Strategy<Value = Deed> {
    let popups = prop::collection::vec((0..PROJECTS, prop::bool::weighted(0.3)), 0..3);
    prop_oneof![
        6 => fault().prop_map(Deed::Fault),
        5 => popups.prop_map(Deed::Close),
        1 => Just(Deed::SignOut),
        2 => (0..PROJECTS).prop_map(Deed::Elsewhere),
        1 => Just(Deed::Full),
        1 => prop::sample::select(vec![Loss::TabGone, Loss::Navigated, Loss::Offline])
            .prop_map(Deed::Gone),
        1 => Just(Deed::ClockBack),
        1 => Just(Deed::Say(RunEvent::Pause)),
        1 => Just(Deed::Say(RunEvent::Woke)),
    ]
}

/// What popups renewed, by the stand-in's count.
type Clicks = BTreeMap<usize, u32>;

/// Somebody opens a popup on a project between two pages of the run.
fn popup(floor: &Floor, number: usize, click: bool, clicks: &mut Clicks) {
    let project = key(number);
    let subject = Subject {
        instance: desk::INSTANCE,
        project: project.clone(),
    };
    let before = floor.renewals(number);
    finish(settle(floor, &subject));
    assert_eq!(floor.renewals(number), before, "settling posts nothing");
    let since = floor.now();
    let seen = finish(read_badge_token(floor, &project)).ok();
    if let Some(token) = &seen {
        finish(note(floor, &subject, token, since));
    }
    floor.desk.pass(1_000);
    if click {
        let order = Order {
            subject,
            seen,
            since,
        };
        finish(renew(floor, &order));
        *clicks.entry(number).or_default() += floor.renewals(number) - before;
    }
}

/// One page from its opening until it is closed, or the run needs a person.
fn life(
    floor: &mut Floor,
    deeds: &mut impl Iterator<Item = (u8, Deed)>,
    picks: &mut impl Iterator<Item = usize>,
    clicks: &mut Clicks,
) -> Option<(RunOrder, Run)> {
    let (order, entries) = floor.open()?;
    let mut run = Run::resume(&order, &entries);
    let mut next = deeds.next();
    let mut popups = Vec::new();
    let mut pieces = 0_u32;
    page(floor, &order, &mut run, |_| {
        pieces += 1;
        assert!(pieces < 20_000, "a page comes to an end");
        if let Some((wait, deed)) = &mut next {
            if *wait > 0 {
                *wait -= 1;
                return Word::GoOn(picks.next().unwrap());
            }
            let deed = deed.clone();
            let closes = matches!(deed, Deed::Close(_));
            next = if closes { None } else { deeds.next() };
            match deed {
                Deed::Fault(fault) => floor.desk.cloud.borrow_mut().add_fault(fault),
                Deed::SignOut => floor.desk.cloud.borrow_mut().sign_everyone_out(),
                Deed::Elsewhere(number) => {
                    let project = key(number);
                    let mut cloud = floor.desk.cloud.borrow_mut();
                    cloud.renew_behind_the_back(project.as_str());
                }
                Deed::Full => floor.desk.full.set(true),
                Deed::Gone(loss) => floor.gone.set(Some(loss)),
                Deed::ClockBack => floor.set_back(3_600_000),
                Deed::Say(event) => return Word::Say(event),
                Deed::Close(them) => {
                    popups = them;
                    return Word::Close;
                }
            }
        }
        Word::GoOn(picks.next().unwrap())
    });
    // Who opens the page anew has put right what was wrong.
    floor.gone.set(None);
    floor.desk.full.set(false);
    floor.sign_in();
    if !popups.is_empty() {
        floor.desk.pass(400_000);
        floor.minds.set(false);
        for (number, click) in popups {
            popup(floor, number, click, clicks);
        }
        floor.desk.pass(400_000);
        floor.minds.set(true);
    }
    Some((order, run))
}

fn check(floor: &Floor, order: &RunOrder, clicks: &Clicks, ended: bool) {
    let record = floor.record();
    for number in 0..PROJECTS {
        let project = key(number);
        let mut entries = record
            .iter()
            .filter(|entry| entry.project == project.as_str());
        let entry = entries.next();
        assert_eq!(entries.next(), None, "one entry a project");
        let by_popups = clicks.get(&number).copied().unwrap_or_default();
        let ours = floor.renewals(number) - by_popups;
        let cloud = floor.desk.cloud.borrow();
        let by_others = cloud.project(project.as_str()).unwrap().renewed_by_others;
        let Some(entry) = entry else {
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
