//! Renewal as a popup sees it: one at a time, and no token on the screen unasked.

use proptest::prelude::*;
use rebadge::badge::Kind;
use rebadge::popup::{Action, Copyable, Effect, Event, Popup, ScreenId, ScreenView};
use rebadge::renewal::{Outcome, Settled};
use rebadge::sonar::{BadgeServices, Failure, Visibility};

use super::failures::failures;
use super::{PROJECT, START, at, component, copied, open, ready, token};

fn renewals(effects: &[Effect]) -> usize {
    let renew = |effect: &&Effect| matches!(effect, Effect::Renew(..));
    effects.iter().filter(renew).count()
}

#[test]
fn a_double_click_is_one_renewal() {
    let (mut popup, _) = ready();
    let first = popup.update(Event::Did(Action::Renew), START);
    let second = popup.update(Event::Did(Action::Renew), START);
    assert_eq!((renewals(&first), renewals(&second)), (1, 0));
}

#[test]
fn right_after_a_renewal_nobody_has_read_its_outcome() {
    let (mut popup, id) = ready();
    assert!(!popup.rests(START));
    popup.update(Event::Did(Action::Renew), START);
    popup.update(Event::Renewed(id, Outcome::Renewed(token('b'))), at(80));
    assert!(popup.rests(at(80)) && popup.rests(at(479)));
    assert!(!popup.rests(at(480)));
    assert!(!popup.rests(at(-1)), "nor by a clock that was set back");
}

#[test]
fn what_is_copied_while_a_renewal_is_under_way_is_called_old() {
    let (mut popup, id) = ready();
    popup.update(Event::Did(Action::Renew), START);
    let said = |popup: &Popup| popup.view().status.unwrap().name;
    for what in [Copyable::Snippet, Copyable::Token] {
        popup.update(Event::Copied(what, true), START);
        assert_eq!(said(&popup), "copied_old_token");
    }
    popup.update(Event::Copied(Copyable::ProjectKey, true), START);
    assert_eq!(said(&popup), "copied_project_key");
    popup.update(Event::Renewed(id, Outcome::Renewed(token('b'))), at(80));
    popup.update(Event::Copied(Copyable::Snippet, true), START);
    assert_eq!(said(&popup), "copied_markdown");
}

#[test]
fn looking_again_says_so_where_another_window_has_found_out() {
    let (mut popup, id) = ready();
    popup.update(Event::Did(Action::Renew), START);
    popup.update(Event::Renewed(id, Outcome::Unknown(Failure::Html)), at(80));
    popup.update(Event::Did(Action::CheckRenewal), at(900));
    popup.update(Event::Settled(id, Settled::Finished), at(990));
    popup.update(Event::Token(id, Ok(token('a')), at(995)), at(999));
    assert_eq!(popup.view().status.unwrap().name, "token_read");
}

#[test]
fn who_renews_before_the_token_is_there_counts_renewals_from_then_on() {
    let since =
        |popup: &mut Popup, now| match popup.update(Event::Did(Action::Renew), now).as_slice() {
            [Effect::Renew(_, order)] => order.since,
            other => panic!("{other:?}"),
        };
    let (mut popup, id, _) = open(PROJECT);
    popup.update(
        Event::Component(id, Ok(component(Visibility::Private))),
        START,
    );
    assert_eq!(since(&mut popup, at(50)), at(50));
    let (mut popup, _) = ready();
    assert_eq!(since(&mut popup, at(50)), START, "since it was read");
}

#[test]
fn a_renewal_puts_the_new_token_into_the_markdown() {
    let (mut popup, id) = ready();
    popup.update(Event::Did(Action::Renew), START);
    popup.update(Event::Renewed(id, Outcome::Renewed(token('b'))), at(80));
    assert!(copied(&mut popup, Copyable::Snippet).contains(&"b".repeat(40)));
}

#[test]
fn an_old_answer_that_comes_late_does_not_bring_the_old_token_back() {
    let (mut popup, id) = ready();
    popup.update(Event::Did(Action::Renew), at(10));
    popup.update(Event::Renewed(id, Outcome::Renewed(token('b'))), at(80));
    popup.update(Event::Token(id, Ok(token('a')), at(5)), at(90));
    assert!(copied(&mut popup, Copyable::Token).starts_with('b'));
}

fn event() -> impl Strategy<Value = Event> {
    let id = ScreenId(1);
    let failure = prop::sample::select(failures());
    prop_oneof![
        4 => Just(Event::Did(Action::Renew)),
        1 => Just(Event::Did(Action::Back)),
        1 => Just(Event::Did(Action::AllProjects)),
        1 => Just(Event::Did(Action::Connection)),
        1 => Just(Event::Did(Action::Primary)),
        1 => Just(Event::Did(Action::ToggleToken)),
        2 => Just(Event::Component(id, Ok(component(Visibility::Private)))),
        1 => Just(Event::Component(id, Ok(component(Visibility::Public)))),
        1 => failure.clone().prop_map(move |f| Event::Component(id, Err(f))),
        1 => failure.clone().prop_map(move |f| Event::Token(id, Err(f), START)),
        2 => Just(Event::Token(id, Ok(token('a')), START)),
        1 => Just(Event::Services(id, Ok(BadgeServices {
            metrics: Vec::new(),
            draws_quality_gate: true,
            draws_ai_code: true,
            reads_token: false,
            renews_token: false,
        }))),
        1 => Just(Event::Did(Action::ToggleGallery)),
        1 => Just(Event::Did(Action::Tick(Kind::QualityGate))),
        1 => failure.clone().prop_map(move |f| Event::Renewed(id, Outcome::NotRenewed(f))),
        1 => failure.prop_map(move |f| Event::Renewed(id, Outcome::Unknown(f))),
        1 => Just(Event::Renewed(id, Outcome::Renewed(token('b')))),
        1 => Just(Event::Settling(id)),
        1 => Just(Event::Tick),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_renewal_begins_while_one_is_under_way(events in prop::collection::vec(event(), 1..40)) {
        let (mut popup, _, _) = open(PROJECT);
        let mut under_way = 0;
        for event in events {
            if matches!(event, Event::Renewed(..)) {
                under_way = 0;
            }
            under_way += renewals(&popup.update(event, START));
            prop_assert!(under_way <= 1);
            let view = format!("{:?}", popup.view());
            let hidden = !view.contains(&"a".repeat(40)) && !view.contains(&"b".repeat(40));
            let shown = matches!(
                popup.view().screen,
                ScreenView::Project(project) if project.token.shown
            );
            prop_assert!(hidden || shown, "a token is on the screen unasked");
        }
    }
}
