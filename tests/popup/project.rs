//! A project's page: what is asked, and what its snippet waits for.

use rebadge::badge::{Choice, Format, Kind, Metric};
use rebadge::page::OrganizationKey;
use rebadge::popup::{Action, Copyable, Effect, Event, Mark, Popup, ScreenId, ScreenView, Slot};
use rebadge::renewal::{Age, DAY};
use rebadge::rotation::{Owner, Policy};
use rebadge::sonar::{Component, Failure, Visibility};

use super::{PROJECT, START, at, component, copied, open, project, ready, token};

#[test]
fn a_project_page_asks_for_everything_at_once() {
    let (_, _, effects) = open(PROJECT);
    assert!(matches!(
        effects.as_slice(),
        [
            Effect::Connect(_),
            Effect::ReadComponent(..),
            Effect::ReadToken(..),
            Effect::ListBranches(..),
            Effect::RecallChoice(..),
            Effect::Settle(..)
        ]
    ));
}

#[test]
fn the_markdown_is_there_with_component_and_token_and_both_are_marked() {
    let (mut popup, id, _) = open(PROJECT);
    let event = Event::Component(id, Ok(component(Visibility::Private)));
    let effects = popup.update(event, START);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Mark(Mark::Organization)]
    ));
    let effects = popup.update(Event::Token(id, Ok(token('a')), START), START);
    let marked = |effect: &Effect| matches!(effect, Effect::Mark(Mark::Markdown));
    assert!(effects.iter().any(marked));
    assert!(project(&popup).snippet.unwrap().contains("token=•"));
    let markdown = copied(&mut popup, Copyable::Snippet);
    assert!(markdown.contains(&format!("token={}", "a".repeat(40))));
}

#[test]
fn an_organization_page_shows_its_key_before_any_answer() {
    let (popup, _, effects) = open("https://sonarcloud.io/organizations/acme/members");
    let marked = |effect: &Effect| matches!(effect, Effect::Mark(Mark::Organization));
    assert!(effects.iter().any(marked));
    match popup.view().screen {
        ScreenView::List(list) => assert_eq!(list.organization.as_deref(), Some("acme")),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_page_that_is_not_sonars_asks_nobody() {
    for url in [Some("https://example.org/"), Some("about:blank"), None] {
        let mut popup = Popup::new(START);
        let effects = popup.update(Event::Opened(url.map(str::to_owned)), START);
        assert!(effects.is_empty(), "{url:?}");
        assert!(matches!(popup.view().screen, ScreenView::Trouble(_)));
    }
}

#[test]
fn an_answer_for_a_screen_that_is_gone_is_dropped() {
    let (mut popup, id, _) = open(PROJECT);
    popup.update(Event::Component(id, Err(Failure::Html)), START);
    popup.update(Event::Did(Action::Reload), START);
    popup.update(
        Event::Component(id, Ok(component(Visibility::Private))),
        START,
    );
    assert_eq!(project(&popup).name, Slot::Loading);
}

#[test]
fn snippet_and_choices_wait_for_what_was_chosen_last_and_have_it() {
    let mut popup = Popup::new(START);
    popup.update(Event::Opened(Some(PROJECT.to_owned())), START);
    let id = ScreenId(1);
    let component = component(Visibility::Private);
    popup.update(Event::Component(id, Ok(component)), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    assert_eq!(project(&popup).snippet, None);
    assert!(!project(&popup).choosable);
    popup.update(Event::Recalled(id, Choice::of(Kind::QualityGate)), START);
    assert!(project(&popup).choosable);
    let snippet = project(&popup).snippet.unwrap();
    assert!(snippet.starts_with("[![Quality Gate]("), "{snippet}");
}

#[test]
fn the_format_changes_what_is_copied() {
    let (mut popup, _) = ready();
    popup.update(Event::Did(Action::ChooseFormat(Format::ImageUrl)), START);
    assert!(copied(&mut popup, Copyable::Snippet).starts_with("https://sonarcloud.io/api/"));
}

#[test]
fn an_organization_that_the_host_tells_later_is_marked_too_and_corrects_the_url() {
    let (mut popup, id, _) = open(PROJECT);
    let untold = Component {
        organization: None,
        ..component(Visibility::Private)
    };
    popup.update(Event::Component(id, Ok(untold.clone())), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    assert!(project(&popup).snippet.is_some());
    let effects = popup.update(Event::Shown(id, Ok(component(Visibility::Private))), START);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Mark(Mark::Organization)]
    ));

    let (mut popup, id, _) = open(&format!("{PROJECT}&organization=left"));
    let shown = |popup: &Popup| project(popup).organization;
    assert_eq!(shown(&popup), Some(Slot::Known("left".to_owned())));
    popup.update(Event::Component(id, Ok(untold)), START);
    assert_eq!(shown(&popup), Some(Slot::Known("left".to_owned())));
    popup.update(
        Event::Component(id, Ok(component(Visibility::Private))),
        START,
    );
    assert_eq!(shown(&popup), Some(Slot::Known("acme".to_owned())));
    assert_eq!(
        popup.organization_of(id),
        OrganizationKey::parse("acme").ok().as_ref()
    );
}

#[test]
fn a_badge_that_only_some_hosts_have_is_among_those_to_choose_from_once_it_is_chosen() {
    let mut popup = Popup::new(START);
    popup.update(Event::Opened(Some(PROJECT.to_owned())), START);
    let kind = Kind::Measure(Metric::of_key("own_metric").unwrap());
    popup.update(
        Event::Recalled(ScreenId(1), Choice::of(kind.clone())),
        START,
    );
    let kinds = project(&popup).kinds;
    assert_eq!(kinds.iter().filter(|one| **one == kind).count(), 1);
}

/// The names of the policies that are asked for.
fn policies(effects: &[Effect]) -> Vec<String> {
    let names = effects.iter().filter_map(|effect| match effect {
        Effect::RecallPolicy(_, owner) => {
            Some(owner.as_ref().map_or_else(String::new, Owner::policy))
        }
        _ => None,
    });
    names.collect()
}

#[test]
fn a_token_is_called_due_under_the_policy_of_its_organization() {
    let aged = |age: Age, now: i64| {
        let (mut popup, id) = ready();
        let effects = popup.update(Event::Aged(id, age, at(now)), at(now));
        (popup, id, policies(&effects))
    };
    let said = |popup: &Popup| project(popup).token.age.unwrap().name;
    // No policy asks for it sooner than after a week: none is looked up.
    let (popup, _, asked) = aged(Age::Renewed(START), 7 * DAY - 1);
    assert_eq!((said(&popup), asked.len()), ("age_renewed", 0));
    let (mut popup, id, asked) = aged(Age::Renewed(START), 70 * DAY);
    assert_eq!(asked, ["policy https://sonarcloud.io acme"]);
    assert_eq!(said(&popup), "age_renewed", "nothing is claimed yet");
    popup.update(Event::Policy(id, Policy::default()), at(70 * DAY));
    assert_eq!(said(&popup), "age_renewed_due");
    let policy = Policy::new(90, 7).unwrap();
    let effects = popup.update(Event::Policy(id, policy), at(70 * DAY));
    assert_eq!(policies(&effects), [""; 0], "asked once");
    assert_eq!(said(&popup), "age_renewed");
    popup.update(Event::Tick, at(90 * DAY));
    assert_eq!(said(&popup), "age_renewed_due");
    let (mut popup, id, _) = aged(Age::FirstSeen(START), 31 * DAY);
    assert_eq!(said(&popup), "age_first_seen");
    let policy = Policy::new(30, 7).unwrap();
    popup.update(Event::Policy(id, policy), at(31 * DAY));
    assert_eq!(said(&popup), "age_first_seen_due");
}
