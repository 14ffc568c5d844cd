//! What makes a run pause, rest or stop.

use super::*;

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
fn what_was_sent_before_the_first_trouble_does_not_break_the_row() {
    let mut run = going(20);
    // Each that goes well makes room for one more: 0 to 5 have begun, 2 are home.
    stepped(&mut run, 0, renewed());
    stepped(&mut run, 1, renewed());
    assert_eq!(run.progress().renewing, 4);
    stepped(&mut run, 2, put_back(Failure::Html));
    stepped(&mut run, 3, renewed());
    stepped(&mut run, 4, put_back(Failure::Html));
    stepped(&mut run, 5, renewed());
    assert_eq!(run.state(), RunState::Running);
    assert_eq!(stepped(&mut run, 6, put_back(Failure::Html)), (0, None));
    assert_eq!(run.state(), RunState::Paused(Pause::Refused(Failure::Html)));
    // One that has begun after it does: here 2 is the first of those.
    let mut run = going(20);
    stepped(&mut run, 0, put_back(Failure::Html));
    stepped(&mut run, 1, put_back(Failure::Html));
    stepped(&mut run, 2, renewed());
    stepped(&mut run, 3, put_back(Failure::Html));
    assert_eq!(run.state(), RunState::Running);
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
