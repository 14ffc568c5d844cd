//! HTML.

use super::{LinkedImage, one_line};

/// `<a href="LINK"><img src="IMAGE" alt="TEXT"></a>`.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let image = format!(
        r#"<img src="{}" alt="{}">"#,
        escaped(badge.image),
        escaped(badge.alternative)
    );
    match badge.link {
        Some(link) => format!(r#"<a href="{}">{image}</a>"#, escaped(link)),
        None => image,
    }
}

/// Text as the value of an attribute in double quotes.
fn escaped(text: &str) -> String {
    one_line(text)
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
