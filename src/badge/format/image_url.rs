//! The address of the picture, and nothing around it.

use super::LinkedImage;

/// `IMAGE`.
pub(super) fn image_url(badge: &LinkedImage) -> String {
    badge.image.to_owned()
}
