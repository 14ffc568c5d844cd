//! Taking in a record that was exported, here or on another machine.

use std::collections::HashSet;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::export::{FORMAT, VERSION};
use super::line::Line;
use super::{Book, Entry, read_all, write};
use crate::renewal::{Store, StoreRefused};

/// The most bytes of a file that is read. `storage.local` holds 10 MB (Chrome's
/// documentation), and an exported entry is shorter than a stored one.
pub const LIMIT: usize = 20 * 1024 * 1024;

/// Why a file was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It has more than [`LIMIT`] bytes.
    #[error("it is longer than {LIMIT} bytes")]
    TooLarge,
    /// It is not JSON, or not all of it is there.
    #[error("it is not JSON")]
    NotJson,
    /// It is JSON of another kind.
    #[error("it is not a record of Rebadge's")]
    NotARecord,
    /// It is of a version that this program does not know.
    #[error("it is of version {version}, and only {VERSION} is known")]
    UnknownVersion {
        /// Its version.
        version: u64,
    },
    /// The store refused an entry; those before it were taken out again.
    #[error(transparent)]
    Refused(#[from] StoreRefused),
}

/// What became of the entries of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many are new here.
    pub added: usize,
    /// How many were here already: same instance, project, time and ending.
    pub known: usize,
    /// How many were left out, since something in them cannot be.
    pub broken: usize,
}

/// What is read of a file before its entries are.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

/// Takes in what [`Book::to_json`] wrote: the entries that are not there yet
/// go into the store and into the book, which is read anew. One that stands
/// where an unreadable one does counts as there; set those aside first.
///
/// A page that is closed meanwhile leaves some of them in the store; taking in
/// the same file again brings the rest.
///
/// # Errors
/// [`ImportError`]: then nothing has been changed.
pub async fn import<S: Store>(
    store: &S,
    book: &mut Book,
    text: &str,
) -> Result<Imported, ImportError> {
    let (entries, mut imported) = read(text)?;
    // Other windows may have written since the book was read.
    *book = read_all(store).await?;
    let here = book.entries.iter().map(Entry::name);
    let mut names: HashSet<_> = here.chain(book.unreadable.iter().cloned()).collect();
    let (new, known): (Vec<_>, _) = entries
        .into_iter()
        .partition(|entry| names.insert(entry.name()));
    imported.added = new.len();
    imported.known = known.len();
    for (place, entry) in new.iter().enumerate() {
        if let Err(refused) = write(store, entry).await {
            for written in &new[..place] {
                store.remove(&written.name()).await;
            }
            return Err(refused.into());
        }
    }
    book.add(new);
    Ok(imported)
}

/// The entries of a file, and how many are broken.
fn read(text: &str) -> Result<(Vec<Entry>, Imported), ImportError> {
    if text.len() > LIMIT {
        return Err(ImportError::TooLarge);
    }
    // What some editors put before a text.
    let text = text.trim_start_matches('\u{feff}');
    let head: Head = parsed(text)?;
    if head.format != FORMAT {
        return Err(ImportError::NotARecord);
    }
    if head.version != VERSION {
        let version = head.version;
        return Err(ImportError::UnknownVersion { version });
    }
    let document: Document = parsed(text)?;
    let all = document.entries.len();
    let read = document
        .entries
        .into_iter()
        .filter_map(|entry| serde_json::from_str::<Line>(entry.get()).ok()?.entry());
    let entries: Vec<_> = read.collect();
    let broken = all - entries.len();
    Ok((
        entries,
        Imported {
            broken,
            ..Imported::default()
        },
    ))
}

fn parsed<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, ImportError> {
    serde_json::from_str(text).map_err(|error| {
        if error.is_data() {
            ImportError::NotARecord
        } else {
            ImportError::NotJson
        }
    })
}
