//! A run that rests, is stopped, and stays until it is put away.

use rebadge::dashboard::Action;

use super::rotation::{NAMES, fine, finish, four};
use super::screen::*;

#[test]
fn a_run_rests_and_goes_on_and_what_is_under_way_comes_home() {
    let mut screen = four();
    screen.begin();
    assert!(screen.act(Action::Pause).is_empty());
    assert_eq!(screen.run().title.name, "run_rests");
    assert_eq!(screen.buttons(), ["go_on", "stop"]);
    assert_eq!(screen.view().alert, None, "as it was wished");
    assert!(screen.step("a", fine()).is_empty());
    assert_eq!(screen.state("a"), Some("ending_renewed"));
    let effects = screen.act(Action::Resume);
    assert_eq!(steps(&effects)[0], "c");
    assert!(steps(&screen.act(Action::Resume)).is_empty());
}

#[test]
fn a_run_is_stopped_once_what_is_under_way_is_home() {
    let mut screen = four();
    screen.begin();
    assert!(screen.act(Action::Stop).is_empty());
    assert_eq!(screen.run().title.name, "run_is_stopping");
    assert_eq!(screen.buttons(), [""; 0]);
    assert!(screen.step("a", fine()).is_empty());
    let effects = screen.step("b", fine());
    assert_eq!((lets_go(&effects), effects.len()), (1, 1));
    assert_eq!(screen.run().title.name, "run_is_stopped");
    assert_eq!(name(screen.view().status), Some("run_stopped"));
    assert_eq!(screen.state("c"), Some("state_waiting"));
    screen.act(Action::Dismiss);
    assert_eq!(screen.state("c"), Some("state_due"));
    // The rest can be begun anew.
    screen.pass(1_000);
    let (order, _) = screen.begin();
    assert_eq!(order.projects, [key("acme_c"), key("acme_d")]);
}

#[test]
fn a_run_that_goes_on_is_not_put_away_nor_is_another_planned() {
    let mut screen = four();
    screen.begin();
    screen.act(Action::Dismiss);
    assert_eq!(screen.run().title.name, "run_goes_on");
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    assert!(!screen.view().rotate_due.enabled);
    screen.act(Action::ForgetRun);
    assert_eq!(screen.run().title.name, "run_goes_on");
}

#[test]
fn a_run_that_can_be_read_is_not_forgotten() {
    let mut screen = four();
    screen.begin();
    assert!(screen.act(Action::ForgetRun).is_empty());
}

#[test]
fn a_run_outlives_a_new_list_and_a_new_look_into_the_storage() {
    let mut screen = four();
    screen.begin();
    let effects = screen.act(Action::Reload);
    screen.recalled(ledger(NAMES.map(|name| seen(name, 90))));
    screen.serve(effects, &NAMES.map(private));
    assert_eq!(screen.state("a"), Some("state_renewing"));
    assert_eq!(steps(&screen.step("a", fine()))[0], "c");
}

#[test]
fn a_run_that_is_over_stays_until_it_is_put_away() {
    let mut screen = four();
    let (order, effects) = screen.begin();
    finish(&mut screen, effects);
    let effects = screen.act(Action::Reload);
    // The storage may not have let go of it yet.
    screen.recalled(rebadge::dashboard::Memory {
        run: Some((order, Vec::new())),
        ..ledger([])
    });
    screen.serve(effects, &NAMES.map(private));
    assert_eq!(screen.run().title.name, "run_is_finished");
    assert!(screen.view().may_hand_over);
}
