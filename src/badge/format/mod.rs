//! The formats that a snippet comes in, each with its own rules for text.

mod asciidoc;
mod bbcode;
mod confluence;
mod html;
mod image_url;
pub(crate) mod markdown;
mod markdown_references;
mod org;
mod rest;
mod textile;

/// How badges are written down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Each picture with its alternative text, linked.
    #[default]
    Markdown,
    /// The same with all addresses below the text.
    MarkdownReferences,
    /// `a` and `img` elements.
    Html,
    /// reStructuredText: substitutions, so that pictures stand in a row.
    Rest,
    /// AsciiDoc: inline image macros.
    AsciiDoc,
    /// Textile.
    Textile,
    /// Org: HTML that is exported as it stands, since Org's own links show a
    /// picture only where its address ends like a picture file's.
    Org,
    /// BBCode, which has no alternative texts.
    BbCode,
    /// The wiki markup of Confluence and Jira.
    Confluence,
    /// The addresses of the pictures, a line each.
    ImageUrl,
}

/// A badge on its way into a text.
///
/// Both addresses must be encoded already: no spaces, quotes, brackets of any
/// kind, or backslashes in them, but for a placeholder's `${…}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkedImage<'a> {
    /// A name for references, of letters, digits and `_`; unlike any other in
    /// the same text.
    pub name: &'a str,
    /// The alternative text: anything but blanks alone.
    pub alternative: &'a str,
    /// The picture's address.
    pub image: &'a str,
    /// Where a click on it leads, if anywhere.
    pub link: Option<&'a str>,
}

impl Format {
    /// All of them, the usual one first.
    pub const ALL: [Self; 10] = [
        Self::Markdown,
        Self::MarkdownReferences,
        Self::Html,
        Self::Rest,
        Self::AsciiDoc,
        Self::Textile,
        Self::Org,
        Self::BbCode,
        Self::Confluence,
        Self::ImageUrl,
    ];

    /// A name for code and markup, as `markdown`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::MarkdownReferences => "markdown-references",
            Self::Html => "html",
            Self::Rest => "rest",
            Self::AsciiDoc => "asciidoc",
            Self::Textile => "textile",
            Self::Org => "org",
            Self::BbCode => "bbcode",
            Self::Confluence => "confluence",
            Self::ImageUrl => "image-url",
        }
    }

    /// The format of that id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// Writes badges in a row, in their order. No line end at the end.
    pub fn write(self, badges: &[LinkedImage]) -> String {
        match self {
            Self::Markdown => in_a_row(badges, " ", markdown::linked_image),
            Self::MarkdownReferences => markdown_references::write(badges),
            Self::Html => in_a_row(badges, "\n", html::linked_image),
            Self::Rest => rest::write(badges),
            Self::AsciiDoc => in_a_row(badges, " ", asciidoc::linked_image),
            Self::Textile => in_a_row(badges, " ", textile::linked_image),
            Self::Org => in_a_row(badges, "\n", org::linked_image),
            Self::BbCode => in_a_row(badges, " ", bbcode::linked_image),
            Self::Confluence => in_a_row(badges, " ", confluence::linked_image),
            Self::ImageUrl => in_a_row(badges, "\n", image_url::image_url),
        }
    }
}

fn in_a_row(badges: &[LinkedImage], between: &str, write: fn(&LinkedImage) -> String) -> String {
    let written: Vec<_> = badges.iter().map(write).collect();
    written.join(between)
}

/// Text on one line: whatever some reader takes for a line's end is a space.
pub(crate) fn one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(ends, " ").trim().to_owned()
}

/// Text with some characters written as numeric references, `&#93;`: understood
/// wherever text ends up as HTML.
fn with_references(text: &str, is_special: impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for character in one_line(text).chars() {
        if is_special(character) {
            out.push_str(&format!("&#{};", u32::from(character)));
        } else {
            out.push(character);
        }
    }
    out
}
