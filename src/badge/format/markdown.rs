//! Markdown, as CommonMark has it.

use super::{LinkedImage, one_line};

/// Characters that can begin something in a link's text, or end it. Parentheses
/// do neither, and stay as the product's own snippets have them.
const SPECIAL: &str = r"\[]`*_<>&|!#~$";

/// `[![TEXT](IMAGE)](LINK)`, as the product's own snippets.
pub(super) fn linked_image(badge: &LinkedImage) -> String {
    let image = format!("![{}]({})", escaped(badge.alternative), badge.image);
    match badge.link {
        Some(link) => format!("[{image}]({link})"),
        None => image,
    }
}

/// Text with every special character escaped, on one line.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if SPECIAL.contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_end_the_text_is_escaped() {
        let badge = LinkedImage {
            name: "n",
            alternative: "a](b) `c` | <d> & \\",
            image: "https://i",
            link: Some("https://p"),
        };
        assert_eq!(
            linked_image(&badge),
            r"[![a\](b) \`c\` \| \<d\> \& \\](https://i)](https://p)"
        );
    }

    #[test]
    fn a_line_break_becomes_a_space() {
        assert_eq!(escaped("two\nlines"), "two lines");
    }

    #[test]
    fn percent_and_parentheses_stay_as_the_product_writes_them() {
        assert_eq!(escaped("Duplicated Lines (%)"), "Duplicated Lines (%)");
    }
}
