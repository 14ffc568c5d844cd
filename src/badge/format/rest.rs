//! reStructuredText, as docutils reads it.

use super::{LinkedImage, one_line};

/// `|NAME|` for each badge in a row, and below it what the names stand for.
/// The `image` directive takes its options as they are, with one exception: a
/// backslash is an escape there.
pub(super) fn write(badges: &[LinkedImage]) -> String {
    let row: Vec<_> = badges
        .iter()
        .map(|badge| format!("|{}|", badge.name))
        .collect();
    let mut out = row.join(" ");
    for badge in badges {
        out.push_str(&format!("\n\n.. |{}| image:: {}", badge.name, badge.image));
        out.push_str(&format!("\n   :alt: {}", one_line(badge.alternative)));
        if let Some(link) = badge.link {
            out.push_str(&format!("\n   :target: {link}"));
        }
    }
    out
}
