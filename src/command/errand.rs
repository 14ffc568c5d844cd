//! A command being carried out: a popup that nobody sees finds out what is to be
//! copied, so that a command copies what the popup would.

use super::Command;
use crate::popup::{Effect, Event, Popup, Text};
use crate::renewal::Moment;
use crate::token::SecretText;

/// Where a command stands.
#[derive(Debug)]
pub struct Errand {
    command: Command,
    popup: Popup,
}

impl Errand {
    /// A command before anything is known.
    #[must_use]
    pub fn new(command: Command, now: Moment) -> Self {
        Self {
            command,
            popup: Popup::new(now),
        }
    }

    /// Takes in what happened, and says what is to be asked: no more than the
    /// command takes, and nothing that changes anything.
    pub fn update(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        let mut effects = self.popup.update(event, now);
        effects.retain(|effect| self.takes(effect));
        effects
    }

    /// What is to be copied, or in words why nothing is; nothing while that is
    /// open.
    #[must_use]
    pub fn end(&self) -> Option<Result<SecretText, Text>> {
        match self.command {
            Command::CopyMarkdown => self.popup.certain_snippet(),
            Command::CopyOrganizationKey => self.popup.certain_organization_key(),
        }
    }

    fn takes(&self, effect: &Effect) -> bool {
        match effect {
            Effect::Connect(_)
            | Effect::ReadSystemStatus
            | Effect::ReadComponent(..)
            | Effect::ShowComponent(..) => true,
            // Reading a token makes it where there was none.
            Effect::ReadToken(..)
            | Effect::ListBranches(..)
            | Effect::FindTarget(..)
            | Effect::RecallChoice(_)
            | Effect::FetchPicture(..) => self.command == Command::CopyMarkdown,
            _ => false,
        }
    }
}
