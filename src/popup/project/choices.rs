//! What a person chooses on a project's screen, and what follows for the snippet
//! and the pictures.

use super::ProjectScreen;
use super::pictures::Fetched;
use crate::badge::{Badge, Kind, PictureProblem, Snippet, Token};
use crate::popup::remote::Remote;
use crate::popup::{Action, Effect};
use crate::token::BadgeToken;

impl ProjectScreen {
    /// Takes in a choice of badges or of their style, and remembers it;
    /// nothing where the action is no such choice.
    pub(super) fn choose_badges(&mut self, action: &Action) -> Option<Vec<Effect>> {
        let style = &mut self.choice.style;
        match action {
            Action::ChooseKind(kind) => self.choice.choose(kind.clone()),
            Action::Tick(kind) => self.choice.tick(kind),
            Action::Shift { kind, back } => self.choice.shift(kind, *back),
            Action::ChooseFormat(format) => style.format = *format,
            Action::ChooseLink(link) => style.link = *link,
            Action::ChooseTokenUse(usage) => style.token = *usage,
            Action::ChooseAlternative(text) => {
                style.alternative = Some(text.clone()).filter(|text| !text.is_empty());
            }
            Action::ResetChoice => self.choice = Default::default(),
            _ => return None,
        }
        Some(vec![Effect::KeepChoice(self.choice.clone())])
    }

    /// The snippet, once everything that belongs into it is known.
    pub fn snippet(&self) -> Option<Snippet> {
        if !self.recalled {
            return None;
        }
        let badges: Vec<_> = self
            .choice
            .badges()
            .iter()
            .map(|kind| self.badge(kind))
            .collect();
        Some(Snippet::new(
            &badges,
            &self.choice.style,
            self.needed_token()?,
        ))
    }

    fn badge(&self, kind: &Kind) -> Badge {
        Badge {
            instance: self.instance.clone(),
            project: self.project.clone(),
            branch: self.branch.clone(),
            kind: kind.clone(),
        }
    }

    /// The token that the badges need, once that is known.
    fn needed_token(&self) -> Option<Token<'_>> {
        if self.seeks_target || self.wanted.is_some() && self.branches.is_loading() {
            return None;
        }
        match (&self.component, &self.token) {
            (Remote::Ready(_), _) if self.is_public() && !self.wants_token() => {
                Some(Token::Needless)
            }
            (Remote::Ready(_) | Remote::Failed(_), Remote::Ready(token)) => {
                Some(Token::Known(token))
            }
            (Remote::Ready(_), Remote::Failed(_)) => Some(Token::Unknown),
            _ => None,
        }
    }

    /// Whether a public project's badge is shown with the token only, as far as
    /// the pictures tell: so it is on a Server that forces authentication, which
    /// is its default (measured on 26.9).
    pub fn wants_token(&self) -> bool {
        let kind = self.probe();
        self.is_public()
            && self.fetched(kind, None) == Some(&Err(PictureProblem::NotFound))
            && self.token.ready().is_some_and(|token| {
                self.fetched(kind, Some(token)) != Some(&Err(PictureProblem::NotFound))
            })
    }

    /// The badge whose picture tells whether a token is needed.
    pub fn probe(&self) -> &Kind {
        let mut chosen = self.choice.badges().iter();
        chosen
            .find(|kind| kind.is_of_project())
            .unwrap_or(self.choice.first())
    }

    fn fetched(&self, kind: &Kind, token: Option<&BadgeToken>) -> Option<&Fetched> {
        self.pictures.at(&self.badge(kind).picture_url(token))
    }

    /// What came of a badge's picture with the token that it needs, if anything
    /// did yet.
    pub fn picture_of(&self, kind: &Kind) -> Option<&Fetched> {
        self.fetched(kind, self.needed_token()?.known())
    }

    /// Asks for the pictures of the chosen badges, and of those that the gallery
    /// shows.
    pub(super) fn want_pictures(&mut self) -> Vec<Effect> {
        let Some(token) = self.needed_token() else {
            return Vec::new();
        };
        // From the last to the first, since each goes to the front.
        let chosen = self.choice.badges().iter().rev().map(|kind| (kind, true));
        let seen = self.gallery.iter().flat_map(|gallery| &gallery.seen);
        let addresses: Vec<_> = chosen
            .chain(seen.map(|kind| (kind, false)))
            .map(|(kind, first)| (self.badge(kind).picture_url(token.known()), first))
            .collect();
        addresses
            .into_iter()
            .flat_map(|(address, first)| self.pictures.want(self.id, address, first))
            .collect()
    }
}
