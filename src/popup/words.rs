//! The names of messages that go with a format.

use super::Text;
use crate::badge::Format;

/// The format's name.
pub fn format_name(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown => "format_markdown",
        Format::ImageUrl => "format_image_url",
    })
}

/// What the primary button says in that format.
pub fn copy_label(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown => "copy_markdown",
        Format::ImageUrl => "copy_image_url",
    })
}

/// What is said after copying in that format.
pub(super) fn copied(format: Format) -> Text {
    Text::new(match format {
        Format::Markdown => "copied_markdown",
        Format::ImageUrl => "copied_image_url",
    })
}
