//! The wiki markup of Confluence and Jira.

use super::{LinkedImage, with_references};

/// `[!IMAGE|alt=TEXT!|LINK]`.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let text = with_references(badge.alternative, |c| c.is_ascii_punctuation() && c != '%');
    let text = if text.is_empty() {
        text
    } else {
        format!("|alt={text}")
    };
    let image = format!("!{}{text}!", badge.image);
    match badge.link {
        Some(link) => format!("[{image}|{link}]"),
        None => image,
    }
}
