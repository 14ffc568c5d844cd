//! Markdown's rules, as CommonMark has them.

/// Characters that can begin something in a link's text, or end it. Parentheses
/// do neither, and stay as the product's own snippets have them.
const SPECIAL: &str = r"\[]`*_<>&|!#~$";

/// An image with its alternative text, linked to a page.
///
/// The addresses must be encoded already: with neither spaces, nor parentheses,
/// nor angle brackets in them.
pub fn linked_image(alternative: &str, image: &str, page: &str) -> String {
    format!("[![{}]({image})]({page})", escaped(alternative))
}

/// Text with every special character escaped, on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            out.push(' ');
            continue;
        }
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
        assert_eq!(
            linked_image("a](b) `c` | <d> & \\", "https://i", "https://p"),
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
