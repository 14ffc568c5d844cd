//! The message beside a project that is of use all the same.

use super::ProjectScreen;
use crate::popup::remote::Remote;
use crate::popup::screen::Trouble;
use crate::popup::{Action, Notice, Text};
use crate::renewal::Moment;
use crate::sonar::Failure;

/// What went wrong with a renewal, for a message beside the project.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Complaint {
    pub lead: Text,
    pub trouble: Option<Trouble>,
    pub retry: Action,
}

impl ProjectScreen {
    /// The message beside the project, if there is something to say.
    pub fn notice(&self, now: Moment) -> Option<Notice> {
        let said = self.complaint.clone().or_else(|| self.standing_trouble())?;
        Some(match said.trouble {
            Some(trouble) => trouble.notice(said.lead, said.retry, now),
            None => Notice {
                texts: vec![said.lead],
                link: None,
            },
        })
    }

    /// The seconds that are left to wait for the host.
    pub fn wait(&self, now: Moment) -> u32 {
        let complaint = self.complaint.as_ref().and_then(|c| c.trouble);
        Trouble::longest_wait([self.trouble, self.token_trouble, complaint], now)
    }

    /// What is missing from the screen, as long as nothing newer is to be said.
    fn standing_trouble(&self) -> Option<Complaint> {
        let (lead, trouble, retry) = match (&self.component, &self.token) {
            (Remote::Failed(_), Remote::Ready(_)) => {
                ("project_unread", self.trouble, Action::Reload)
            }
            // The card says so itself.
            (Remote::Ready(_), Remote::Failed(Failure::NotOffered)) => return None,
            (Remote::Ready(_), Remote::Failed(_)) if self.lacks_token() => {
                let lead = match self.is_public() {
                    true => "picture_wants_token",
                    false => "snippet_without_token",
                };
                (lead, self.token_trouble, Action::ReadToken)
            }
            _ => return None,
        };
        Some(Complaint {
            lead: Text::new(lead),
            trouble: Some(trouble?),
            retry,
        })
    }
}
