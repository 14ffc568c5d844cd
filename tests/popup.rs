//! The popup as a state machine: what happened, what is asked, what is seen.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use rebadge::badge::{Choice, Format, Kind, PictureProblem};
use rebadge::popup::{
    Action, Advice, Copyable, Effect, Event, Mark, Popup, ProjectView, ScreenId, ScreenView, Slot,
};
use rebadge::renewal::{Moment, Outcome};
use rebadge::sonar::{
    BadgeServices, Branch, Component, Failure, ListPage, Loss, Project, Visibility,
};
use rebadge::token::BadgeToken;

const PROJECT: &str = "https://sonarcloud.io/project/overview?id=acme_pay";
const START: Moment = Moment(1_764_000_000_000);

fn at(milliseconds: i64) -> Moment {
    Moment(START.0 + milliseconds)
}

fn token(fill: char) -> BadgeToken {
    BadgeToken::try_from(fill.to_string().repeat(40)).unwrap()
}

fn component(visibility: Visibility) -> Component {
    Component {
        name: "Payments".to_owned(),
        organization: rebadge::page::OrganizationKey::parse("acme").ok(),
        visibility: Some(visibility),
        may_administer: Some(true),
        branch: Some("main".to_owned()),
        badge_token: None,
    }
}

/// A popup opened on a URL, and the number of its first screen.
fn open(url: &str) -> (Popup, ScreenId, Vec<Effect>) {
    let mut popup = Popup::new(START);
    let effects = popup.update(Event::Opened(Some(url.to_owned())), START);
    popup.update(Event::Recalled(ScreenId(1), Choice::default()), START);
    (popup, ScreenId(1), effects)
}

/// The same on a private project that has answered.
fn ready() -> (Popup, ScreenId) {
    let (mut popup, id, _) = open(PROJECT);
    popup.update(
        Event::Component(id, Ok(component(Visibility::Private))),
        START,
    );
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    (popup, id)
}

fn project(popup: &Popup) -> ProjectView {
    match popup.view().screen {
        ScreenView::Project(project) => *project,
        other => panic!("{other:?}"),
    }
}

fn copied(popup: &mut Popup, what: Copyable) -> String {
    match popup
        .update(Event::Did(Action::Copy(what)), START)
        .as_slice()
    {
        [Effect::Copy(_, text)] => text.expose().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn renewals(effects: &[Effect]) -> usize {
    let renew = |effect: &&Effect| matches!(effect, Effect::Renew(..));
    effects.iter().filter(renew).count()
}

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
fn a_public_project_needs_no_token_and_its_card_is_folded() {
    let (mut popup, id, _) = open(PROJECT);
    popup.update(
        Event::Component(id, Ok(component(Visibility::Public))),
        START,
    );
    let view = project(&popup);
    assert!(!view.snippet.unwrap().contains("token"));
    assert_eq!(view.token.folded, Some(true));
}

#[test]
fn a_host_that_wants_the_token_for_a_public_project_gets_it_if_that_helps() {
    let (mut popup, id, _) = open(PROJECT);
    popup.update(
        Event::Component(id, Ok(component(Visibility::Public))),
        START,
    );
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    let fails = |number| Event::Picture(id, number, Err(PictureProblem::NotFound));
    let effects = popup.update(fails(0), START);
    assert!(matches!(
        effects.as_slice(),
        [Effect::FetchPicture(_, 1, _)]
    ));
    let view = project(&popup);
    assert!(view.snippet.unwrap().contains("token="));
    assert_eq!(view.token.folded, None);
    // It does not help: without, as before, and no further try.
    assert!(popup.update(fails(1), START).is_empty());
    assert!(!project(&popup).snippet.unwrap().contains("token="));
}

#[test]
fn a_branch_of_the_page_waits_for_the_branches_and_counts_only_with_badges() {
    let url = format!("{PROJECT}&branch=feature/a");
    for (listed, expected) in [("feature/a", true), ("other", false)] {
        let (mut popup, id, _) = open(&url);
        popup.update(
            Event::Component(id, Ok(component(Visibility::Private))),
            START,
        );
        popup.update(Event::Token(id, Ok(token('a')), START), START);
        assert_eq!(project(&popup).snippet, None);
        let branch = |name: &str, is_main| Branch {
            name: rebadge::page::BranchName::parse(name).unwrap(),
            is_main,
        };
        let branches = vec![branch("main", true), branch(listed, false)];
        popup.update(Event::Branches(id, Ok(branches)), START);
        let snippet = project(&popup).snippet.unwrap();
        assert_eq!(snippet.contains("branch=feature%2Fa"), expected);
    }
}

#[test]
fn a_double_click_is_one_renewal() {
    let (mut popup, _) = ready();
    let first = popup.update(Event::Did(Action::Renew), START);
    let second = popup.update(Event::Did(Action::Renew), START);
    assert_eq!((renewals(&first), renewals(&second)), (1, 0));
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
fn the_snippet_waits_for_what_was_chosen_last_and_has_it() {
    let mut popup = Popup::new(START);
    popup.update(Event::Opened(Some(PROJECT.to_owned())), START);
    let id = ScreenId(1);
    let component = component(Visibility::Private);
    popup.update(Event::Component(id, Ok(component)), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    assert_eq!(project(&popup).snippet, None);
    popup.update(Event::Recalled(id, Choice::of(Kind::QualityGate)), START);
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
fn a_rate_limit_counts_down_and_then_lets_go() {
    let (mut popup, id, _) = open(PROJECT);
    let failure = Failure::RateLimited {
        retry_after: Some(12),
    };
    let effects = popup.update(Event::Component(id, Err(failure)), START);
    assert!(matches!(effects.as_slice(), [Effect::Countdown]));
    let button = |popup: &Popup| match popup.view().screen {
        ScreenView::Trouble(trouble) => trouble.links[0].clone(),
        other => panic!("{other:?}"),
    };
    popup.update(Event::Tick, at(4_500));
    assert_eq!(button(&popup).label.name, "try_again_in");
    assert!(popup.is_waiting() && !button(&popup).enabled);
    popup.update(Event::Tick, at(12_000));
    assert!(!popup.is_waiting() && button(&popup).enabled);
}

#[test]
fn newest_analysis_comes_first_and_the_filter_narrows() {
    let (mut popup, id, _) = open("https://sonarcloud.io/organizations/acme");
    let entry = |key: &str, analysed: Option<&str>| Project {
        key: rebadge::page::ProjectKey::parse(key).unwrap(),
        name: format!("Project {key}"),
        visibility: None,
        analysed: analysed.map(str::to_owned),
    };
    let entries = vec![
        entry("never", None),
        entry("old", Some("2024-01-01T00:00:00+0000")),
        entry("new", Some("2026-01-01T00:00:00+0000")),
    ];
    let page = ListPage { entries, total: 3 };
    popup.update(Event::Projects(id, Ok(page)), START);
    let keys = |popup: &Popup| match popup.view().screen {
        ScreenView::List(list) => list.rows.into_iter().map(|row| row.key).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(keys(&popup), ["new", "old", "never"]);
    popup.update(Event::Did(Action::Filter("NEV".to_owned())), START);
    assert_eq!(keys(&popup), ["never"]);
}

fn failures() -> Vec<Failure> {
    let losses = [
        Loss::Offline,
        Loss::Connection,
        Loss::Timeout,
        Loss::TabGone,
        Loss::Navigated,
    ];
    let lost = losses.map(|loss| Failure::Lost { loss, sent: true });
    let mut all = vec![
        Failure::Unauthorized,
        Failure::NotSignedIn,
        Failure::SessionRefused,
        Failure::NoBrowse,
        Failure::NoAdminister,
        Failure::NotFound,
        Failure::NotOffered,
        Failure::RateLimited { retry_after: None },
        Failure::Server { status: 503 },
        Failure::Html,
        Failure::Unreadable,
        Failure::Refused { status: 400 },
        Failure::Unchanged,
        Failure::Storage,
    ];
    all.extend(lost);
    all
}

#[test]
fn every_failure_says_what_happened_and_has_a_button_unless_only_others_can_help() {
    for failure in failures() {
        let advice = Advice::on(failure, Action::Reload, 0);
        assert_ne!(advice.what, advice.next, "{failure:?}");
        let others = matches!(failure, Failure::NoBrowse | Failure::NoAdminister);
        assert_eq!(advice.link.is_none(), others, "{failure:?}");
    }
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
