//! What a person chooses on a project's screen, and what follows for the snippet
//! and the pictures.

use super::ProjectScreen;
use crate::badge::{Badge, Kind, Snippet, Token};
use crate::popup::{Action, Effect};

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

    pub(super) fn badge(&self, kind: &Kind) -> Badge {
        Badge {
            instance: self.instance.clone(),
            project: self.project.clone(),
            branch: self.branch.clone(),
            kind: kind.clone(),
        }
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
