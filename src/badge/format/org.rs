//! Org.

use super::{LinkedImage, html};

/// `#+HTML: <a …><img …></a>`.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    format!("#+HTML: {}", html::linked_image(badge))
}
