//! Markdown with its addresses below the text, as CommonMark's reference links.

use super::LinkedImage;
use super::markdown::escaped;

/// `[![TEXT][NAME]][NAME-link]`, and below it where the names lead.
pub(super) fn write(badges: &[LinkedImage]) -> String {
    let mut row = Vec::new();
    let mut below = String::new();
    for badge in badges {
        let name = badge.name;
        let image = format!("![{}][{name}]", escaped(badge.alternative));
        below.push_str(&format!("\n[{name}]: {}", badge.image));
        row.push(match badge.link {
            Some(link) => {
                below.push_str(&format!("\n[{name}-link]: {link}"));
                format!("[{image}][{name}-link]")
            }
            None => image,
        });
    }
    format!("{}\n{below}", row.join(" "))
}
