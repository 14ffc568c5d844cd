//! The text a person copies, and the same text with the token hidden.

use super::{Badge, Format, markdown};
use crate::token::{BadgeToken, MASK, SecretText};

/// A snippet ready to be copied and safe to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// What goes to the clipboard.
    pub plain: SecretText,
    /// The same with the token masked, for the screen.
    pub masked: String,
    /// The picture's URL, to fetch the picture from.
    pub image: SecretText,
}

impl Snippet {
    /// The snippet of a badge in a format; with the token in the picture's URL
    /// if one is given, as a private project needs it.
    pub fn new(badge: &Badge, format: Format, token: Option<&BadgeToken>) -> Self {
        let page = badge.project_page();
        let write = |image: &str| match format {
            Format::Markdown => markdown::linked_image(badge.metric.name(), image, &page),
            Format::ImageUrl => image.to_owned(),
        };
        let bare = badge.image_url();
        let (image, shown) = match token {
            // The badge's own URL is the one place where a token belongs.
            Some(token) => {
                let encoded: String =
                    form_urlencoded::byte_serialize(token.expose().as_bytes()).collect();
                (
                    format!("{bare}&token={encoded}"),
                    format!("{bare}&token={MASK}"),
                )
            }
            None => (bare.clone(), bare),
        };
        Self {
            plain: SecretText::new(write(&image)),
            masked: write(&shown),
            image: SecretText::new(image),
        }
    }
}
