//! Renewal as a project's screen sees it: begun, ended, explained.

use super::ProjectScreen;
use super::notice::Complaint;
use crate::popup::remote::Remote;
use crate::popup::screen::Trouble;
use crate::popup::{Action, Effect, Focus, Text};
use crate::renewal::{Age, Moment, Order, Outcome, Settled};
use crate::sonar::Failure;
use crate::token::BadgeToken;

impl ProjectScreen {
    /// Takes in what a person chose on this screen.
    pub fn choose(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        if let Some(mut effects) = self.choose_badges(&action).or_else(|| self.browse(&action)) {
            effects.extend(self.advance());
            return effects;
        }
        match action {
            Action::ChooseBranch(branch) => self.choose_branch(branch),
            Action::FetchPictures => self.pictures.forget_unreachable(),
            Action::ToggleToken => self.token_shown = !self.token_shown,
            Action::ToggleTokenCard => self.unfolded = !self.unfolded,
            Action::Renew => return self.renew(now),
            Action::CheckRenewal => {
                self.complaint = None;
                self.reading_again = true;
                return vec![Effect::CheckRenewal(self.id, self.subject())];
            }
            Action::ReadToken => {
                self.complaint = None;
                self.token = Remote::Loading;
                self.reading_again = true;
                return vec![Effect::FindToken(self.id, self.project.clone())];
            }
            _ => {}
        }
        self.advance()
    }

    fn new_token(&mut self, token: BadgeToken, said: &'static str, now: Moment) -> Vec<Effect> {
        self.token = Remote::Ready(token);
        self.token_trouble = None;
        // The person asked to see the old one.
        self.token_shown = false;
        self.succeeded(now);
        self.status = Some(Text::new(said));
        vec![Effect::Focus(Focus::Snippet)]
    }

    fn succeeded(&mut self, now: Moment) {
        self.token_read = now;
        self.age.learn(Age::Renewed(now));
    }

    /// Begins a renewal, unless one is under way.
    pub fn renew(&mut self, now: Moment) -> Vec<Effect> {
        if !self.may_renew(now) {
            return Vec::new();
        }
        self.busy = true;
        self.complaint = None;
        self.status = Some(Text::new("renewing"));
        // A token that nobody has seen yet was renewed by nobody meanwhile.
        let since = match self.token {
            Remote::Loading => now,
            _ => self.token_read,
        };
        vec![Effect::Renew(
            self.id,
            Order {
                subject: self.subject(),
                seen: self.token.ready().cloned(),
                since,
            },
        )]
    }

    pub(super) fn renewed(&mut self, outcome: Outcome, now: Moment) -> Vec<Effect> {
        self.busy = false;
        self.status = None;
        self.ended = Some(now);
        match outcome {
            Outcome::Renewed(token) if self.is_shown_to_all() => {
                self.new_token(token, "renewed_public", now)
            }
            Outcome::Renewed(token) if self.is_untold() => {
                self.new_token(token, "renewed_untold", now)
            }
            Outcome::Renewed(token) => self.new_token(token, "renewed", now),
            Outcome::RenewedElsewhere(token) => self.new_token(token, "renewed_elsewhere", now),
            Outcome::RenewedUnreadable => {
                self.token = Remote::Failed(Failure::NoBrowse);
                self.token_trouble = None;
                self.succeeded(now);
                self.status = Some(Text::new("renewed_unreadable"));
                Vec::new()
            }
            Outcome::RenewedUnread(failure) => {
                self.token = Remote::Failed(failure);
                self.succeeded(now);
                self.complain("renewed_unread", failure, Action::ReadToken, now)
            }
            Outcome::NotRenewed(Failure::NotOffered) => {
                self.renewal_offered = Some(false);
                self.complain("not_renewed", Failure::NotOffered, Action::Renew, now)
            }
            Outcome::NotRenewed(failure) => {
                self.complain("not_renewed", failure, Action::Renew, now)
            }
            Outcome::Unknown(failure) => {
                self.complain("renewal_unknown", failure, Action::CheckRenewal, now)
            }
        }
    }

    pub(super) fn settled(&mut self, settled: Settled, now: Moment) -> Vec<Effect> {
        self.busy = false;
        self.status = None;
        // Where another window has found out, the token is read, and that is said.
        self.reading_again &= matches!(settled, Settled::Finished);
        match settled {
            // Nobody has asked for anything yet: the focus stays where it is.
            Settled::Renewed(token) => {
                self.new_token(token, "settled_renewed", now);
                vec![Effect::Focus(Focus::SnippetIfIdle)]
            }
            Settled::NotRenewed(token) => self.unsettled(token, "settled_not_renewed", now),
            Settled::Incomparable(token) => self.unsettled(token, "settled_incomparable", now),
            Settled::Finished => vec![Effect::FindToken(self.id, self.project.clone())],
            Settled::Unknown(failure) => {
                self.complain("renewal_unknown", failure, Action::CheckRenewal, now)
            }
        }
    }

    /// An earlier renewal that did not happen, or cannot be told.
    fn unsettled(&mut self, token: BadgeToken, said: &'static str, now: Moment) -> Vec<Effect> {
        self.token = Remote::Ready(token);
        self.token_read = now;
        self.complaint = Some(Complaint {
            lead: Text::new(said),
            trouble: None,
            retry: Action::Renew,
        });
        Vec::new()
    }

    pub(super) fn complain(
        &mut self,
        lead: &'static str,
        failure: Failure,
        retry: Action,
        now: Moment,
    ) -> Vec<Effect> {
        let trouble = Trouble::new(failure, now);
        self.complaint = Some(Complaint {
            lead: Text::new(lead),
            trouble: Some(trouble),
            retry,
        });
        vec![Effect::Focus(Focus::Notice)]
    }
}
