//! What is shown on a Server's pages, and where that leads.

use rebadge::badge::Choice;
use rebadge::popup::{Action, Copyable, Effect, Event, Popup, ScreenId, ScreenView};
use rebadge::sonar::{Branch, Component, Failure, ListPage, SystemState, Visibility};

use super::super::{START, component, copied, token};
use super::{PAGE, open, status, trouble};

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
