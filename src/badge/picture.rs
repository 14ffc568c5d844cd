//! A badge's picture as it came back: good, or an error drawn as one.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a `data:` URL cannot hold as it is.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>');

/// A picture as an address that an `img` element can show.
///
/// As an image it can neither run script nor load anything; its address may
/// not be logged all the same, since it may draw private measures.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture(String);

/// Why a badge shows an error instead of a measure.
///
/// The host answers 200 with an SVG whose comment is `ERROR` and whose text is
/// one of a few (measured on Server 26.9 and 9.9); Cloud's words differ a little.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureProblem {
    /// "Project has not been found": a wrong or missing token, an unknown
    /// project, or a branch that does not exist. The host does not tell which.
    NotFound,
    /// "Measure has not been found": not analysed yet, or without this measure.
    NoMeasure,
    /// "Project is invalid": a branch that has no badges.
    NoBadgeHere,
    /// An error text that is not known.
    Unknown,
    /// No picture came at all.
    Unreachable,
}

impl Picture {
    /// Reads the body of an answer of the picture endpoints.
    ///
    /// # Errors
    /// The problem that an error picture tells of, or
    /// [`PictureProblem::Unreachable`] where the body is no SVG, or was cut off.
    pub fn read(svg: &str) -> Result<Self, PictureProblem> {
        let whole = svg.contains("<svg") && svg.contains("</svg>");
        if !svg.trim_start().starts_with('<') || !whole {
            return Err(PictureProblem::Unreachable);
        }
        let text = svg.to_ascii_lowercase();
        let says = |words: &str| text.contains(words);
        if says("project has not been found") || says("project not found") {
            Err(PictureProblem::NotFound)
        } else if says("has not been found") {
            Err(PictureProblem::NoMeasure)
        } else if says("project is invalid") {
            Err(PictureProblem::NoBadgeHere)
        } else if says("<!-- error -->") {
            Err(PictureProblem::Unknown)
        } else {
            let body = utf8_percent_encode(svg, UNSAFE);
            Ok(Self(format!("data:image/svg+xml;charset=utf-8,{body}")))
        }
    }

    /// The address for an `img` element.
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Picture(…)")
    }
}
