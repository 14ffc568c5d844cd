//! What can be set.

use rebadge::badge::{Format, LinkTarget, TokenUse};
use rebadge::dashboard::{Action, Effect, Event, Memory, Number, PreferencesView, Section};
use rebadge::popup::{Argument, Text};
use rebadge::rotation::{Managed, Policy};
use serde_json::json;

use super::screen::*;

fn open(memory: Memory) -> Screen {
    let mut screen = Screen::of_cloud(memory, &[private("a")]);
    screen.act(Action::Show(Section::Settings));
    screen
}

fn managed(rotation: serde_json::Value) -> Memory {
    let managed: Managed = serde_json::from_value(json!({ "rotation": rotation })).unwrap();
    Memory {
        managed,
        ..ledger([seen("a", 31)])
    }
}

fn view(screen: &Screen) -> PreferencesView {
    screen.view().preferences.unwrap()
}

fn numbers(screen: &Screen) -> [u16; 3] {
    view(screen).numbers.map(|(_, days, _)| days)
}

fn set(screen: &mut Screen, number: Number, typed: &str) -> Vec<Effect> {
    screen.act(Action::SetNumber(number, typed.to_owned()))
}

#[test]
fn the_usual_numbers_count_where_nothing_is_set() {
    let screen = open(Memory::default());
    assert_eq!(numbers(&screen), [60, 7, 400]);
    let view = view(&screen);
    assert!(view.numbers.iter().all(|(.., locked)| !locked));
    assert!(!view.notify && view.faults.is_empty());
    assert_eq!(view.problem, None);
}

#[test]
fn a_good_policy_is_kept_and_counts_at_once() {
    let mut screen = open(ledger([seen("a", 31)]));
    assert_eq!(screen.state("a"), None);
    let effects = set(&mut screen, Number::Every, " 30 ");
    let [Effect::KeepPolicy(policy)] = effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!((policy.every(), policy.warn()), (30, 7));
    assert_eq!(screen.state("a"), Some("state_due"));
    assert_eq!(name(screen.view().status), Some("saved"));
    for (number, typed, all) in [
        (Number::Warn, "0", [30, 0, 400]),
        (Number::Warn, "29", [30, 29, 400]),
        // A warning that does not fit any more takes what is left.
        (Number::Every, "7", [7, 6, 400]),
        (Number::Every, "365", [365, 6, 400]),
        (Number::Keep, "1", [365, 6, 1]),
        (Number::Keep, "3650", [365, 6, 3_650]),
    ] {
        assert_eq!(set(&mut screen, number, typed).len(), 1);
        assert_eq!(numbers(&screen), all);
    }
}

#[test]
fn a_bad_number_changes_nothing_and_the_range_is_told() {
    let mut screen = open(Memory::default());
    let bad = [
        (Number::Every, "6", [7, 365]),
        (Number::Every, "366", [7, 365]),
        (Number::Every, "0", [7, 365]),
        (Number::Every, "sixty", [7, 365]),
        (Number::Every, "", [7, 365]),
        (Number::Every, "30.5", [7, 365]),
        (Number::Every, "-30", [7, 365]),
        (Number::Every, "70000", [7, 365]),
        (Number::Warn, "60", [0, 59]),
        (Number::Warn, "x", [0, 59]),
        (Number::Keep, "0", [1, 3_650]),
        (Number::Keep, "3651", [1, 3_650]),
        (Number::Keep, "ever", [1, 3_650]),
    ];
    for (number, typed, [least, most]) in bad {
        assert!(set(&mut screen, number, typed).is_empty(), "{typed}");
        let range = Text::new("days_out_of_range").number(least).number(most);
        assert_eq!(view(&screen).problem, Some((number, range)), "{typed}");
        assert_eq!(numbers(&screen), [60, 7, 400]);
        assert_eq!(screen.view().status, None);
    }
    set(&mut screen, Number::Every, "60");
    assert_eq!(view(&screen).problem, None);
}

#[test]
fn what_a_company_has_set_is_locked() {
    let mut screen = open(managed(json!({ "every": 30, "warn": 3 })));
    assert_eq!(numbers(&screen), [30, 3, 400]);
    assert_eq!(
        view(&screen).numbers.map(|(.., locked)| locked),
        [true, true, false]
    );
    assert_eq!(screen.state("a"), Some("state_due"));
    for number in [Number::Every, Number::Warn] {
        assert!(set(&mut screen, number, "20").is_empty());
        assert_eq!(numbers(&screen), [30, 3, 400]);
        assert_eq!(screen.view().status, None);
    }
    assert_eq!(set(&mut screen, Number::Keep, "20").len(), 1);
}

#[test]
fn what_a_company_has_not_set_is_the_persons() {
    let memory = Memory {
        policy: Policy::new(90, 10).ok(),
        ..managed(json!({ "every": 30 }))
    };
    let mut screen = open(memory);
    assert_eq!(numbers(&screen), [30, 10, 400]);
    assert_eq!(set(&mut screen, Number::Warn, "5").len(), 1);
    assert_eq!(numbers(&screen), [30, 5, 400]);
    let range = Text::new("days_out_of_range").number(0).number(29);
    set(&mut screen, Number::Warn, "40");
    assert_eq!(view(&screen).problem, Some((Number::Warn, range)));
}

#[test]
fn a_companys_bad_value_counts_for_nothing_and_is_told() {
    let screen = open(managed(json!({ "every": 3, "warn": "soon" })));
    assert_eq!(numbers(&screen), [60, 7, 400]);
    let faults = view(&screen).faults;
    let parts: Vec<_> = faults
        .iter()
        .map(|fault| fault.arguments[0].clone())
        .collect();
    let part = |name: &str| Argument::Plain(name.to_owned());
    assert_eq!(parts, [part("rotation.every"), part("rotation.warn")]);
    assert!(view(&screen).numbers.iter().all(|(.., locked)| !locked));
}

#[test]
fn the_desktop_is_told_once_the_browser_allows_it() {
    let mut screen = open(Memory::default());
    let effects = screen.act(Action::SetNotify(true));
    assert!(matches!(effects[..], [Effect::AskNotify]));
    assert!(!view(&screen).notify);
    assert!(screen.tell(Event::NotifyAllowed(false)).is_empty());
    assert_eq!(screen.alert().texts[0].name, "notify_refused");
    assert!(!view(&screen).notify);
    screen.act(Action::SetNotify(true));
    let effects = screen.tell(Event::NotifyAllowed(true));
    assert!(matches!(effects[..], [Effect::KeepSettings(settings)] if settings.notify));
    assert!(view(&screen).notify);
    let effects = screen.act(Action::SetNotify(false));
    assert!(matches!(effects[..], [Effect::KeepSettings(settings)] if !settings.notify));
    assert!(!view(&screen).notify);
}

#[test]
fn how_snippets_are_written_down_is_kept() {
    let mut screen = open(Memory::default());
    let kept = |effects: Vec<Effect>| match <[_; 1]>::try_from(effects).unwrap() {
        [Effect::KeepChoice(choice)] => choice,
        other => panic!("{other:?}"),
    };
    let choice = kept(screen.act(Action::SetFormat(Format::Html)));
    assert_eq!(choice.style.format, Format::Html);
    assert_eq!(screen.row("a").copy, Text::new("copy_html"));
    let choice = kept(screen.act(Action::SetLink(LinkTarget::Nothing)));
    assert_eq!(choice.style.format, Format::Html);
    assert_eq!(choice.style.link, LinkTarget::Nothing);
    let choice = kept(screen.act(Action::SetTokenUse(TokenUse::LeftOut)));
    assert_eq!(choice.style.token, TokenUse::LeftOut);
    assert_eq!(*screen.dashboard.choice(), choice);
    let view = view(&screen);
    assert_eq!(
        (view.format, view.link, view.token),
        (Format::Html, LinkTarget::Nothing, TokenUse::LeftOut)
    );
}

#[test]
fn what_could_not_be_kept_is_said() {
    let mut screen = open(Memory::default());
    set(&mut screen, Number::Every, "30");
    screen.tell(Event::NotKept);
    assert_eq!(screen.view().status, None);
    assert_eq!(screen.alert().texts[0].name, "storage_refused");
    let effects = screen.act(screen.alert().buttons.remove(0).action);
    assert!(recalls(&effects));
    screen.recalled(Memory::default());
    assert_eq!(numbers(&screen), [60, 7, 400]);
}

#[test]
fn nothing_is_written_over_that_has_not_been_read() {
    let (mut screen, _) = Screen::open(super::screen::cloud());
    for (came, may) in [(None, false), (Some(Memory::default()), true)] {
        if let Some(memory) = came {
            screen.recalled(memory);
        }
        assert_eq!(!set(&mut screen, Number::Every, "30").is_empty(), may);
        assert_eq!(!screen.act(Action::SetNotify(true)).is_empty(), may);
        let format = Action::SetFormat(Format::Html);
        assert_eq!(!screen.act(format).is_empty(), may);
    }
}
