//! A run that goes on, rests, and ends.

use rebadge::dashboard::{Action, Effect, Event, Focus};
use rebadge::popup::Text;
use rebadge::record::Ending;
use rebadge::rotation::Step;
use rebadge::sonar::Failure;

use super::screen::*;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

fn four() -> Screen {
    let memory = ledger(NAMES.map(|name| seen(name, 90)));
    Screen::of_cloud(memory, &NAMES.map(private))
}

fn fine() -> Step {
    ended(Ending::Renewed)
}

/// Ends every turn as it comes; tells all effects.
fn finish(screen: &mut Screen, effects: Vec<Effect>) -> Vec<Effect> {
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
fn what_was_renewed_is_due_no_more() {
    let mut screen = four();
    let (_, effects) = screen.begin();
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(4)
    );
    finish(&mut screen, effects);
    assert_eq!(
        name(Some(screen.view().rotate_due.label)),
        Some("nothing_due")
    );
    let effects = screen.act(Action::Dismiss);
    assert!(matches!(effects[..], [Effect::Focus(Focus::Filter)]));
    assert_eq!(screen.view().run, None);
    assert_eq!(screen.state("a"), None);
    // What the storage said before does not make them old again.
    screen.recalled(ledger(NAMES.map(|name| seen(name, 90))));
    assert_eq!(screen.state("a"), None);
    assert_eq!(screen.row("a").renewed, Some(START));
}

#[test]
fn what_somebody_else_renewed_meanwhile_is_due_no_more() {
    let mut screen = four();
    screen.begin();
    screen.step("a", ended(Ending::RenewedElsewhere));
    assert_eq!(screen.state("a"), Some("ending_renewed_elsewhere"));
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(3)
    );
    assert_eq!(screen.row("a").renewed, None, "not here");
}

#[test]
fn what_was_not_renewed_stays_due() {
    let mut screen = four();
    screen.begin();
    screen.step("a", ended(Ending::NotRenewed));
    screen.step("b", ended(Ending::Unknown));
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(4)
    );
    let note = screen.run().note;
    assert_eq!(note[1], Text::counted("count_not_renewed", 1));
    assert_eq!(note[2], Text::counted("count_unknown", 1));
}

#[test]
fn a_later_renewal_that_the_ledger_knows_counts_more() {
    let mut screen = four();
    screen.begin();
    screen.step("a", fine());
    screen.recalled(ledger([renewed("a", -1)]));
    assert_eq!(screen.row("a").renewed, Some(ago(-1)));
}

#[test]
fn rows_stay_where_they_are_while_their_tokens_are_renewed() {
    let mut screen = four();
    screen.begin();
    screen.step("a", fine());
    assert_eq!(screen.keys(), NAMES);
}

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
