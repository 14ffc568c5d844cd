//! The version of what is stored.

use serde::{Deserialize, Serialize};

use super::{check, set_aside};
use crate::renewal::{Moment, Store, StoreRefused};

/// The version of the records that this program writes. Records without a version
/// are of version 1, and so is whatever came to those since under names of its own.
pub const VERSION: u64 = 1;

const NAME: &str = "format";

#[derive(Serialize, Deserialize)]
struct Format {
    version: u64,
}

/// Why the records cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    /// A newer Rebadge wrote them. Nothing may be written over.
    #[error("the records are of version {version}, which is newer than {VERSION}")]
    Newer {
        /// Their version.
        version: u64,
    },
    /// The store could not be read, or what cannot be read not be set aside.
    #[error(transparent)]
    Refused(#[from] StoreRefused),
}

/// Makes sure that the records are of a version that this program knows, and
/// notes the version where none is noted yet. To be called before anything else
/// is read or written. Tells the names of what was set aside: the note itself,
/// if it could not be read.
///
/// A store that does not take the note is opened all the same: without it the
/// version is 1.
///
/// # Errors
/// [`Unopened`]: then nothing has been changed.
pub async fn open<S: Store>(store: &S, now: Moment) -> Result<Vec<String>, Unopened> {
    match store.get::<Format>(NAME).await? {
        Some(Format { version }) if version > VERSION => return Err(Unopened::Newer { version }),
        // One day steps from one version to the next stand here.
        Some(_) => return Ok(Vec::new()),
        None => {}
    }
    let broken = check::<Format, S>(store, NAME).await?;
    set_aside(store, &broken, now).await?;
    let _ = store.put(NAME, &Format { version: VERSION }).await;
    Ok(broken)
}
