//! What a person chooses on a project's screen, and what follows for the snippet
//! and the pictures.

use super::ProjectScreen;
use super::pictures::Fetched;
use crate::badge::{Badge, Kind, PictureProblem, Snippet, Token, TokenUse};
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
        if self.seeks_branch() {
            return None;
        }
        if self.is_public() && !self.wants_token()? {
            return Some(Token::Needless);
        }
        match (&self.component, &self.token) {
            (Remote::Ready(_) | Remote::Failed(_), Remote::Ready(token)) => {
                Some(Token::Known(token))
            }
            (Remote::Ready(_), Remote::Failed(_)) => Some(Token::Unknown),
            _ => None,
        }
    }

    /// Whether the host shows a public project's badges with the token only, as its
    /// pictures tell; nothing as long as they have not. So it is on a Server that
    /// forces authentication, which is its default (measured on 26.9).
    ///
    /// A picture that does not come tells nothing: then it is as on Cloud, which
    /// shows them to everybody.
    fn wants_token(&self) -> Option<bool> {
        if self.proven.is_some() {
            return self.proven;
        }
        let kind = self.probe();
        match (self.fetched(kind, None)?, &self.token) {
            (Err(PictureProblem::NotFound), Remote::Loading) => None,
            (Err(PictureProblem::NotFound), Remote::Ready(token)) => {
                let with = self.fetched(kind, Some(token));
                Some(with != Some(&Err(PictureProblem::NotFound)))
            }
            _ => Some(false),
        }
    }

    /// Keeps what a picture has proven: it holds for all badges and branches.
    pub(super) fn keep_proof(&mut self) {
        let kind = self.probe();
        if self.proven.is_some() || !self.is_public() || !kind.is_of_project() {
            return;
        }
        let with = |token| self.fetched(kind, Some(token));
        let without = self.fetched(kind, None);
        self.proven = match (without, self.token.ready().and_then(with)) {
            (Some(Ok(_) | Err(PictureProblem::NoMeasure)), _) => Some(false),
            (Some(Err(PictureProblem::NotFound)), Some(Ok(_))) => Some(true),
            _ => None,
        };
    }

    /// Whether the project's badges are shown to everybody, as far as is known.
    pub fn is_shown_to_all(&self) -> bool {
        self.is_public() && self.wants_token() != Some(true)
    }

    /// Whether the snippet has the token in it.
    pub fn holds_token(&self) -> bool {
        let token = self.needed_token();
        self.choice.style.token == TokenUse::Included
            && token.is_some_and(|it| it.known().is_some())
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
        let token = match self.needed_token() {
            // The picture without the token tells whether it is needed.
            None if self.is_public() && !self.seeks_branch() => Token::Needless,
            None => return Vec::new(),
            Some(token) => token,
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
