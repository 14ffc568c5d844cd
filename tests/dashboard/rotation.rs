//! A run that goes on, turn after turn, to its end.

use rebadge::dashboard::{Action, Effect, Event};
use rebadge::popup::Text;
use rebadge::record::Ending;
use rebadge::rotation::Step;
use rebadge::sonar::Failure;

use super::screen::*;

pub const NAMES: [&str; 4] = ["a", "b", "c", "d"];

pub fn four() -> Screen {
    let memory = ledger(NAMES.map(|name| seen(name, 90)));
    Screen::of_cloud(memory, &NAMES.map(private))
}

pub fn fine() -> Step {
    ended(Ending::Renewed)
}

/// Ends every turn as it comes; tells all effects.
pub fn finish(screen: &mut Screen, effects: Vec<Effect>) -> Vec<Effect> {
    let mut all = effects.clone();
    for project in steps(&effects) {
        let more = screen.step(&project, fine());
        all.extend(finish(screen, more));
    }
    all
}

#[test]
fn turns_follow_each_other_to_the_end() {
    let mut screen = four();
    let (_, effects) = screen.begin();
    assert_eq!(steps(&effects), ["a", "b"]);
    assert_eq!(screen.run().title.name, "run_goes_on");
    assert_eq!(screen.buttons(), ["pause", "stop"]);
    let state = |screen: &Screen| NAMES.map(|name| screen.state(name).unwrap());
    let (waits, renews) = ("state_waiting", "state_renewing");
    assert_eq!(state(&screen), [renews, renews, waits, waits]);

    let next = steps(&screen.step("a", fine()));
    assert_eq!(next[0], "c");
    assert_eq!(screen.state("a"), Some("ending_renewed"));
    assert_eq!(screen.row("a").renewed, Some(START));
    let run = screen.run();
    assert_eq!((run.ended, run.total), (1, 4));
    assert_eq!(
        run.note,
        [
            Text::new("ended_of").number(1).number(4),
            Text::counted("count_renewed", 1)
        ]
    );
    screen.step("b", fine());
    screen.step("c", fine());
    let effects = screen.step("d", fine());
    assert_eq!(lets_go(&effects), 1);
    assert_eq!(screen.run().title.name, "run_is_finished");
    assert_eq!(screen.buttons(), ["dismiss"]);
    assert_eq!(name(screen.view().status), Some("run_finished"));
    // What comes afterwards lets go of nothing again.
    let mut later = screen.step("d", fine());
    later.extend(screen.tell(Event::Woke));
    later.extend(screen.act(Action::Resume));
    later.extend(screen.act(Action::Stop));
    later.extend(screen.act(Action::Pause));
    assert_eq!((lets_go(&later), steps(&later).len()), (0, 0));
}

#[test]
fn rows_stay_where_they_are_while_their_tokens_are_renewed() {
    let mut screen = four();
    screen.begin();
    screen.step("a", fine());
    assert_eq!(screen.keys(), NAMES);
}

#[test]
fn a_host_that_is_busy_is_waited_for_and_the_seconds_are_counted() {
    let mut screen = four();
    screen.begin();
    let retry_after = Some(30);
    let effects = screen.step("a", fails(Failure::RateLimited { retry_after }));
    assert!(steps(&effects).is_empty());
    let wake = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Wake(after) => Some(i64::from(*after)),
            _ => None,
        })
    };
    let after = wake(&effects).unwrap();
    assert!(after >= 30_000);
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::Countdown))
    );
    let seconds = |screen: &Screen| screen.run().note.last().unwrap().clone();
    assert_eq!(
        seconds(&screen),
        Text::counted("waits_for_host", (after + 999) / 1_000)
    );
    screen.pass(after - 500);
    assert_eq!(seconds(&screen), Text::counted("waits_for_host", 1));
    assert!(screen.dashboard.is_waiting());
    screen.pass(500);
    assert_eq!(seconds(&screen).name, "ended_of");
    assert!(!screen.dashboard.is_waiting());
    let mut effects = screen.step("b", fine());
    effects.extend(screen.tell(Event::Woke));
    assert!(!steps(&effects).is_empty());
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Countdown))
    );
}

#[test]
fn the_last_try_is_said_to_be_the_last() {
    let memory = ledger([seen("a", 90)]);
    let mut screen = Screen::of_cloud(memory, &[private("a")]);
    let (_, mut effects) = screen.begin();
    let mut tries = 0;
    loop {
        let Some(Effect::Step { last, .. }) = effects.first() else {
            panic!("{effects:?}");
        };
        tries += 1;
        if *last {
            break;
        }
        effects = screen.step("a", fails(Failure::Unreadable));
    }
    assert_eq!(tries, 5);
}
