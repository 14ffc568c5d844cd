//! The text a person copies, and the same text with the token hidden.

use super::format::{LinkedImage, one_line};
use super::{Badge, Format, LinkTarget, TokenUse};
use crate::token::{BadgeToken, SecretText};

/// How badges are to be written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Style {
    /// The format.
    pub format: Format,
    /// Where they lead.
    pub link: LinkTarget,
    /// What stands for the token.
    pub token: TokenUse,
    /// Another alternative text than the badge's name, for a badge that stands
    /// alone; one of blanks alone is none.
    pub alternative: Option<String>,
}

/// The token that badges need.
#[derive(Debug, Clone, Copy)]
pub enum Token<'a> {
    /// None: the project is public.
    Needless,
    /// One that could not be read.
    Unknown,
    /// This one.
    Known(&'a BadgeToken),
}

impl<'a> Token<'a> {
    /// The token, if badges need one and it is known.
    pub fn known(self) -> Option<&'a BadgeToken> {
        match self {
            Self::Known(token) => Some(token),
            Self::Needless | Self::Unknown => None,
        }
    }
}

/// A snippet ready to be copied and safe to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What goes to the clipboard.
    pub plain: SecretText,
    /// The same with the token masked, for the screen.
    pub masked: String,
}

impl Snippet {
    /// The snippet of badges in a row. A token that they need, and that is
    /// known, stands in the pictures' URLs as the style has it.
    pub fn new(badges: &[Badge], style: &Style, token: Token) -> Self {
        let (plain, masked) = match token {
            Token::Needless => None,
            Token::Unknown | Token::Known(_) => style.token.values(token.known()),
        }
        .unzip();
        Self {
            plain: SecretText::new(write(badges, style, plain.as_deref())),
            masked: write(badges, style, masked.as_deref()),
        }
    }
}

fn write(badges: &[Badge], style: &Style, token: Option<&str>) -> String {
    let parts: Vec<_> = badges
        .iter()
        .map(|badge| {
            let name: String = badge
                .kind
                .id()
                .replace(|c: char| !c.is_ascii_alphanumeric(), "_");
            let image = badge.url_with(token);
            (name, badge.kind.name(), image, badge.page(style.link))
        })
        .collect();
    let chosen = style
        .alternative
        .as_deref()
        .filter(|text| badges.len() == 1 && !one_line(text).is_empty());
    let images: Vec<_> = parts
        .iter()
        .map(|(name, alternative, image, link)| LinkedImage {
            name,
            alternative: chosen.unwrap_or(alternative),
            image,
            link: link.as_deref(),
        })
        .collect();
    style.format.write(&images)
}
