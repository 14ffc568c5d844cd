//! BBCode.

use super::LinkedImage;

/// `[url=LINK][img]IMAGE[/img][/url]`: there is no place for a text in it.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let image = format!("[img]{}[/img]", badge.image);
    match badge.link {
        Some(link) => format!("[url={link}]{image}[/url]"),
        None => image,
    }
}
