//! Looking for entries.

use super::{Book, Ending, Entry};
use crate::renewal::Moment;
use crate::search::{Words, searchable};

/// What is looked for; the default finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, each of them part of the project's key, the organization's, the
    /// login, or the ending's id, in whatever letter case.
    pub text: String,
    /// That ending alone.
    pub ending: Option<Ending>,
    /// Not before that moment.
    pub from: Option<Moment>,
    /// Before that moment.
    pub until: Option<Moment>,
}

impl Book {
    /// The entries that answer a query, the newest first.
    #[must_use]
    pub fn search(&self, query: &Query) -> Vec<&Entry> {
        let typed = Words::typed(&query.text);
        let found = self.entries.iter().filter(|entry| {
            query.from.is_none_or(|from| entry.at >= from)
                && query.until.is_none_or(|until| entry.at < until)
                && query.ending.is_none_or(|ending| entry.ending == ending)
                && (query.text.is_empty() || holds(entry, &typed))
        });
        found.collect()
    }
}

/// Whether each word is in one of an entry's parts.
fn holds(entry: &Entry, words: &Words) -> bool {
    let organization = entry.organization.as_deref();
    words.are_in(&searchable(&[
        &entry.project,
        organization.unwrap_or_default(),
        entry.login.as_deref().unwrap_or_default(),
        entry.ending.id(),
    ]))
}
