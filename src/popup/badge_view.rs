//! Badges on the screen, as data.

use super::{Link, Text};
use crate::badge::{Format, Kind, LinkTarget, Picture, TokenUse};

/// All badges of a project to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct GalleryView {
    /// What was typed into the filter.
    pub filter: String,
    /// The badges that it finds, ticked ones first.
    pub rows: Vec<BadgeRow>,
    /// The chosen format.
    pub format: Format,
    /// Where the badges lead.
    pub link: LinkTarget,
    /// What stands for the token.
    pub token: TokenUse,
    /// The alternative text; empty for the badge's name.
    pub alternative: String,
    /// Whether there is a place for another alternative text.
    pub has_alternative: bool,
    /// The snippet with its token masked, once it can be copied.
    pub snippet: Option<String>,
}

/// A badge in the gallery.
#[derive(Debug, Clone, PartialEq)]
pub struct BadgeRow {
    /// The badge.
    pub kind: Kind,
    /// Its place among the ticked ones, from 1.
    pub place: Option<usize>,
    /// Whether it is the last of them.
    pub is_last: bool,
    /// Its picture.
    pub picture: PictureView,
}

/// The picture of the badge.
#[derive(Debug, Clone, PartialEq)]
pub enum PictureView {
    /// On its way.
    Loading,
    /// Here.
    Shown(Picture),
    /// None, why, and the button that helps.
    Problem(Text, Option<Link>),
}
