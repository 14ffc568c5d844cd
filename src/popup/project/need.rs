//! Whether the badges need the token: those of a private project do, and of a
//! public one where the host's pictures say so.

use super::ProjectScreen;
use super::pictures::Fetched;
use crate::badge::{Kind, PictureProblem, Token, TokenUse};
use crate::popup::remote::Remote;
use crate::token::BadgeToken;

/// Whether the badges of a public project need the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    Yes,
    No,
    /// No picture tells: it is left out, as on Cloud, which shows them to everybody.
    Untold,
}

impl ProjectScreen {
    /// The token that the badges need, once that is known.
    pub(super) fn needed_token(&self) -> Option<Token<'_>> {
        if self.seeks_branch() {
            return None;
        }
        if self.is_public() && self.need()? != Need::Yes {
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

    /// Whether a public project's badges need the token, as its pictures tell;
    /// nothing as long as they have not. They do on a Server that forces
    /// authentication, which is its default (measured on 26.9).
    fn need(&self) -> Option<Need> {
        if let Some(proven) = self.proven {
            return Some(if proven { Need::Yes } else { Need::No });
        }
        let kind = self.probe();
        if !kind.is_of_project() {
            return Some(Need::No);
        }
        let with = |token| self.fetched(kind, Some(token));
        Some(match (self.fetched(kind, None)?, &self.token) {
            (Err(PictureProblem::NotFound), Remote::Loading) => return None,
            (Err(PictureProblem::NotFound), Remote::Ready(token)) => match with(token) {
                Some(Err(PictureProblem::NotFound)) => Need::No,
                _ => Need::Yes,
            },
            // Of a branch that has no badges the picture is the same.
            (Err(PictureProblem::NotFound), Remote::Failed(_)) if self.branch.is_some() => {
                Need::Untold
            }
            (Err(PictureProblem::NotFound), Remote::Failed(_)) => Need::Yes,
            (Err(PictureProblem::Unreachable), _) => Need::Untold,
            _ => Need::No,
        })
    }

    /// Keeps what a picture has proven: it holds for all badges and branches.
    pub(super) fn keep_proof(&mut self) {
        if self.proven.is_some() || !self.is_public() {
            return;
        }
        let chosen = self.choice.badges().iter();
        let mut chosen = chosen.filter(|kind| kind.is_of_project());
        let token = self.token.ready();
        self.proven = chosen.find_map(|kind| {
            let with = token.and_then(|token| self.fetched(kind, Some(token)));
            match (self.fetched(kind, None)?, with) {
                (Ok(_) | Err(PictureProblem::NoMeasure), _) => Some(false),
                (Err(PictureProblem::NotFound), Some(Ok(_))) => Some(true),
                _ => None,
            }
        });
    }

    /// Whether the project's badges are shown to everybody, as far as is known.
    pub fn is_shown_to_all(&self) -> bool {
        self.is_public() && matches!(self.need(), None | Some(Need::No))
    }

    /// Whether the badges need a token that could not be read.
    pub fn lacks_token(&self) -> bool {
        matches!(self.needed_token(), Some(Token::Unknown))
    }

    /// Whether a public project's badges may need the token, and no picture tells.
    pub fn is_untold(&self) -> bool {
        self.is_public() && self.need() == Some(Need::Untold)
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
}
