//! A handover as JSON.

use serde::Serialize;

use super::{Handover, Row};
use crate::record::{date, document};

/// What it calls itself, and its version.
const FORMAT: &str = "rebadge-handover";
const VERSION: u64 = 1;

/// A row; what is not there is left out.
#[derive(Serialize)]
struct Line<'a> {
    project: &'a str,
    name: &'a str,
    ending: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    renewed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    markdown: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token: Option<&'a str>,
}

impl<'a> Line<'a> {
    fn of(row: &'a Row, with_tokens: bool) -> Self {
        let secret = |text: &'a str| (with_tokens && !text.is_empty()).then_some(text);
        Self {
            project: row.project.as_str(),
            name: &row.name,
            ending: &row.ending,
            renewed: row.renewed.map(date::to_text),
            markdown: secret(row.markdown()),
            token: secret(row.token()),
        }
    }
}

/// The document, a project a line.
pub(super) fn write(handover: &Handover, with_tokens: bool) -> String {
    let lines = handover.rows.iter();
    let lines = lines.map(|row| Line::of(row, with_tokens));
    let made = ("made", handover.made);
    document((FORMAT, VERSION), made, ("projects", lines))
}
