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
        match action {
            Action::ChooseMetric(metric) => self.metric = metric,
            Action::ChooseBranch(branch) => self.branch = branch,
            Action::ChooseFormat(format) => self.format = format,
            Action::ToggleToken => self.token_shown = !self.token_shown,
            Action::ToggleTokenCard => self.unfolded = !self.unfolded,
            Action::Renew => return self.renew(now),
            Action::CheckRenewal => {
                self.complaint = None;
                return vec![Effect::Settle(self.id, self.project.clone())];
            }
            Action::ReadToken => {
                self.complaint = None;
                self.token = Remote::Loading;
                return vec![Effect::FindToken(self.id, self.project.clone())];
            }
            _ => {}
        }
        self.advance()
    }

    fn new_token(&mut self, token: BadgeToken, said: &'static str, now: Moment) -> Vec<Effect> {
        self.token = Remote::Ready(token);
        self.token_trouble = None;
        self.succeeded(now);
        self.status = Some(Text::new(said));
        vec![Effect::Focus(Focus::Snippet)]
    }

    fn succeeded(&mut self, now: Moment) {
        self.token_read = now;
        self.renewed = Some(now);
        self.age = Some(Age::Renewed(now));
    }

    /// Begins a renewal, unless one is under way.
    pub fn renew(&mut self, now: Moment) -> Vec<Effect> {
        if !self.may_renew(now) || self.rests(now) {
            return Vec::new();
        }
        self.busy = true;
        self.complaint = None;
        self.status = Some(Text::new("renewing"));
        vec![Effect::Renew(
            self.id,
            Order {
                instance: self.instance,
                project: self.project.clone(),
                seen: self.token.ready().cloned(),
                since: self.token_read,
            },
        )]
    }

    pub(super) fn renewed(&mut self, outcome: Outcome, now: Moment) -> Vec<Effect> {
        self.busy = false;
        self.status = None;
        match outcome {
            Outcome::Renewed(token) => self.new_token(token, "renewed", now),
            Outcome::RenewedElsewhere(Some(token)) => {
                self.new_token(token, "renewed_elsewhere", now)
            }
            Outcome::RenewedUnreadable | Outcome::RenewedElsewhere(None) => {
                self.token = Remote::Failed(Failure::NoBrowse);
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
        match settled {
            Settled::Renewed(token) => self.new_token(token, "settled_renewed", now),
            Settled::NotRenewed(token) => {
                self.token = Remote::Ready(token);
                self.token_read = now;
                self.complaint = Some(Complaint {
                    lead: Text::new("settled_not_renewed"),
                    trouble: None,
                    retry: Action::Renew,
                });
                Vec::new()
            }
            Settled::Finished => vec![Effect::FindToken(self.id, self.project.clone())],
            Settled::Unknown(failure) => {
                self.complain("renewal_unknown", failure, Action::CheckRenewal, now)
            }
        }
    }

    fn complain(
        &mut self,
        lead: &'static str,
        failure: Failure,
        retry: Action,
        now: Moment,
    ) -> Vec<Effect> {
        let trouble = Trouble::new(failure, now);
        let countdown = trouble.countdown(now);
        self.complaint = Some(Complaint {
            lead: Text::new(lead),
            trouble: Some(trouble),
            retry,
        });
        std::iter::once(Effect::Focus(Focus::Notice))
            .chain(countdown)
            .collect()
    }
}
