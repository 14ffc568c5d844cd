//! Runs that were left behind.

use rebadge::dashboard::{Action, Effect, Event, Memory, Start};
use rebadge::record::{Ending, Entry};
use rebadge::rotation::RunOrder;

use super::screen::*;

const NAMES: [&str; 3] = ["a", "b", "c"];

fn left(entries: &[(&str, Ending)]) -> (RunOrder, Vec<Entry>) {
    let order = RunOrder::new(
        ago(2),
        NAMES.map(|name| key(&format!("acme_{name}"))).to_vec(),
    );
    let entries = entries.iter().map(|(name, ending)| {
        let project = format!("acme_{name}");
        entry(&project, *ending, Some(order.begun))
    });
    let entries = entries.collect();
    (order, entries)
}

fn memory(run: &(RunOrder, Vec<Entry>)) -> Memory {
    Memory {
        run: Some(run.clone()),
        ..ledger(NAMES.map(|name| seen(name, 90)))
    }
}

/// A dashboard that finds a run of which one project has had its turn.
fn found() -> (Screen, (RunOrder, Vec<Entry>)) {
    let run = left(&[("a", Ending::Renewed)]);
    let screen = Screen::of_cloud(memory(&run), &NAMES.map(private));
    (screen, run)
}

#[test]
fn it_is_offered_and_nothing_is_sent_before() {
    let run = left(&[("a", Ending::Renewed)]);
    let (mut screen, effects) = Screen::open(cloud());
    let mut all = screen.recalled(memory(&run));
    all.extend(screen.serve(effects, &NAMES.map(private)));
    all.extend(screen.tell(Event::Woke));
    assert!(steps(&all).is_empty());
    assert!(!all.iter().any(|effect| matches!(effect, Effect::TakeUp)));
    assert_eq!(screen.run().title.name, "run_was_left");
    assert_eq!(screen.buttons(), ["go_on", "give_up"]);
    assert_eq!((screen.run().ended, screen.run().total), (1, 3));
    assert_eq!(screen.state("a"), Some("ending_renewed"));
    assert_eq!(screen.state("b"), Some("state_waiting"));
    assert!(!screen.view().rotate_due.enabled);
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    assert!(screen.act(Action::Pause).is_empty());
    screen.act(Action::Dismiss);
    assert_eq!(screen.run().title.name, "run_was_left");
}

#[test]
fn it_goes_on_with_what_the_storage_says_by_then() {
    let (mut screen, _) = found();
    let effects = screen.act(Action::Resume);
    assert!(matches!(effects[..], [Effect::TakeUp]));
    // Meanwhile another window has done one more.
    let now = left(&[("a", Ending::Renewed), ("b", Ending::Unknown)]);
    let effects = screen.tell(Event::Started(Start::Ours(Some(now.clone()))));
    assert_eq!(steps(&effects), ["c"]);
    let Some(Effect::Step { begun, .. }) = effects.last() else {
        panic!("{effects:?}");
    };
    assert_eq!(*begun, now.0.begun);
    let effects = screen.step("c", ended(Ending::Renewed));
    assert_eq!(lets_go(&effects), 1);
    assert_eq!(screen.run().title.name, "run_is_finished");
}

#[test]
fn it_is_given_up_without_anything_being_sent() {
    let (mut screen, run) = found();
    let effects = screen.act(Action::Stop);
    assert!(matches!(effects[..], [Effect::TakeUp]));
    let effects = screen.tell(Event::Started(Start::Ours(Some(run))));
    assert!(steps(&effects).is_empty());
    assert_eq!(lets_go(&effects), 1);
    assert_eq!(name(screen.view().status), Some("run_stopped"));
    assert_eq!(screen.run().title.name, "run_is_stopped");
    assert_eq!(screen.buttons(), ["dismiss"]);
}

#[test]
fn giving_up_what_another_window_is_at_never_turns_into_going_on() {
    let (mut screen, run) = found();
    screen.act(Action::Stop);
    screen.tell(Event::Started(Start::Busy));
    assert_eq!(screen.buttons(), ["try_again"]);
    screen.act(Action::Resume);
    let effects = screen.tell(Event::Started(Start::Ours(Some(run))));
    assert!(steps(&effects).is_empty());
    assert_eq!(lets_go(&effects), 1);
}

#[test]
fn one_that_another_window_seems_to_be_at_is_looked_at_again_once_it_is_not() {
    let run = left(&[("a", Ending::Renewed)]);
    let elsewhere = Memory {
        run_is_elsewhere: true,
        ..memory(&run)
    };
    let open = || {
        let (mut screen, _) = Screen::open(cloud());
        let effects = screen.recalled(elsewhere.clone());
        let waits = |effect: &&Effect| matches!(effect, Effect::AwaitLeft);
        assert_eq!(effects.iter().filter(waits).count(), 1);
        assert_eq!(screen.run().title.name, "run_is_elsewhere");
        assert!(matches!(screen.tell(Event::RunLeft)[..], [Effect::Recall]));
        screen
    };
    let mut screen = open();
    let effects = screen.recalled(memory(&run));
    assert!(steps(&effects).is_empty());
    assert_eq!(screen.buttons(), ["go_on", "give_up"]);
    assert!(screen.tell(Event::RunLeft).is_empty(), "it is not theirs");

    // The other window has ended it.
    let mut screen = open();
    screen.recalled(ledger(NAMES.map(|name| seen(name, 90))));
    assert_eq!(screen.view().run, None);
    assert_eq!(name(screen.view().status), Some("run_was_over"));
}

#[test]
fn one_that_only_had_to_be_let_go_of_is() {
    let all = NAMES.map(|name| (name, Ending::Renewed));
    let run = left(&all);
    let (mut screen, _) = Screen::open(cloud());
    let effects = screen.recalled(memory(&run));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::TakeUp))
    );
    assert_eq!(screen.run().title.name, "run_is_finished");
    assert_eq!(screen.buttons(), [""; 0], "it is not put away before");
    let effects = screen.tell(Event::Started(Start::Ours(Some(run))));
    assert_eq!((lets_go(&effects), steps(&effects).len()), (1, 0));
    assert_eq!(screen.buttons(), ["dismiss"]);
    screen.act(Action::Dismiss);
    assert_eq!(screen.view().run, None);
}

#[test]
fn one_that_another_window_has_ended_is_gone() {
    let (mut screen, _) = found();
    screen.act(Action::Resume);
    let effects = screen.tell(Event::Started(Start::Over));
    assert!(recalls(&effects));
    assert_eq!(screen.view().run, None);
    screen.recalled(Memory::default());
    assert!(screen.view().alert.is_none() && screen.view().run.is_none());
}

#[test]
fn one_that_cannot_be_read_stands_in_the_way_until_it_is_forgotten() {
    let unreadable = Memory {
        unreadable_run: true,
        ..ledger([seen("a", 90)])
    };
    let mut screen = Screen::of_cloud(unreadable, &[private("a")]);
    assert!(!screen.view().rotate_due.enabled);
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    let mut alert = screen.alert();
    assert_eq!(alert.texts[0].name, "run_unreadable");
    let button = alert.buttons.remove(0);
    assert_eq!(button.label.name, "forget_run");
    let effects = screen.act(button.action);
    assert!(matches!(effects[..], [Effect::ForgetRun]));
    screen.recalled(ledger([seen("a", 90)]));
    assert_eq!(screen.view().alert, None);
    assert!(screen.view().rotate_due.enabled);
}
