//! What went wrong, what to do next, and the buttons that do it.

use super::holding::Hold;
use super::run_looks::button;
use super::view::Alert;
use super::{Action, CopyRefusal, Dashboard};
use crate::popup::{Advice, Text};
use crate::record::Unopened;
use crate::rotation::{Pause, RunState};
use crate::sonar::{Failure, Loss};

impl Dashboard {
    /// The most pressing of all troubles.
    pub(super) fn alert(&self) -> Option<Alert> {
        if self.forbidden {
            return Some(Alert {
                texts: vec![
                    Text::new("instance_not_allowed"),
                    Text::new("instance_not_allowed_next"),
                ],
                buttons: Vec::new(),
            });
        }
        let said = self.complaint.clone().map(|complaint| vec![complaint]);
        let said = said.or_else(|| {
            (self.refused == Some(CopyRefusal::Clipboard))
                .then(|| vec![Text::new("clipboard_refused")])
        });
        if let Some(texts) = said {
            return Some(Alert {
                texts,
                buttons: Vec::new(),
            });
        }
        if let Some(CopyRefusal::Token(failure)) = self.refused {
            return Some(trouble(Text::new("nothing_copied"), failure, None));
        }
        self.storage_alert()
            .or_else(|| self.run_alert())
            .or_else(|| self.list_alert())
    }

    fn storage_alert(&self) -> Option<Alert> {
        if self.newer {
            let newer = Unopened::Newer { version: 0 };
            return Some(Alert {
                texts: vec![Text::new(newer.message())],
                buttons: Vec::new(),
            });
        }
        if self.storage_refused {
            return Some(Alert {
                texts: vec![
                    Text::new("storage_refused"),
                    Text::new("storage_refused_next"),
                ],
                buttons: vec![button("try_again", Action::Reload)],
            });
        }
        self.memory.unreadable_run.then(|| Alert {
            texts: vec![
                Text::new("run_unreadable"),
                Text::new("run_unreadable_next"),
            ],
            buttons: vec![button("forget_run", Action::ForgetRun)],
        })
    }

    fn run_alert(&self) -> Option<Alert> {
        let running = self.running.as_ref().filter(|it| it.hold == Hold::Ours)?;
        let RunState::Paused(pause) = running.run.state() else {
            return None;
        };
        let failure = match pause {
            Pause::Asked => return None,
            Pause::Refused(failure) | Pause::Unreachable(failure) => failure,
            Pause::Storage => Failure::Storage,
        };
        let go_on = button("go_on", Action::Resume);
        Some(trouble(Text::new("run_had_to_rest"), failure, Some(go_on)))
    }

    fn list_alert(&self) -> Option<Alert> {
        let failure = match self.listing.nobody {
            true => Failure::NotSignedIn,
            false => self.listing.whole.progress().failure?,
        };
        let again = button("try_again", Action::ListAgain);
        Some(trouble(Text::new("list_incomplete"), failure, Some(again)))
    }
}

/// A failure in words, with the buttons that help.
fn trouble(lead: Text, failure: Failure, retry: Option<super::Button>) -> Alert {
    let advice = Advice::on(failure, crate::popup::Action::Reload, 0);
    let helps = match failure {
        Failure::NotSignedIn | Failure::SessionRefused => {
            vec![button("sign_in", Action::SignIn)]
        }
        Failure::Lost {
            loss: Loss::TabGone | Loss::Navigated | Loss::AccessRevoked,
            ..
        } => vec![
            button("open_host", Action::OpenHost),
            button("allow_site", Action::AllowSite),
        ],
        _ => Vec::new(),
    };
    // The advice is the popup's, which is opened anew afterwards; this page stays.
    let (what, next) = match failure {
        Failure::NotSignedIn => (advice.what, Text::new("sign_in_and_return")),
        Failure::Lost {
            loss: Loss::TabGone | Loss::Navigated,
            ..
        } => (advice.what, Text::new("cut_off_next")),
        Failure::Lost {
            loss: Loss::AccessRevoked,
            ..
        } => (Text::new("access_taken_back"), Text::new("cut_off_next")),
        _ => (advice.what, advice.next),
    };
    Alert {
        texts: vec![lead, what, next],
        buttons: helps.into_iter().chain(retry).collect(),
    }
}
