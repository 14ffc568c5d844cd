//! The popup where a company has set rules.

use rebadge::page::Region;
use rebadge::popup::{Action, Effect, Event, Link, Popup, Renewing, ScreenId, ScreenView, Text};
use rebadge::settings::Rules;
use rebadge::sonar::{Failure, Visibility};
use serde_json::{Value, json};

use super::{PROJECT, START, component, project, ready, token};

fn rules(managed: Value) -> Event {
    Event::Ruled(serde_json::from_value::<Rules>(managed).unwrap())
}

fn opened(managed: Value, opened: Event) -> (Popup, Vec<Effect>) {
    let mut popup = Popup::new(START);
    popup.update(rules(managed), START);
    let effects = popup.update(opened, START);
    (popup, effects)
}

fn refuses(popup: &Popup, base: &str, offered: &[Action]) {
    let ScreenView::Trouble(trouble) = popup.view().screen else {
        panic!("{:?}", popup.view().screen);
    };
    assert_eq!(trouble.what, Text::new("instance_not_allowed"));
    assert_eq!(trouble.about.as_deref(), Some(base));
    let links = trouble.links.into_iter().map(|link| link.action);
    assert_eq!(links.collect::<Vec<_>>(), offered);
}

#[test]
fn nothing_is_asked_of_an_instance_that_is_not_allowed() {
    let only_us = json!({ "instances": ["https://sonarqube.us"] });
    let us = [Action::OpenCloud(Region::Us)];
    let (popup, effects) = opened(only_us.clone(), Event::Opened(Some(PROJECT.to_owned())));
    assert!(effects.is_empty());
    refuses(&popup, "https://sonarcloud.io", &us);
    let server = Event::OpenedOnServer {
        url: "http://intranet/sonar/projects".to_owned(),
        context: "/sonar".to_owned(),
    };
    let (popup, effects) = opened(only_us, server);
    assert!(effects.is_empty());
    refuses(&popup, "http://intranet/sonar", &us);
}

#[test]
fn one_that_is_allowed_is_as_ever() {
    let managed = json!({ "instances": ["https://sonarcloud.io/"] });
    let (popup, effects) = opened(managed, Event::Opened(Some(PROJECT.to_owned())));
    assert!(effects.len() > 1);
    assert_ne!(popup.view().screen, ScreenView::Loading);
}

#[test]
fn a_token_that_must_not_be_shown_stays_masked() {
    let (mut popup, _) = ready();
    assert!(project(&popup).token.may_show);
    popup.update(rules(json!({ "features": { "showToken": false } })), START);
    let masked = project(&popup).token.token;
    popup.update(Event::Did(Action::ToggleToken), START);
    let token = project(&popup).token;
    assert!(!token.may_show && !token.shown);
    assert_eq!(token.token, masked);
}

#[test]
fn where_renewing_is_switched_off_no_button_renews() {
    let off = || rules(json!({ "features": { "renewToken": false } }));
    let (mut popup, _) = ready();
    assert_eq!(project(&popup).token.renewing, Renewing::Button(true));
    popup.update(off(), START);
    let token = project(&popup).token;
    assert_eq!(token.renewing, Renewing::SwitchedOff);
    assert_eq!(token.note, Text::new("renewal_switched_off"));
    assert!(popup.update(Event::Did(Action::Renew), START).is_empty());
}

#[test]
fn nor_the_one_for_who_may_not_browse() {
    let screen = |managed| {
        let (mut popup, _) = opened(managed, Event::Opened(Some(PROJECT.to_owned())));
        let id = ScreenId(1);
        let refused = Err(Failure::NoBrowse);
        popup.update(
            Event::Component(id, refused.map(|()| component(Visibility::Private))),
            START,
        );
        popup.update(Event::Token(id, refused.map(|()| token('a')), START), START);
        match popup.view().screen {
            ScreenView::Trouble(trouble) => trouble.links,
            other => panic!("{other:?}"),
        }
    };
    let renews = |links: &[Link]| links.iter().any(|link| link.action == Action::Renew);
    assert!(renews(&screen(json!({}))));
    assert!(!renews(&screen(
        json!({ "features": { "renewToken": false } })
    )));
}
