//! For every failure: what happened, what to do next, and the button that does
//! it.

use super::{Action, Link, Text};
use crate::sonar::{Failure, Loss};

/// What to tell a person about a failure.
#[derive(Debug, Clone, PartialEq)]
pub struct Advice {
    /// What happened.
    pub what: Text,
    /// What to do next.
    pub next: Text,
    /// The button that does it.
    pub link: Option<Link>,
}

impl Advice {
    /// The advice on a failure, where `retry` is what trying again means, and
    /// `wait` the seconds that the host wants to be left alone for.
    pub fn on(failure: Failure, retry: Action, wait: u32) -> Self {
        let again = Some(Link::to("try_again", retry.clone()));
        let (what, next, link) = match failure {
            Failure::NotSignedIn => (
                Text::new("not_signed_in"),
                Text::new("not_signed_in_next"),
                Some(Link::to("sign_in", Action::SignIn)),
            ),
            Failure::Unauthorized | Failure::SessionRefused => (
                Text::new("session_refused"),
                Text::new("session_refused_next"),
                Some(Link::to("reload_page", Action::ReloadTab)),
            ),
            // The project itself is on the screen.
            Failure::NoBrowse if retry == Action::ReadToken => (
                Text::new("token_forbidden"),
                Text::new("no_browse_next"),
                Some(Link::to("read_again", Action::ReadToken)),
            ),
            Failure::NoBrowse => (Text::new("no_browse"), Text::new("no_browse_next"), None),
            Failure::NoAdminister => (
                Text::new("no_administer"),
                Text::new("no_administer_next"),
                None,
            ),
            Failure::NotFound => (
                Text::new("unknown_project"),
                Text::new("unknown_project_next"),
                again,
            ),
            Failure::NotOffered => (
                Text::new("not_offered"),
                Text::new("not_offered_next"),
                Some(Link::to("open_information", Action::OpenInformation)),
            ),
            // The seconds stand in the button, not in the message, which is read
            // out whenever it changes.
            Failure::RateLimited { .. } => (
                Text::new("rate_limited"),
                Text::new("rate_limited_next"),
                again.map(|link| match wait {
                    0 => link,
                    seconds => Link {
                        label: Text::new("try_again_in").with(seconds),
                        enabled: false,
                        ..link
                    },
                }),
            ),
            Failure::Server { status } => (
                Text::new("server_trouble").with(status),
                Text::new("server_trouble_next"),
                again,
            ),
            Failure::Html => (Text::new("page_came"), Text::new("page_came_next"), again),
            Failure::Unreadable => (Text::new("unreadable"), Text::new("unreadable_next"), again),
            Failure::Refused { status } => (
                Text::new("refused").with(status),
                Text::new("refused_next"),
                again,
            ),
            Failure::Unchanged => (
                Text::new("unchanged"),
                Text::new("unchanged_next"),
                Some(Link::to("check_again", Action::CheckRenewal)),
            ),
            Failure::Storage => (
                Text::new("storage_refused"),
                Text::new("storage_refused_next"),
                again,
            ),
            Failure::Lost { loss, .. } => Self::on_loss(loss, again),
        };
        Self { what, next, link }
    }

    fn on_loss(loss: Loss, again: Option<Link>) -> (Text, Text, Option<Link>) {
        match loss {
            Loss::Offline => (Text::new("offline"), Text::new("offline_next"), again),
            Loss::Connection => (
                Text::new("connection_lost"),
                Text::new("connection_lost_next"),
                again,
            ),
            Loss::Timeout => (Text::new("timed_out"), Text::new("timed_out_next"), again),
            Loss::TabGone => (
                Text::new("tab_gone"),
                Text::new("tab_gone_next"),
                Some(Link::to("open_page", Action::OpenProject)),
            ),
            // The popup never relies on site access.
            Loss::Navigated | Loss::AccessRevoked => (
                Text::new("navigated"),
                Text::new("navigated_next"),
                Some(Link::to("open_page", Action::OpenProject)),
            ),
        }
    }
}
