//! AsciiDoc, as Asciidoctor reads it.

use super::{LinkedImage, with_references};

/// `image:IMAGE["TEXT",link="LINK"]`.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let text = with_references(badge.alternative, is_special);
    let link = badge
        .link
        .map(|link| format!(",link=\"{}\"", protected(link)))
        .unwrap_or_default();
    format!("image:{}[\"{text}\"{link}]", protected(badge.image))
}

/// What can begin or end formatting, a macro, an attribute or a replacement.
fn is_special(character: char) -> bool {
    character.is_ascii_punctuation() && !matches!(character, '%' | '/' | ':' | '?')
}

/// An address that is taken as it stands. A blank is `%20` in it rather than
/// `+`, which would end the protection.
fn protected(address: &str) -> String {
    format!("++{}++", address.replace('+', "%20"))
}
