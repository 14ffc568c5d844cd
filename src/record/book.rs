//! The entries of the record, in the store and at hand.

use serde::de::DeserializeOwned;

use super::{Entry, unreadable};
use crate::renewal::{DAY, Moment, Store, StoreRefused};

/// The record at hand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// The newest first.
    pub entries: Vec<Entry>,
    /// The names of entries that cannot be read, or that are not about what
    /// their name says: to be set aside.
    pub unreadable: Vec<String>,
}

impl Book {
    /// Puts entries among the others. None of them is there yet.
    pub(super) fn add(&mut self, entries: impl IntoIterator<Item = Entry>) {
        self.entries.extend(entries);
        self.entries
            .sort_by_cached_key(|entry| (std::cmp::Reverse(entry.at), entry.name()));
    }

    /// The moment that entries are to be older than: so many days before now.
    fn limit(keep_days: u32, now: Moment) -> Moment {
        Moment(now.0.saturating_sub(i64::from(keep_days) * DAY))
    }
}

/// Writes an entry.
///
/// # Errors
/// [`StoreRefused`] where it was not written.
pub async fn write<S: Store>(store: &S, entry: &Entry) -> Result<(), StoreRefused> {
    store.put(&entry.name(), entry).await
}

/// Reads all of the record.
///
/// # Errors
/// [`StoreRefused`] where it could not be looked up.
pub async fn read_all<S: Store>(store: &S) -> Result<Book, StoreRefused> {
    let mut book = Book::default();
    let mut entries = Vec::new();
    for (name, entry) in store.all::<Entry>(Entry::BEGINNING).await? {
        match entry.filter(|entry| entry.name() == name) {
            Some(entry) => entries.push(entry),
            None => book.unreadable.push(name),
        }
    }
    book.add(entries);
    Ok(book)
}

/// Removes entries that are older than so many days, from the store and from
/// the book, and tells how many they were. What lies in the future, since the
/// clock was set back, stays; and so does what cannot be read.
pub async fn prune<S: Store>(store: &S, book: &mut Book, keep_days: u32, now: Moment) -> usize {
    let limit = Book::limit(keep_days, now);
    let (young, old): (Vec<_>, _) = std::mem::take(&mut book.entries)
        .into_iter()
        .partition(|entry| entry.at >= limit);
    book.entries = young;
    for entry in &old {
        store.remove(&entry.name()).await;
    }
    old.len()
}

/// Looks for records of some other kind that cannot be read: those whose names
/// are `of`, or begin with that word. `T` is what they ought to be.
///
/// It reads the whole store, so it can wait until a page has been painted.
///
/// # Errors
/// [`StoreRefused`] where they could not be looked up.
pub async fn check<T: DeserializeOwned, S: Store>(
    store: &S,
    of: &str,
) -> Result<Vec<String>, StoreRefused> {
    let (_, names) = unreadable(store.all::<T>(of).await?);
    let is_one = |name: &String| {
        let rest = name.strip_prefix(of);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    Ok(names.into_iter().filter(is_one).collect())
}
