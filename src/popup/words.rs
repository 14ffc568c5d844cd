//! The names of messages that go with a format or an instance.

use super::Text;
use crate::badge::Format;
use crate::page::{Instance, Region};

/// The instance's name; a Server's with its version, but not the build. What a
/// page says of its version counts as far as it looks like one.
pub fn instance_name(instance: &Instance, version: &str) -> Text {
    match instance {
        Instance::Cloud(Region::Eu) => Text::new("instance_eu"),
        Instance::Cloud(Region::Us) => Text::new("instance_us"),
        Instance::Server(_) => {
            let parts = version.split('.').take(2);
            let numbers: Vec<_> = parts.filter(|part| is_short_number(part)).collect();
            Text::new("instance_server").with(numbers.join("."))
        }
    }
}

fn is_short_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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
