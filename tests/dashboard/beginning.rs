//! How a run begins, or does not.

use rebadge::dashboard::{Action, Effect, Event, Memory, Start};

use super::plan::due;
use super::screen::*;

#[test]
fn a_run_that_turns_up_meanwhile_is_not_pushed_aside() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    let order = rebadge::rotation::RunOrder::new(ago(1), vec![key("acme_c")]);
    let run = Some((order, Vec::new()));
    screen.recalled(Memory {
        run,
        ..Memory::default()
    });
    assert!(begun(&screen.act(Action::Confirm)).is_none());
    assert_eq!(screen.run().title.name, "run_was_left");
}

#[test]
fn a_run_begins_when_it_is_written_down_and_not_before() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    let order = begun(&screen.act(Action::Confirm)).unwrap();
    for action in [Action::Resume, Action::Pause, Action::Stop] {
        assert!(screen.act(action).is_empty());
    }
    let effects = screen.tell(Event::Started(Start::Ours(None)));
    assert_eq!(steps(&effects), ["a", "b"]);
    let Effect::Step { begun, last, .. } = &effects[0] else {
        panic!("{effects:?}");
    };
    assert_eq!(*begun, order.begun);
    assert!(!last);
}

#[test]
fn a_run_that_another_window_has_is_left_to_it() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    screen.act(Action::Confirm);
    assert!(screen.tell(Event::Started(Start::Busy)).is_empty());
    assert_eq!(screen.run().title.name, "run_is_elsewhere");
    assert_eq!(screen.buttons(), ["try_again"]);
    assert!(screen.act(Action::Stop).is_empty());
    let effects = screen.act(Action::Resume);
    assert!(matches!(effects[..], [Effect::TakeUp]));
    assert!(screen.act(Action::Resume).is_empty(), "it is asked already");
    // The other one has ended it.
    let effects = screen.tell(Event::Started(Start::Over));
    assert!(recalls(&effects) && steps(&effects).is_empty());
    assert_eq!(screen.view().run, None);
    assert_eq!(name(screen.view().status), Some("run_was_over"));
}

#[test]
fn where_an_earlier_run_lies_open_it_is_looked_up_and_offered() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    screen.act(Action::Confirm);
    let effects = screen.tell(Event::Started(Start::Open));
    assert!(recalls(&effects) && steps(&effects).is_empty());
    assert_eq!(screen.view().run, None);
    assert_eq!(name(screen.view().status), Some("run_lies_open"));
}

#[test]
fn a_run_that_cannot_be_written_down_is_none() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    screen.act(Action::Confirm);
    assert!(screen.tell(Event::Started(Start::Refused)).is_empty());
    assert_eq!(screen.view().run, None);
    assert_eq!(screen.alert().texts[0].name, "storage_refused");
    assert!(!screen.view().rotate_due.enabled);
}

#[test]
fn an_answer_that_nobody_waits_for_begins_nothing() {
    let mut screen = due();
    for start in [
        Start::Ours(None),
        Start::Busy,
        Start::Open,
        Start::Over,
        Start::Refused,
    ] {
        assert!(screen.tell(Event::Started(start)).is_empty());
        assert_eq!(screen.view().run, None);
    }
    assert!(screen.tell(Event::Woke).is_empty());
    let stray = ended(rebadge::record::Ending::Renewed);
    assert!(screen.step("b", stray).is_empty());
}
