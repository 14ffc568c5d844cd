//! Looking for entries.

use super::{Book, Ending, Entry};
use crate::renewal::Moment;

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
        // As `holds` does it; `str::to_lowercase` minds where a word ends.
        let text: String = query.text.chars().flat_map(char::to_lowercase).collect();
        let words: Vec<_> = text.split_whitespace().collect();
        // One for all entries, since a record may hold tens of thousands.
        let mut lower = String::new();
        let found = self.entries.iter().filter(|entry| {
            query.from.is_none_or(|from| entry.at >= from)
                && query.until.is_none_or(|until| entry.at < until)
                && query.ending.is_none_or(|ending| entry.ending == ending)
                && (words.is_empty() || holds(entry, &words, &mut lower))
        });
        found.collect()
    }
}

/// Whether an entry holds every word, each in one of its parts.
fn holds(entry: &Entry, words: &[&str], lower: &mut String) -> bool {
    let organization = entry.organization.as_deref();
    lower.clear();
    for part in [
        entry.project.as_str(),
        organization.unwrap_or_default(),
        entry.login.as_deref().unwrap_or_default(),
        entry.ending.id(),
    ] {
        lower.extend(part.chars().flat_map(char::to_lowercase));
        // No word holds one, so none is found across two parts.
        lower.push('\n');
    }
    words.iter().all(|word| lower.contains(word))
}
