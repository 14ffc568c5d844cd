//! A project of a run, as it is handed over.

use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::token::{BadgeToken, SecretText};

/// What became of one project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The project.
    pub project: ProjectKey,
    /// Its display name: anything.
    pub name: String,
    /// How its renewal ended, in words: no token.
    pub ending: String,
    /// When it was renewed, if it was.
    pub renewed: Option<Moment>,
    /// The new badges as Markdown on one line, with the token in them.
    pub markdown: Option<SecretText>,
    /// The new token.
    pub token: Option<BadgeToken>,
}

/// The headings of a table for people, in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headings {
    /// Above the projects' names.
    pub name: String,
    /// Above their keys.
    pub project: String,
    /// Above how it ended.
    pub ending: String,
    /// Above when they were renewed.
    pub renewed: String,
    /// Above the Markdown with the token.
    pub markdown: String,
}

impl Row {
    /// The new Markdown, if there is some.
    pub(super) fn markdown(&self) -> &str {
        self.markdown.as_ref().map_or("", SecretText::expose)
    }

    /// The new token, if there is one.
    pub(super) fn token(&self) -> &str {
        self.token.as_ref().map_or("", BadgeToken::expose)
    }
}
