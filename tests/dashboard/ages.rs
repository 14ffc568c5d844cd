//! How old tokens are, and what is due.

use rebadge::dashboard::{Effect, Memory};
use rebadge::popup::{Text, Tone};
use rebadge::renewal::{DAY, Record};
use rebadge::rotation::{Owner, Policy};

use super::screen::*;

#[test]
fn an_age_is_told_by_what_is_known_of_it() {
    let mut memory = roster(["seen", "listed", "changed"], 30);
    let changed = Record {
        changed: true,
        ..seen("changed", 5).1
    };
    memory.ledger = vec![
        renewed("renewed", 12),
        seen("seen", 1),
        (key("acme_changed"), changed),
    ];
    let names = ["renewed", "seen", "listed", "changed", "new"];
    let screen = Screen::of_cloud(memory, &names.map(private));
    let age = |name| screen.row(name).age;
    assert_eq!(age("renewed"), (Text::counted("days", 12), Tone::Plain));
    assert_eq!(screen.row("renewed").renewed, Some(ago(12)));
    // Reading a token makes it no younger.
    let thirty = (Text::counted("days_at_least", 30), Tone::Plain);
    assert_eq!(age("seen"), thirty);
    assert_eq!(age("listed"), thirty);
    assert_eq!(
        age("changed"),
        (Text::counted("days_at_least", 5), Tone::Plain)
    );
    assert_eq!(age("new"), (Text::new("age_unknown"), Tone::Muted));
    assert_eq!(screen.row("seen").renewed, None);
}

#[test]
fn a_token_is_soon_due_then_due_at_the_very_day() {
    let names = ["fresh", "soon", "last", "due"];
    let memory = ledger(
        [52, 53, 59, 60]
            .into_iter()
            .zip(names)
            .map(|(days, name)| renewed(name, days)),
    );
    let mut screen = Screen::of_cloud(memory, &names.map(private));
    let states = |screen: &Screen| names.map(|name| screen.state(name));
    let (soon, due) = (Some("state_soon"), Some("state_due"));
    assert_eq!(states(&screen), [None, soon, soon, due]);
    assert_eq!(screen.row("soon").age.1, Tone::Warn);
    assert_eq!(
        screen.view().rotate_due.label,
        Text::new("rotate_due").number(1)
    );
    // A day later, once the storage was looked at anew.
    screen.now.0 += DAY;
    let memory = ledger(
        [52, 53, 59, 60]
            .into_iter()
            .zip(names)
            .map(|(days, name)| renewed(name, days)),
    );
    screen.recalled(memory);
    assert_eq!(states(&screen), [soon, soon, due, due]);
}

#[test]
fn the_persons_policy_counts() {
    let policy = Policy::new(30, 0).ok();
    let memory = Memory {
        policy,
        ..ledger([renewed("a", 29), renewed("b", 30)])
    };
    let screen = Screen::of_cloud(memory, &["a", "b"].map(private));
    assert_eq!(screen.state("a"), None);
    assert_eq!(screen.state("b"), Some("state_due"));
    let (text, tone) = screen.view().summary[2].clone();
    assert_eq!(text, Text::counted("old_tokens", 1).number(30));
    assert_eq!(tone, Tone::Warn);
}

#[test]
fn public_projects_need_no_token() {
    let screen = Screen::of_cloud(ledger([seen("a", 500)]), &[public("a")]);
    assert_eq!(screen.age("a"), "no_token_needed_short");
    assert_eq!(screen.state("a"), None);
    assert!(!screen.view().rotate_due.enabled);
    assert_eq!(
        name(Some(screen.view().rotate_due.label)),
        Some("nothing_due")
    );
}

#[test]
fn a_host_may_want_a_token_for_public_projects_and_is_looked_at_once() {
    for owner in [cloud(), server()] {
        is_looked_at_once(owner);
    }
}

fn is_looked_at_once(owner: Owner) {
    let (mut screen, effects) = Screen::open(owner);
    screen.recalled(ledger([seen("a", 500), seen("b", 500)]));
    let projects = [public("a"), public("b")];
    let asked = screen.serve(effects, &projects);
    let looks = |effects: &[Effect]| {
        let all = effects.iter();
        all.filter(|effect| matches!(effect, Effect::LookAtPublic(_)))
            .count()
    };
    assert_eq!(looks(&asked), 1);
    screen.tell(public_picture(false));
    assert_eq!(screen.state("a"), None);
    screen.tell(public_picture(true));
    assert_eq!(screen.state("a"), Some("state_due"));
    assert_eq!(screen.state("b"), Some("state_due"));
    let again = screen.act(rebadge::dashboard::Action::Reload);
    let asked = screen.serve(again, &projects);
    assert_eq!(looks(&asked), 0);
    assert_eq!(screen.state("a"), Some("state_due"));
}

#[test]
fn a_host_without_public_projects_is_not_looked_at() {
    for owner in [cloud(), server()] {
        let (mut screen, effects) = Screen::open(owner);
        let asked = screen.serve(effects, &[private("a")]);
        assert!(
            !asked
                .iter()
                .any(|effect| matches!(effect, Effect::LookAtPublic(_)))
        );
    }
}

#[test]
fn a_project_whose_visibility_is_not_told_is_taken_to_be_private() {
    let mut project = private("a");
    project.visibility = None;
    let screen = Screen::of_cloud(ledger([seen("a", 500)]), &[project]);
    assert_eq!(screen.state("a"), Some("state_due"));
}

#[test]
fn a_clock_that_was_set_back_makes_no_token_old() {
    let screen = Screen::of_cloud(ledger([renewed("a", -500)]), &[private("a")]);
    assert_eq!(screen.row("a").age.0, Text::new("age_today"));
    assert_eq!(screen.state("a"), None);
}

#[test]
fn where_the_storage_comes_late_rows_wait_for_what_puts_them_in_order() {
    let (mut screen, effects) = Screen::open(cloud());
    screen.serve(effects, &[private("a"), private("b")]);
    assert_eq!(screen.rows(), []);
    assert_eq!(screen.view().table.empty, None);
    screen.recalled(ledger([seen("b", 100)]));
    assert_eq!(screen.keys(), ["b", "a"]);
    assert_eq!(screen.state("b"), Some("state_due"));
}
