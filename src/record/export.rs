//! The record as a file, without any secret: JSON to be read back, CSV for
//! spreadsheets.

use super::csv::Csv;
use super::line::{Line, document};
use super::{Book, date};
use crate::renewal::Moment;

/// What an exported record calls itself, and its version.
pub(super) const FORMAT: &str = "rebadge-record";
pub(super) const VERSION: u64 = 1;

impl Book {
    /// All entries as JSON, one a line, times in RFC 3339: what
    /// [`import`](super::import) reads. `now` is the moment of the export.
    ///
    /// Fingerprints are salted by each installation, so only those that come
    /// from one and the same can be compared.
    #[must_use]
    pub fn to_json(&self, now: Moment) -> String {
        let lines = self.entries.iter().map(Line::from);
        document((FORMAT, VERSION), ("exported", now), ("entries", lines))
    }

    /// All entries as CSV (RFC 4180) whose cells no spreadsheet takes for
    /// formulas. The headings are the names that the JSON has.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = Csv::new(&[
            "at",
            "instance",
            "organization",
            "project",
            "ending",
            "reason",
            "before",
            "after",
            "login",
            "run",
        ]);
        for entry in &self.entries {
            csv.line(&[
                &date::to_text(entry.at),
                &entry.instance,
                entry.organization.as_deref().unwrap_or_default(),
                &entry.project,
                entry.ending.id(),
                entry.reason.as_deref().unwrap_or_default(),
                &entry.before.map(|token| token.to_hex()).unwrap_or_default(),
                &entry.after.map(|token| token.to_hex()).unwrap_or_default(),
                entry.login.as_deref().unwrap_or_default(),
                &entry.run.map(date::to_text).unwrap_or_default(),
            ]);
        }
        csv.into_text()
    }
}
