//! The popup on the pages of a SonarQube Server: found out by asking, and
//! without organizations.

use rebadge::badge::Choice;
use rebadge::popup::{
    Action, Copyable, Effect, Event, Popup, ScreenId, ScreenView, Text, TroubleView, instance_name,
};
use rebadge::sonar::{
    Branch, Component, Failure, ListPage, Loss, SystemState, SystemStatus, Visibility,
};

use super::{START, component, copied, token};

const PAGE: &str = "http://intranet:9000/sonar/dashboard?id=acme_pay";

fn open(url: &str) -> (Popup, Vec<Effect>) {
    let mut popup = Popup::new(START);
    let event = Event::OpenedOnServer {
        url: url.to_owned(),
        context: "/sonar".to_owned(),
    };
    let effects = popup.update(event, START);
    (popup, effects)
}

fn status(state: SystemState) -> Event {
    Event::SystemStatus(Ok(SystemStatus {
        version: "26.9.0.129388".to_owned(),
        status: state,
    }))
}

fn trouble(popup: &Popup) -> TroubleView {
    match popup.view().screen {
        ScreenView::Trouble(trouble) => trouble,
        other => panic!("{other:?}"),
    }
}

/// A popup on a private project of a Server that has answered.
fn ready() -> (Popup, ScreenId) {
    let (mut popup, _) = open(PAGE);
    popup.update(status(SystemState::Up), START);
    let id = ScreenId(1);
    popup.update(Event::Recalled(id, Choice::default()), START);
    let component = Component {
        organization: None,
        ..component(Visibility::Private)
    };
    popup.update(Event::Component(id, Ok(component)), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    popup.update(Event::Branches(id, Ok(Vec::<Branch>::new())), START);
    (popup, id)
}

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

#[test]
fn the_markdown_links_to_the_servers_own_pages() {
    let (mut popup, _) = ready();
    let token = "a".repeat(40);
    assert_eq!(
        copied(&mut popup, Copyable::Snippet),
        format!(
            "[![Quality Gate Status](http://intranet:9000/sonar/api/project_badges/measure\
             ?project=acme_pay&metric=alert_status&token={token})]\
             (http://intranet:9000/sonar/dashboard?id=acme_pay)"
        )
    );
}

#[test]
fn no_organization_is_asked_for_or_shown() {
    let (mut popup, _) = ready();
    let ScreenView::Project(project) = popup.view().screen else {
        panic!("{:?}", popup.view().screen);
    };
    assert_eq!(project.organization, None);
    popup.update(Event::Did(Action::Connection), START);
    let ScreenView::Connection(connection) = popup.view().screen else {
        panic!("{:?}", popup.view().screen);
    };
    assert_eq!((connection.organization, connection.region), (None, None));
    assert_eq!(
        copied(&mut popup, Copyable::Properties),
        "sonar.host.url=http://intranet:9000/sonar\nsonar.projectKey=acme_pay\n"
    );
}

#[test]
fn all_projects_are_the_servers() {
    let (mut popup, _) = ready();
    assert!(popup.view().all_projects);
    let from_project = popup.update(Event::Did(Action::AllProjects), START);
    let (mut popup, _) = open("http://intranet:9000/sonar/projects");
    let from_page = popup.update(status(SystemState::Up), START);
    assert!(matches!(
        from_project.as_slice(),
        [Effect::OpenDashboard(owner)]
            if owner.organization.is_none() && owner.instance.base_url() == "http://intranet:9000/sonar"
    ));
    assert!(matches!(
        from_page.as_slice(),
        [Effect::ListProjects(_, list), Effect::Focus(_)] if list.organization.is_none()
    ));
    assert!(popup.view().all_projects, "on the list, too");
}

#[test]
fn an_unknown_project_leads_to_all_projects() {
    let (mut popup, _) = open(PAGE);
    popup.update(status(SystemState::Up), START);
    let id = ScreenId(1);
    popup.update(Event::Component(id, Err(Failure::NotFound)), START);
    popup.update(Event::Token(id, Err(Failure::NotFound), START), START);
    let links = trouble(&popup).links;
    assert!(matches!(links.as_slice(), [link] if link.action == Action::Reload));
    assert!(popup.view().all_projects);
}

#[test]
fn an_empty_server_is_asked_who_is_signed_in() {
    let (mut popup, _) = open("http://intranet:9000/sonar/projects");
    popup.update(status(SystemState::Up), START);
    let empty = ListPage {
        entries: Vec::new(),
        total: 0,
    };
    let effects = popup.update(Event::Projects(ScreenId(1), Ok(empty)), START);
    assert!(matches!(effects.as_slice(), [Effect::ReadCurrentUser(_)]));
}

#[test]
fn signing_in_leads_back_to_the_servers_page() {
    let (mut popup, _) = open(PAGE);
    popup.update(status(SystemState::Up), START);
    let id = ScreenId(1);
    popup.update(Event::Component(id, Err(Failure::NotSignedIn)), START);
    popup.update(Event::Token(id, Err(Failure::Unauthorized), START), START);
    let effects = popup.update(Event::Did(Action::SignIn), START);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Visit(url)] if url
            == "http://intranet:9000/sonar/sessions/new?return_to=%2Fsonar%2Fdashboard%3Fid%3Dacme_pay"
    ));
}
