//! The record for auditors as the dashboard shows it.

use super::looks::tone;
use super::{Dashboard, Effect};
use crate::popup::{Text, Tone};
use crate::record::{Book, Ending, Entry, ImportError, Imported, Query, words};
use crate::renewal::Moment;

/// Entries drawn at most; more are found by searching, or exported.
const DRAWN: usize = 200;

/// What is there of the record, and what is looked for in it.
#[derive(Debug, Default)]
pub(super) struct History {
    pub book: Option<Book>,
    pub query: Query,
    /// How many records were set aside.
    pub aside: usize,
}

/// The record on the screen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HistoryView {
    /// The entries that are drawn, the newest first.
    pub entries: Vec<EntryView>,
    /// What is found, or not, or still on its way.
    pub note: Option<Text>,
    /// Whether there is anything to export.
    pub may_export: bool,
    /// What could not be read.
    pub aside: Vec<Text>,
    /// The ending that alone is looked for.
    pub ending: Option<Ending>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// When it ended.
    pub at: Moment,
    /// The project's key.
    pub project: String,
    /// The organization's key, or the instance where there is none.
    pub whose: String,
    /// How it ended.
    pub ending: (Text, Tone),
    /// The login of who was signed in.
    pub login: String,
    /// The beginnings of the fingerprints before and after.
    pub fingerprints: [String; 2],
}

/// A form in which the record can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordForm {
    /// For spreadsheets.
    Csv,
    /// To be imported again.
    Json,
}

impl Dashboard {
    /// Takes in the record.
    pub(super) fn record_came(&mut self, came: Option<(Book, usize)>) {
        match came {
            Some((book, aside)) => {
                self.history.book = Some(book);
                self.history.aside = aside;
            }
            None => self.storage_refused = true,
        }
    }

    /// Takes in what came of an import; the record is read anew.
    pub(super) fn imported(&mut self, came: Result<Imported, ImportError>) -> Vec<Effect> {
        match came {
            Ok(Imported {
                added,
                known,
                broken,
            }) => {
                let said = Text::new(words::IMPORTED);
                self.status = Some(said.number(added).number(known).number(broken));
                vec![Effect::ReadRecord]
            }
            Err(error) => {
                self.complaint = Some(match error {
                    ImportError::TooLarge => {
                        Text::new(error.message()).number(crate::record::LIMIT / (1024 * 1024))
                    }
                    ImportError::UnknownVersion { version } => {
                        Text::new(error.message()).with(version)
                    }
                    _ => Text::new(error.message()),
                });
                Vec::new()
            }
        }
    }

    /// Exports the record. It holds no secret.
    pub(super) fn export_record(&self, form: RecordForm) -> Option<Effect> {
        let book = self.history.book.as_ref()?;
        let (text, extension, kind) = match form {
            RecordForm::Csv => (book.to_csv(), "csv", "text/csv;charset=utf-8"),
            RecordForm::Json => (book.to_json(self.now), "json", "application/json"),
        };
        Some(Effect::Save {
            name: format!("rebadge-record.{extension}"),
            kind,
            text,
        })
    }

    pub(super) fn history_view(&self) -> HistoryView {
        let Some(book) = &self.history.book else {
            return HistoryView {
                note: Some(Text::new("record_loading")),
                ..HistoryView::default()
            };
        };
        let found = book.search(&self.history.query);
        HistoryView {
            note: match found.len() {
                0 if book.entries.is_empty() => Some(Text::new("record_empty")),
                0 => Some(Text::new("nothing_found")),
                count if count > DRAWN => {
                    Some(Text::new("record_more").number(DRAWN).number(count))
                }
                count => Some(Text::counted("record_entries", count)),
            },
            entries: found.into_iter().take(DRAWN).map(entry).collect(),
            may_export: !book.entries.is_empty(),
            aside: match self.history.aside {
                0 => Vec::new(),
                count => vec![
                    Text::new(words::SET_ASIDE).number(count),
                    Text::new(words::SET_ASIDE_NEXT),
                ],
            },
            ending: self.history.query.ending,
        }
    }
}

fn entry(entry: &Entry) -> EntryView {
    let whose = entry.organization.as_ref().unwrap_or(&entry.instance);
    EntryView {
        at: entry.at,
        project: entry.project.clone(),
        whose: whose.clone(),
        ending: (Text::new(entry.ending.message()), tone(entry.ending)),
        login: entry.login.clone().unwrap_or_default(),
        fingerprints: [entry.before, entry.after].map(|print| {
            print
                .map(|print| print.to_hex()[..8].to_owned())
                .unwrap_or_default()
        }),
    }
}
