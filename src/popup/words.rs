//! The names of messages that go with a format or an instance.

use super::Text;
use crate::badge::Format;
use crate::page::{Instance, Region};

/// The instance's name; a Server's with its version, but not the build.
pub fn instance_name(instance: &Instance, version: &str) -> Text {
    match instance {
        Instance::Cloud(Region::Eu) => Text::new("instance_eu"),
        Instance::Cloud(Region::Us) => Text::new("instance_us"),
        Instance::Server(_) => {
            let end = version.match_indices('.').nth(1);
            let short = end.map_or(version, |(end, _)| &version[..end]);
            Text::new("instance_server").with(short)
        }
    }
}

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
