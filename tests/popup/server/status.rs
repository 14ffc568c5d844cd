//! What may be a Server is asked for its status, and what that comes to.

use rebadge::popup::{Action, Effect, Event, Popup, ScreenView, Text, instance_name};
use rebadge::sonar::{Failure, Loss, SystemState};

use super::super::START;
use super::{PAGE, open, status, trouble};

#[test]
fn what_may_be_a_server_is_asked_that_and_nothing_else() {
    let (popup, effects) = open(PAGE);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Connect(instance), Effect::ReadSystemStatus]
            if instance.base_url() == "http://intranet:9000/sonar"
    ));
    assert_eq!(popup.view().screen, ScreenView::Loading);
}

#[test]
fn a_server_that_is_up_gets_the_questions_of_its_project() {
    let (mut popup, _) = open(PAGE);
    let effects = popup.update(status(SystemState::Up), START);
    assert!(matches!(
        effects.as_slice(),
        [
            Effect::ReadComponent(..),
            Effect::ReadToken(..),
            Effect::ListBranches(..),
            Effect::RecallChoice(..),
            Effect::Settle(..),
        ]
    ));
    assert_eq!(popup.view().version.as_deref(), Some("26.9.0.129388"));
}

#[test]
fn a_page_that_lies_is_no_page_of_sonarqube() {
    for failure in [Failure::NotFound, Failure::NotOffered] {
        let (mut popup, _) = open(PAGE);
        let effects = popup.update(Event::SystemStatus(Err(failure)), START);
        assert!(effects.is_empty());
        assert_eq!(trouble(&popup).what.name, "not_sonar", "{failure:?}");
    }
}

#[test]
fn a_page_that_claims_another_place_is_asked_nothing() {
    let (popup, effects) = open("http://intranet:9000/wiki/page");
    assert!(effects.is_empty());
    assert_eq!(trouble(&popup).what.name, "not_sonar");
}

fn lost(failure: Failure) -> Event {
    Event::SystemStatus(Err(failure))
}

#[test]
fn a_page_too_busy_to_be_looked_at_says_so() {
    let mut popup = Popup::new(START);
    let effects = popup.update(Event::OpenedOnBusyPage(PAGE.to_owned()), START);
    assert!(effects.is_empty());
    assert_eq!(trouble(&popup).what.name, "page_busy");
    let effects = popup.update(Event::Did(Action::Primary), START);
    assert!(matches!(effects.as_slice(), [Effect::ReloadTab]));
}

#[test]
fn a_version_is_shown_as_far_as_it_looks_like_one() {
    let page = rebadge::page::read_on_server(PAGE, "/sonar").unwrap();
    for (version, shown) in [
        ("26.9.0.129388", "26.9"),
        ("2025.4", "2025.4"),
        ("9", "9"),
        ("Your account is blocked. Call us", ""),
        ("99999.1", "1"),
    ] {
        let name = instance_name(&page.instance, version);
        assert_eq!(name, Text::new("instance_server").with(shown), "{version}");
    }
}

#[test]
fn a_server_that_is_not_up_says_why_and_can_be_asked_again() {
    for answer in [
        status(SystemState::DbMigrationNeeded),
        lost(Failure::Server { status: 503 }),
        lost(Failure::Html),
        lost(Failure::Unreadable),
        lost(Failure::Lost {
            loss: Loss::Timeout,
            sent: true,
        }),
        lost(Failure::Lost {
            loss: Loss::Navigated,
            sent: true,
        }),
        lost(Failure::Lost {
            loss: Loss::TabGone,
            sent: false,
        }),
    ] {
        let (mut popup, _) = open(PAGE);
        popup.update(answer, START);
        let link = trouble(&popup).links.remove(0);
        assert_eq!(link.action, Action::Reload);
        let effects = popup.update(Event::Did(link.action), START);
        assert!(matches!(
            effects.as_slice(),
            [Effect::Connect(_), Effect::ReadSystemStatus]
        ));
        assert_eq!(popup.update(status(SystemState::Up), START).len(), 5);
    }
}
