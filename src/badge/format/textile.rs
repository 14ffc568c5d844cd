//! Textile.

use super::{LinkedImage, with_references};

/// `!IMAGE(TEXT)!:LINK`.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let text = with_references(badge.alternative, |c| c.is_ascii_punctuation() && c != '%');
    let text = if text.is_empty() {
        text
    } else {
        format!("({text})")
    };
    let link = badge
        .link
        .map(|link| format!(":{}", whole(link)))
        .unwrap_or_default();
    format!("!{}{text}!{link}", badge.image)
}

/// An address whose last character cannot be taken for the end of a sentence.
/// A blank is `%20` in it rather than `+`.
fn whole(address: &str) -> String {
    let address = address.replace('+', "%20");
    match address.chars().next_back() {
        Some(last) if last.is_ascii_punctuation() && last != '/' => {
            let start = address.strip_suffix(last).unwrap_or_default();
            format!("{start}%{:02X}", u32::from(last))
        }
        _ => address,
    }
}
