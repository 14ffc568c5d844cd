//! A rotation run: its plan, its pace, when it pauses, and how it goes on.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;
mod floor;

use desk::finish;
use floor::{Floor, LOGIN, RENEW, TOKEN, Word, key, owner, page, work};
use rebadge::record::Ending;
use rebadge::renewal::{Clock, Locks, Moment, Store, Subject, note};
use rebadge::rotation::{
    Candidate, ItemState, Obstacle, Pace, Pause, Plan, Run, RunEffect, RunEvent, RunOrder,
    RunState, RunTrouble, Step, begin_run, forget_run, open_run,
};
use rebadge::sonar::{Failure, Loss, read_badge_token};
use stand_in::{Fault, FaultKind, RetryAfter};

const NOW: Moment = Moment(1_764_000_000_000);

fn later(milliseconds: i64) -> Moment {
    Moment(NOW.0 + milliseconds)
}

fn status(status: u16) -> FaultKind {
    FaultKind::Status {
        status,
        body: None,
        retry_after: None,
        cloudflare: false,
    }
}

fn wait_for(seconds: u32) -> FaultKind {
    FaultKind::Status {
        status: 429,
        body: None,
        retry_after: Some(RetryAfter::Seconds(seconds)),
        cloudflare: false,
    }
}

fn order(projects: usize) -> RunOrder {
    RunOrder::new(NOW, (0..projects).map(key).collect())
}

/// A step that came to this, and is over or not.
fn step(ending: Ending, failure: impl Into<Option<Failure>>, ended: bool) -> Step {
    Step {
        ending,
        failure: failure.into(),
        token: None,
        ended,
    }
}

fn renewed() -> Step {
    step(Ending::Renewed, None, true)
}

fn put_back(failure: Failure) -> Step {
    step(Ending::NotRenewed, failure, false)
}

/// The projects whose step an update asks for, and the wake.
fn asked(effects: &[RunEffect]) -> (usize, Option<u32>) {
    let steps = effects
        .iter()
        .filter(|effect| matches!(effect, RunEffect::Step { .. }));
    let wake = effects.iter().find_map(|effect| match effect {
        RunEffect::Wake { after } => Some(*after),
        RunEffect::Step { .. } => None,
    });
    (steps.count(), wake)
}

fn stepped(run: &mut Run, number: usize, step: Step) -> (usize, Option<u32>) {
    asked(&run.update(RunEvent::Stepped(key(number), step), NOW, 0.0))
}

/// A run under way.
fn going(projects: usize) -> Run {
    let mut run = Run::begin(&order(projects));
    let first = run.update(RunEvent::Resume, NOW, 0.0);
    assert_eq!(asked(&first).0, projects.min(2), "two at first");
    run
}

#[test]
fn a_plan_says_what_will_happen_and_what_cannot() {
    let candidate = |number, needs_token, may_administer| Candidate {
        project: key(number),
        needs_token,
        may_administer,
    };
    let chosen = || {
        [
            candidate(0, true, Some(true)),
            candidate(1, true, None),
            candidate(2, true, Some(false)),
            candidate(3, false, Some(true)),
        ]
    };
    let plan = Plan::of(chosen(), true);
    assert_eq!(plan.renew, [key(0), key(1)]);
    let cannot = [
        (key(2), Obstacle::NoAdminister),
        (key(3), Obstacle::NoTokenNeeded),
    ];
    assert_eq!(plan.cannot, cannot);
    // Two projects, two requests each, two at once.
    assert_eq!((plan.seconds(1_000), plan.seconds(100)), (2, 1));
    let plan = Plan::of(chosen(), false);
    assert!(plan.renew.is_empty());
    assert!(
        plan.cannot
            .iter()
            .all(|(_, why)| *why == Obstacle::NotOffered)
    );
    assert_eq!(plan.seconds(1_000), 0);
}

#[test]
fn the_pace_follows_the_server() {
    let mut pace = Pace::default();
    assert_eq!(pace.allowed(), 2);
    for allowed in [3, 4, 5, 6, 7, 8, 8] {
        pace.speed_up(NOW);
        assert_eq!(pace.allowed(), allowed);
    }
    pace.slow_down(Some(30), NOW, 0.0);
    assert_eq!((pace.allowed(), pace.rests(NOW)), (4, Some(later(30_000))));
    // The others that were under way meet the same refusal.
    pace.slow_down(Some(31), later(10), 0.0);
    pace.slow_down(None, later(10), 0.0);
    pace.speed_up(later(10));
    assert_eq!(
        (pace.allowed(), pace.rests(later(10))),
        (4, Some(later(31_010)))
    );
    // Once it has refused, four have to go well for one more.
    let now = later(31_010);
    assert_eq!(pace.rests(now), None);
    for allowed in [4, 4, 4, 5] {
        pace.speed_up(now);
        assert_eq!(pace.allowed(), allowed);
    }
    let mut now = now;
    for allowed in [2, 1, 1] {
        pace.slow_down(Some(0), now, 0.0);
        assert_eq!(pace.allowed(), allowed);
        assert_eq!(pace.rests(Moment(0)), None, "a clock set back ends a rest");
        // A server that says at once is given a second.
        now = Moment(now.0 + 1_000);
        assert_eq!(pace.rests(now), None);
    }
}

#[test]
fn without_a_time_named_the_rests_grow_to_five_minutes() {
    let mut pace = Pace::default();
    let mut now = NOW;
    for (longest, chance) in [
        (5_000, 0.0),
        (15_000, 1.0),
        (30_000, 0.5),
        (60_000, 0.0),
        (120_000, 1.0),
        (300_000, 0.0),
        (300_000, 1.0),
        (300_000, 7.0),
    ] {
        pace.slow_down(None, now, chance);
        let until = pace.rests(now).unwrap();
        let rest = until.since(now);
        assert!(
            rest <= longest && rest >= longest * 3 / 4,
            "{rest} {longest}"
        );
        if chance == 0.0 {
            assert_eq!(rest, longest);
        }
        now = until;
    }
    pace.speed_up(now);
    pace.slow_down(None, now, 0.0);
    assert_eq!(
        pace.rests(now).unwrap().since(now),
        5_000,
        "reset by success"
    );
}

#[test]
fn a_run_that_goes_well_ends_with_each_project_renewed_in_two_requests() {
    let floor = Floor::new(30);
    let order = floor.begin(30);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(run.state(), RunState::Finished);
    let progress = run.progress();
    assert_eq!(
        (progress.total, progress.ended, progress.renewed),
        (30, 30, 30)
    );
    assert_eq!(floor.requests.get(), 60, "a POST and a look a project");
    let record = floor.record();
    assert_eq!(record.len(), 30);
    for number in 0..30 {
        assert_eq!(floor.renewals(number), 1);
        let Some(ItemState::Ended(step)) = run.item(&key(number)) else {
            panic!("not ended");
        };
        let token = step.token.as_ref().unwrap().expose().to_owned();
        assert_eq!(Some(token), floor.desk.real_token(key(number).as_str()));
    }
    let entry = &record[0];
    assert_eq!(
        (entry.ending, entry.run),
        (Ending::Renewed, Some(order.begun))
    );
    assert_eq!(entry.login.as_deref(), Some(LOGIN));
    assert_eq!(entry.organization.as_deref(), Some("acme"));
    assert!(entry.after.is_some() && entry.before.is_none());
    floor.close(&order).unwrap();
    assert!(floor.open().is_none());
    assert_eq!(floor.record().len(), 30, "closing adds nothing to that");
    let records = format!("{:?}", floor.desk.records.borrow());
    assert!(
        !records.contains("intent") && !records.contains("rotation"),
        "{records}"
    );
    let token = floor.desk.real_token(key(0).as_str()).unwrap();
    assert!(!records.contains(&token), "a token is stored");
}

#[test]
fn a_token_known_before_stands_in_the_entry_and_tells_that_nothing_was_done() {
    let floor = Floor::new(1);
    let subject = Subject {
        instance: desk::INSTANCE,
        project: key(0),
    };
    let token = finish(read_badge_token(&floor, &key(0))).unwrap();
    finish(note(&floor, &subject, &token, floor.now()));
    floor.desk.pass(1_000);
    let order = floor.begin(1);
    // The answer gets lost before the server acted: the look proves it, and the
    // project is tried again.
    let fault = Fault::new(RENEW, FaultKind::Drop).times(1);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!((run.progress().renewed, floor.renewals(0)), (1, 1));
    assert_eq!(floor.desk.posts(), 2);
    let entry = &floor.record()[0];
    assert!(entry.before.is_some() && entry.before != entry.after);
}

#[test]
fn an_answer_lost_over_a_token_never_seen_is_said_not_to_be_known_and_not_sent_again() {
    for acted in [false, true] {
        let floor = Floor::new(2);
        let order = floor.begin(2);
        let fault = Fault::new(RENEW, FaultKind::Drop).times(1);
        let fault = if acted { fault.after_acting() } else { fault };
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished);
        assert_eq!((run.progress().unknown, run.progress().renewed), (1, 1));
        assert_eq!(floor.desk.posts(), 2, "one each");
        let (order, entries) = floor.open().unwrap();
        assert_eq!(Run::resume(&order, &entries).state(), RunState::Finished);
        // The next run is not held up by it.
        floor.close(&order).unwrap();
        let order = floor.begin(2);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.progress().renewed, 2);
    }
}

#[test]
fn a_limiter_is_believed_without_a_look_and_obeyed_to_the_second() {
    let floor = Floor::new(6);
    let order = floor.begin(6);
    let fault = Fault::new(RENEW, wait_for(120)).times(1).skipping(2);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let begun = floor.now();
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    // The floor itself sees to it that nothing is sent too early.
    assert_eq!(run.progress().renewed, 6);
    assert!(floor.now().since(begun) >= 120_000);
    assert_eq!(floor.requests.get(), 13, "two each, and the one refused");
}

#[test]
fn a_server_that_refuses_for_ever_is_asked_five_times_a_project() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let fault = Fault::new(RENEW, status(429)).about(key(0).as_str());
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(run.state(), RunState::Finished);
    assert_eq!((run.progress().renewed, run.progress().not_renewed), (1, 1));
    assert_eq!(floor.desk.posts(), 6);
    let record = floor.record();
    let entry = record
        .iter()
        .find(|entry| entry.project == key(0).as_str())
        .unwrap();
    assert_eq!(entry.ending, Ending::NotRenewed);
    assert_eq!(entry.reason.as_deref(), Some("rate-limited"));
}

#[test]
fn one_failure_never_stops_the_others() {
    let failures = [
        (status(403), Ending::NotRenewed, "no-administer"),
        (
            FaultKind::Status {
                status: 400,
                body: Some(r#"{"errors":[{"msg":"Project or Application not found"}]}"#.into()),
                retry_after: None,
                cloudflare: false,
            },
            Ending::NotRenewed,
            "not-found",
        ),
        (status(404), Ending::NotRenewed, "not-offered"),
        (status(500), Ending::Unknown, "server-500"),
    ];
    for (kind, ending, reason) in failures {
        let floor = Floor::new(12);
        let order = floor.begin(12);
        let fault = Fault::new(RENEW, kind).about(key(1).as_str());
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished, "{reason}");
        assert_eq!(run.progress().renewed, 11, "{reason}");
        let record = floor.record();
        let entry = record
            .iter()
            .find(|entry| entry.project == key(1).as_str())
            .unwrap();
        assert_eq!(
            (entry.ending, entry.reason.as_deref()),
            (ending, Some(reason))
        );
    }
}

#[test]
fn a_new_token_that_cannot_be_read_at_once_is_read_later_and_renewed_once() {
    let floor = Floor::new(3);
    let order = floor.begin(3);
    let fault = Fault::new(TOKEN, wait_for(60)).times(1);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(floor.desk.posts(), 3);
    for (_, item) in run.items() {
        let ItemState::Ended(step) = item else {
            panic!("not ended");
        };
        assert!(step.token.is_some());
    }
    assert!(floor.record().iter().all(|entry| entry.after.is_some()));
}

#[test]
fn who_is_signed_out_in_the_middle_signs_in_and_goes_on() {
    let mut floor = Floor::new(20);
    let order = floor.begin(20);
    let mut run = Run::begin(&order);
    let mut pieces = 0;
    page(&floor, &order, &mut run, |_| {
        pieces += 1;
        if pieces == 150 {
            floor.desk.cloud.borrow_mut().sign_everyone_out();
        }
        Word::GoOn(pieces)
    });
    let paused = RunState::Paused(Pause::Refused(Failure::NotSignedIn));
    assert_eq!(run.state(), paused);
    let so_far = run.progress().renewed;
    assert!(so_far > 0 && so_far < 20, "{so_far}");
    assert_eq!(run.progress().not_renewed, 0, "they wait");
    floor.sign_in();
    work(&floor, &order, &mut run);
    assert_eq!(
        (run.state(), run.progress().renewed),
        (RunState::Finished, 20)
    );
    assert!((0..20).all(|number| floor.renewals(number) == 1));
}

#[test]
fn three_in_a_row_of_one_kind_pause_the_run_and_two_do_not() {
    let kinds = [
        Failure::NotSignedIn,
        Failure::SessionRefused,
        Failure::Html,
        Failure::Refused { status: 400 },
    ];
    for failure in kinds {
        let mut run = going(9);
        stepped(&mut run, 0, put_back(failure));
        stepped(&mut run, 1, put_back(failure));
        assert_eq!(run.state(), RunState::Running, "{failure}");
        // What says nothing about it does not break the row.
        stepped(&mut run, 2, put_back(Failure::Server { status: 500 }));
        assert_eq!(stepped(&mut run, 3, put_back(failure)), (0, None));
        assert_eq!(run.state(), RunState::Paused(Pause::Refused(failure)));
        // The one still under way comes home and counts.
        stepped(&mut run, 4, renewed());
        assert_eq!(run.progress().renewed, 1);
        let again = run.update(RunEvent::Resume, NOW, 0.0);
        assert_eq!((asked(&again).0, run.state()), (3, RunState::Running));
    }
    let mut run = going(9);
    stepped(&mut run, 0, put_back(Failure::NotSignedIn));
    stepped(&mut run, 1, put_back(Failure::NotSignedIn));
    stepped(&mut run, 2, renewed());
    stepped(&mut run, 3, put_back(Failure::NotSignedIn));
    stepped(&mut run, 4, put_back(Failure::SessionRefused));
    assert_eq!(run.state(), RunState::Running, "none of them in a row");
}

#[test]
fn a_host_without_renewal_is_told_after_three() {
    let mut run = going(9);
    for number in 0..3 {
        let step = step(Ending::NotRenewed, Failure::NotOffered, true);
        stepped(&mut run, number, step);
    }
    assert_eq!(
        run.state(),
        RunState::Paused(Pause::Refused(Failure::NotOffered))
    );
    assert_eq!(run.progress().not_renewed, 3);
}

#[test]
fn what_cannot_be_reached_or_written_down_pauses_at_once() {
    for loss in [Loss::TabGone, Loss::Navigated, Loss::Offline] {
        let mut run = going(9);
        let failure = Failure::Lost { loss, sent: false };
        stepped(&mut run, 0, put_back(failure));
        assert_eq!(run.state(), RunState::Paused(Pause::Unreachable(failure)));
    }
    let mut run = going(9);
    stepped(&mut run, 0, put_back(Failure::Storage));
    assert_eq!(run.state(), RunState::Paused(Pause::Storage));
    // A server that is gone does not leave a whole organization in doubt.
    let floor = Floor::new(30);
    let order = floor.begin(30);
    let fault = Fault::new("/api/*", FaultKind::Drop);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert!(matches!(
        run.state(),
        RunState::Paused(Pause::Unreachable(_))
    ));
    assert!(run.progress().unknown <= 4, "{:?}", run.progress());
}

#[test]
fn a_full_store_stops_the_run_and_nothing_is_renewed_twice() {
    for pieces in 0..120 {
        let floor = Floor::new(3);
        let order = floor.begin(3);
        let mut run = Run::begin(&order);
        let mut done = 0;
        page(&floor, &order, &mut run, |_| {
            done += 1;
            floor.desk.full.set(done > pieces);
            Word::GoOn(done)
        });
        floor.desk.full.set(false);
        // The page is closed, too: only what was written counts.
        let (order, entries) = floor.open().unwrap();
        let mut run = Run::resume(&order, &entries);
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished, "full after {pieces}");
        let (renewed, unknown) = (run.progress().renewed, run.progress().unknown);
        assert_eq!(renewed + unknown, 3, "full after {pieces}");
        let real: u32 = (0..3).map(|number| floor.renewals(number)).sum();
        assert!(
            (0..3).all(|number| floor.renewals(number) <= 1),
            "full after {pieces}"
        );
        assert!(renewed <= real as usize && real as usize <= renewed + unknown);
    }
}

#[test]
fn who_stops_sends_nothing_more() {
    let mut run = going(9);
    let effects = run.update(RunEvent::Stop, NOW, 0.0);
    assert_eq!((asked(&effects).0, run.state()), (0, RunState::Stopping));
    assert_eq!(stepped(&mut run, 0, renewed()), (0, None));
    assert_eq!(run.state(), RunState::Stopping);
    stepped(&mut run, 1, put_back(Failure::NotSignedIn));
    assert_eq!(run.state(), RunState::Stopped);
    for event in [RunEvent::Resume, RunEvent::Pause, RunEvent::Woke] {
        assert!(run.update(event, NOW, 0.0).is_empty());
    }
    assert_eq!(run.state(), RunState::Stopped);
    assert_eq!(run.progress().ended, 1);
    // What was sent and is not known yet is told, and not as never begun.
    let mut run = going(9);
    let failure = Failure::Server { status: 500 };
    stepped(&mut run, 0, step(Ending::Unknown, failure, false));
    assert_eq!(run.progress().unknown, 0, "a look will tell");
    run.update(RunEvent::Stop, NOW, 0.0);
    stepped(&mut run, 1, renewed());
    stepped(&mut run, 2, renewed());
    assert_eq!(
        (run.state(), run.progress().unknown),
        (RunState::Stopped, 1)
    );
}

#[test]
fn who_pauses_lets_what_is_under_way_come_home() {
    let mut run = going(9);
    run.update(RunEvent::Pause, NOW, 0.0);
    assert_eq!(run.state(), RunState::Paused(Pause::Asked));
    assert_eq!(stepped(&mut run, 0, renewed()), (0, None));
    assert_eq!((run.progress().renewed, run.progress().renewing), (1, 1));
    // Told twice, or of a project that is not under way: nothing happens.
    stepped(&mut run, 0, put_back(Failure::Html));
    stepped(&mut run, 8, renewed());
    assert_eq!((run.progress().ended, run.progress().renewing), (1, 1));
    let again = run.update(RunEvent::Resume, NOW, 0.0);
    assert_eq!(asked(&again).0, 2, "three may be under way, one is");
}

#[test]
fn a_wake_that_comes_early_late_or_twice_is_harmless() {
    let mut run = going(9);
    let retry_after = Some(30);
    let refused = put_back(Failure::RateLimited { retry_after });
    assert_eq!(stepped(&mut run, 0, refused.clone()), (0, Some(30_000)));
    let until = later(30_000);
    assert_eq!(run.state(), RunState::Waiting { until });
    assert_eq!(run.progress().waits_until, Some(until));
    // One wake is under way; a second refusal asks for no other.
    assert_eq!(stepped(&mut run, 1, refused), (0, None));
    let early = run.update(RunEvent::Woke, later(10_000), 0.0);
    assert_eq!(asked(&early), (0, Some(20_000)));
    // Asleep for a day.
    let late = run.update(RunEvent::Woke, later(86_400_000), 0.0);
    assert_eq!(asked(&late), (1, None), "halved");
    let twice = run.update(RunEvent::Woke, later(86_400_000), 0.0);
    assert!(twice.is_empty());
    assert_eq!(run.state(), RunState::Running);
}

#[test]
fn a_page_closed_at_any_point_goes_on_where_it_was() {
    for pieces in 0..140 {
        let floor = Floor::new(4);
        let order = floor.begin(4);
        let mut run = Run::begin(&order);
        let mut done = 0;
        page(&floor, &order, &mut run, |_| {
            done += 1;
            if done > pieces {
                Word::Close
            } else {
                Word::GoOn(done)
            }
        });
        drop(run);
        let (order, entries) = floor.open().unwrap();
        let mut run = Run::resume(&order, &entries);
        if run.state() != RunState::Finished {
            assert_eq!(run.state(), RunState::Paused(Pause::Asked));
        }
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished, "closed after {pieces}");
        let progress = run.progress();
        assert_eq!(
            progress.renewed + progress.unknown,
            4,
            "closed after {pieces}"
        );
        assert!(progress.unknown <= 4, "only what was under way");
        assert_eq!(floor.record().len(), 4, "closed after {pieces}");
        let real: u32 = (0..4).map(|number| floor.renewals(number)).sum();
        assert!((0..4).all(|number| floor.renewals(number) <= 1));
        assert!(progress.renewed <= real as usize, "closed after {pieces}");
        assert!(real as usize <= 4);
    }
}

/// A run of one project whose page is closed after so many pieces of work.
fn closed_after(pieces: usize) -> (Floor, RunOrder) {
    let floor = Floor::new(1);
    let order = floor.begin(1);
    let mut run = Run::begin(&order);
    let mut done = 0;
    page(&floor, &order, &mut run, |_| {
        done += 1;
        if done > pieces {
            Word::Close
        } else {
            Word::GoOn(0)
        }
    });
    (floor, order)
}

/// Goes on with it.
fn reopened(floor: &Floor) -> Step {
    let (order, entries) = floor.open().unwrap();
    let mut run = Run::resume(&order, &entries);
    work(floor, &order, &mut run);
    match run.item(&key(0)) {
        Some(ItemState::Ended(step)) => step.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn once_the_server_has_accepted_a_closed_page_leaves_no_doubt() {
    let mut doubts = 0;
    for pieces in 0..40 {
        let (floor, _) = closed_after(pieces);
        let records = format!("{:?}", floor.desk.records.borrow());
        let accepted = records.contains(r#""accepted": Bool(true)"#);
        let sent = floor.desk.posts() > 0;
        let step = reopened(&floor);
        if accepted || !records.contains("intent") {
            assert_eq!(step.ending, Ending::Renewed, "closed after {pieces}");
        }
        doubts += usize::from(step.ending == Ending::Unknown);
        assert_eq!(
            floor.renewals(0) == 1,
            step.ending == Ending::Renewed || sent
        );
    }
    // Written and not sent, on its way, on its way back, and being written down.
    assert!((1..=4).contains(&doubts), "{doubts}");
}

#[test]
fn what_others_do_between_two_pages_does_not_make_the_run_forget() {
    for pieces in 0..40 {
        let (floor, _) = closed_after(pieces);
        let ours = floor.renewals(0);
        let mut cloud = floor.desk.cloud.borrow_mut();
        cloud.renew_behind_the_back(key(0).as_str());
        drop(cloud);
        floor.desk.pass(60_000);
        let subject = Subject {
            instance: desk::INSTANCE,
            project: key(0),
        };
        // A popup is opened.
        finish(rebadge::renewal::settle(&floor, &subject));
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
fn what_may_act_late_is_waited_for_before_it_is_said_not_to_be() {
    let floor = Floor::new(1);
    let subject = Subject {
        instance: desk::INSTANCE,
        project: key(0),
    };
    let token = finish(read_badge_token(&floor, &key(0))).unwrap();
    finish(note(&floor, &subject, &token, floor.now()));
    floor.desk.pass(1_000);
    let order = floor.begin(1);
    let fault = Fault::new(RENEW, status(504));
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let begun = floor.now();
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(
        (run.state(), run.progress().not_renewed),
        (RunState::Finished, 1)
    );
    assert!(floor.now().since(begun) >= 5 * rebadge::renewal::PATIENCE);
    assert!(!finish(rebadge::renewal::is_open(&floor, &subject)));
}

#[test]
fn a_refusal_is_believed_without_a_look() {
    // Refused, renewed, read; and refused, and asked who is signed in.
    for (kind, requests, reads) in [(status(429), 3, 1), (status(403), 2, 0)] {
        let floor = Floor::new(1);
        let order = floor.begin(1);
        let fault = Fault::new(RENEW, kind).times(1);
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(
            (run.state(), floor.requests.get()),
            (RunState::Finished, requests)
        );
        let cloud = floor.desk.cloud.borrow();
        assert_eq!(cloud.project(key(0).as_str()).unwrap().reads, reads);
    }
}

#[test]
fn a_run_that_is_given_up_leaves_nothing_out_of_the_record() {
    for pieces in 0..140 {
        let floor = Floor::new(4);
        let order = floor.begin(4);
        let mut run = Run::begin(&order);
        let mut done = 0;
        page(&floor, &order, &mut run, |_| {
            done += 1;
            if done > pieces {
                Word::Close
            } else {
                Word::GoOn(done)
            }
        });
        let requests = floor.requests.get();
        floor.close(&order).unwrap();
        assert_eq!(floor.requests.get(), requests, "nothing is sent");
        let record = floor.record();
        for number in 0..4 {
            let mut entries = record
                .iter()
                .filter(|one| one.project == key(number).as_str());
            let ending = entries.next().map(|entry| entry.ending);
            assert_eq!(entries.next(), None);
            match ending {
                Some(Ending::Renewed) => assert_eq!(floor.renewals(number), 1),
                Some(Ending::Unknown) => {}
                Some(other) => panic!("{other:?}"),
                None => assert_eq!(floor.renewals(number), 0, "closed after {pieces}"),
            }
        }
    }
}

#[test]
fn one_run_of_an_owner_at_a_time() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let other = RunOrder::new(later(5), vec![key(1)]);
    assert_eq!(
        finish(begin_run(&floor, &owner(), &other)),
        Err(RunTrouble::Open)
    );
    assert_eq!(floor.open().unwrap().0, order);
    // Who wants to run it has to hold its lock, and only one can.
    let lock = owner().name("rotation");
    let held = finish(floor.try_lock(&lock));
    assert!(held.is_some() && finish(floor.try_lock(&lock)).is_none());
    floor.close(&order).unwrap();
    assert_eq!(finish(begin_run(&floor, &owner(), &other)), Ok(()));
}

#[test]
fn a_store_that_refuses_begins_nothing() {
    let floor = Floor::new(2);
    floor.desk.full.set(true);
    let begun = finish(begin_run(&floor, &owner(), &order(2)));
    assert_eq!(begun, Err(RunTrouble::Refused));
    assert!(floor.open().is_none());
}

#[test]
fn a_run_that_cannot_be_read_is_said_and_not_begun_over() {
    let floor = Floor::new(2);
    floor.begin(2);
    for spoilt in [
        r#"{"version":2}"#,
        r#"{"version":2,"begun":1,"projects":[]}"#,
        "7",
    ] {
        let name = owner().name("rotation");
        let value = serde_json::from_str::<serde_json::Value>(spoilt).unwrap();
        finish(floor.put(&name, &value)).unwrap();
        assert_eq!(
            finish(open_run(&floor, &owner())),
            Err(RunTrouble::Unreadable)
        );
        let begun = finish(begin_run(&floor, &owner(), &order(2)));
        assert_eq!(begun, Err(RunTrouble::Unreadable), "{spoilt}");
    }
    finish(forget_run(&floor, &owner()));
    assert!(floor.open().is_none());
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
    finish(rebadge::renewal::renew(&floor, &popup));
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    let progress = run.progress();
    assert_eq!((progress.renewed, progress.renewed_elsewhere), (1, 1));
    assert_eq!((floor.renewals(0), floor.renewals(1)), (1, 1));
}

#[test]
fn a_run_of_nothing_is_finished_and_a_project_named_twice_counts_once() {
    assert_eq!(Run::begin(&order(0)).state(), RunState::Finished);
    let twice = RunOrder::new(NOW, vec![key(0), key(1), key(0)]);
    assert_eq!(Run::begin(&twice).progress().total, 2);
}
