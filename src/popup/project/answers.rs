//! What a project's screen makes of the answers that come.

use super::ProjectScreen;
use crate::badge::Catalogue;
use crate::popup::remote::Remote;
use crate::popup::screen::Trouble;
use crate::popup::{Action, Effect, Event, Focus, Text};
use crate::renewal::Moment;
use crate::sonar::{BadgeServices, Component, Failure};
use crate::token::BadgeToken;

impl ProjectScreen {
    /// Takes in an answer that was meant for this screen.
    pub fn learn(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        let mut effects = match event {
            Event::Component(_, answer) => self.component_came(answer, now),
            Event::Shown(_, answer) => {
                self.shown_came(answer, now);
                Vec::new()
            }
            Event::Token(_, answer, read) => self.token_came(answer, read, now),
            Event::Branches(_, answer) => {
                self.branches = answer.into();
                if self.fall_back_to_main() {
                    self.tell_main();
                }
                Vec::new()
            }
            Event::Target(_, answer) => {
                self.target_came(answer);
                Vec::new()
            }
            Event::Services(_, answer) => {
                self.services_came(answer);
                Vec::new()
            }
            Event::Recalled(_, choice) => {
                if !std::mem::replace(&mut self.recalled, true) {
                    self.choice = choice;
                }
                Vec::new()
            }
            Event::Picture(_, number, picture) => {
                let effects = self.pictures.came(self.id, number, picture);
                self.keep_proof();
                effects
            }
            Event::Aged(_, age, read) => {
                // An age that comes late may be another token's.
                if read >= self.token_read {
                    self.age.learn(age);
                }
                Vec::new()
            }
            Event::Policy(_, policy) => {
                self.age.learn_policy(policy);
                Vec::new()
            }
            Event::Settling(_) => {
                self.busy = true;
                self.status = Some(Text::new("settling"));
                Vec::new()
            }
            Event::Settled(_, settled) => self.settled(settled, now),
            Event::Renewed(_, outcome) => self.renewed(outcome, now),
            _ => Vec::new(),
        };
        effects.extend(self.want_policy(now));
        effects.extend(self.advance());
        effects
    }

    /// Where the list cannot be had, what is known stays, and a click will find
    /// out about renewal.
    fn services_came(&mut self, answer: Result<BadgeServices, Failure>) {
        let renews = answer.as_ref().map_or(true, |listed| listed.renews_token);
        if self.doubts_renewal {
            self.renewal_offered = Some(renews);
        }
        if let Ok(services) = answer {
            self.catalogue = Catalogue::listed(&self.instance, &services);
        }
    }

    fn component_came(&mut self, answer: Result<Component, Failure>, now: Moment) -> Vec<Effect> {
        match answer {
            Ok(component) => {
                let told = component.organization.clone();
                let mut effects = self.adopt_token(&component);
                self.component = Remote::Ready(component);
                self.trouble = None;
                match told {
                    // The page's URL may name one that the project has left.
                    Some(told) => self.organization = Remote::Ready(Some(told)),
                    None if self.organization.is_loading() => effects.push(self.show_component()),
                    None => {}
                }
                effects
            }
            // The page's own endpoint is internal, and may go away.
            Err(Failure::NotOffered) => vec![self.show_component()],
            Err(failure) => {
                self.component_failed(failure, now);
                Vec::new()
            }
        }
    }

    fn show_component(&self) -> Effect {
        Effect::ShowComponent(self.id, self.project.clone())
    }

    fn shown_came(&mut self, answer: Result<Component, Failure>, now: Moment) {
        match answer {
            Ok(component) => {
                if self.organization.is_loading() {
                    self.organization = Remote::Ready(component.organization.clone());
                }
                if self.component.is_loading() {
                    self.component = Remote::Ready(component);
                }
            }
            Err(failure) if self.component.is_loading() => self.component_failed(failure, now),
            Err(failure) => self.organization = Remote::Failed(failure),
        }
    }

    fn component_failed(&mut self, failure: Failure, now: Moment) {
        self.component = Remote::Failed(failure);
        if self.organization.is_loading() {
            self.organization = Remote::Failed(failure);
        }
        self.trouble = Some(Trouble::new(failure, now));
    }

    /// Takes the token that a component may hold, where the host has no
    /// endpoint for it.
    fn adopt_token(&mut self, component: &Component) -> Vec<Effect> {
        match (&self.token, &component.badge_token) {
            (Remote::Failed(_), Some(token)) => {
                self.token = Remote::Ready(token.clone());
                self.token_trouble = None;
                vec![self.note_token(token.clone())]
            }
            _ => Vec::new(),
        }
    }

    fn note_token(&self, token: BadgeToken) -> Effect {
        Effect::NoteToken(self.id, self.subject(), token, self.token_read)
    }

    fn token_came(
        &mut self,
        answer: Result<BadgeToken, Failure>,
        read: Moment,
        now: Moment,
    ) -> Vec<Effect> {
        if read < self.token_read {
            return Vec::new();
        }
        self.token_read = read;
        self.token_trouble = answer.as_ref().err().map(|why| Trouble::new(*why, now));
        let before = std::mem::replace(&mut self.token, answer.into());
        match self.token.clone() {
            Remote::Ready(token) => {
                if before.ready().is_some_and(|old| *old != token) {
                    self.say(Text::new("renewed_elsewhere"));
                }
                self.complaint = None;
                let mut effects = vec![self.note_token(token)];
                if std::mem::take(&mut self.reading_again) {
                    self.say(Text::new("token_read"));
                    effects.push(Effect::Focus(Focus::Snippet));
                }
                effects
            }
            Remote::Failed(failure) => {
                self.doubts_renewal |= failure == Failure::NotOffered;
                let mut effects = match failure {
                    Failure::NotOffered => vec![Effect::ListServices(self.id)],
                    Failure::NoBrowse => vec![Effect::RecallAge(self.id, self.subject())],
                    _ => Vec::new(),
                };
                if let Remote::Ready(component) = self.component.clone() {
                    effects.extend(self.adopt_token(&component));
                }
                // Who asked for it is told, where nothing else on the screen lacks it.
                if self.reading_again && self.is_shown_to_all() && self.token.ready().is_none() {
                    effects.extend(self.complain(
                        "project_unread",
                        failure,
                        Action::ReadToken,
                        now,
                    ));
                }
                effects
            }
            Remote::Loading => Vec::new(),
        }
    }
}
