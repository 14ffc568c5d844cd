//! The popup as a state machine: what happened, what is asked, what is seen.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod branches;
mod failures;
mod lists;
mod project;
mod public;
mod renewal;
mod ruled;
mod server;

use rebadge::badge::Choice;
use rebadge::page::OrganizationKey;
use rebadge::popup::{Action, Copyable, Effect, Event, Popup, ProjectView, ScreenId, ScreenView};
use rebadge::renewal::Moment;
use rebadge::sonar::{Component, Visibility};
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
        organization: OrganizationKey::parse("acme").ok(),
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
