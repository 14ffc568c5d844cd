//! The journal: what is about to be done, written down before it is done, so
//! that a later page can find out what became of it.

use serde::{Deserialize, Serialize};

use super::{Moment, Store, StoreRefused, Subject};
use crate::token::Fingerprint;

/// For how many milliseconds a renewal without an answer may still be on its
/// way. Longer than the time limit of the request itself, and the grace that a
/// busy page is given to begin it.
pub const PATIENCE: i64 = 12_000;

/// A renewal that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The token before, if it could be read.
    pub old: Option<Fingerprint>,
    /// When it was begun.
    pub at: Moment,
}

impl Intent {
    /// The open intent for a project, if there is one.
    pub(super) async fn open<S: Store>(
        store: &S,
        subject: &Subject,
    ) -> Result<Option<Self>, StoreRefused> {
        store.get(&subject.intent()).await
    }

    /// Writes the intent down.
    pub(super) async fn write<S: Store>(
        &self,
        store: &S,
        subject: &Subject,
    ) -> Result<(), StoreRefused> {
        store.put(&subject.intent(), self).await
    }

    /// Closes a project's intent: what became of it is known.
    pub(super) async fn close<S: Store>(store: &S, subject: &Subject) {
        store.remove(&subject.intent()).await;
    }

    /// Whether the request may still be on its way; not where the clock was
    /// set back since.
    pub(super) fn is_fresh(&self, now: Moment) -> bool {
        (0..PATIENCE).contains(&(now.0 - self.at.0))
    }
}
