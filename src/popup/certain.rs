//! What can be copied while nobody looks: a text that nothing on its way can
//! change any more, or why there is none.

use super::project::ProjectScreen;
use super::remote::Remote;
use super::screen::Screen;
use super::{Action, Advice, Popup, Text};
use crate::badge::{PictureProblem, TokenUse};
use crate::sonar::Failure;
use crate::token::SecretText;

/// A text, or in words why there is none; nothing as long as that is open.
type Certain = Option<Result<SecretText, Text>>;

impl Popup {
    /// The snippet with the badges chosen last, of the page's project. What
    /// shows no badge is none.
    pub fn certain_snippet(&self) -> Certain {
        match self.screens.last() {
            None => self.astray(),
            Some(Screen::Project(project)) => project.certain_snippet(),
            Some(_) => Some(Err(Text::new("command_no_project"))),
        }
    }

    /// The organization key of the page.
    pub fn certain_organization_key(&self) -> Certain {
        let Some(screen) = self.screens.last() else {
            return self.astray();
        };
        if let Some(key) = screen.organization() {
            return Some(Ok(SecretText::new(key.to_string())));
        }
        let Screen::Project(project) = screen else {
            return Some(Err(Text::new("command_no_organization")));
        };
        match &project.organization {
            Remote::Loading => None,
            Remote::Failed(failure) => Some(Err(what(*failure))),
            Remote::Ready(_) if !project.instance.has_organizations() => {
                Some(Err(Text::new("command_no_organization")))
            }
            Remote::Ready(_) => Some(Err(Text::new("organization_untold"))),
        }
    }

    /// Why there is no screen, where that is known.
    fn astray(&self) -> Certain {
        let trouble = self.arrival.trouble(self.now)?;
        Some(Err(trouble.what))
    }
}

impl ProjectScreen {
    fn certain_snippet(&self) -> Certain {
        let Some(snippet) = self.snippet() else {
            return match (&self.component, &self.token) {
                (Remote::Failed(failure), Remote::Failed(_)) => Some(Err(what(*failure))),
                _ => None,
            };
        };
        let holds_token = self.choice.style.token == TokenUse::Included
            && self.choice.badges().iter().any(|kind| kind.is_of_project());
        if holds_token {
            if let Some(words) = self.doubt() {
                return Some(Err(Text::new(words)));
            }
            if let (true, Some(failure)) = (self.lacks_token(), self.token.failure()) {
                return Some(Err(match failure {
                    Failure::NotOffered => Text::new("token_not_offered"),
                    failure => Advice::on(failure, Action::ReadToken, 0).what,
                }));
            }
        }
        Some(Ok(snippet.plain))
    }

    /// Why a public project's badge may be none without the token. On Cloud, which
    /// shows them to everybody, a picture that did not come is no reason.
    fn doubt(&self) -> Option<&'static str> {
        if !self.is_untold() {
            return None;
        }
        match self.picture_of(self.probe()) {
            Some(Err(PictureProblem::NotFound)) => Some("picture_not_found"),
            _ if self.instance.has_organizations() => None,
            _ => Some("picture_untold"),
        }
    }
}

/// What happened, without what to do next: the popup says that itself.
fn what(failure: Failure) -> Text {
    Advice::on(failure, Action::Reload, 0).what
}
