//! The journal: what is about to be done, written down before it is done, so
//! that a later page can find out what became of it.

use serde::{Deserialize, Serialize};

use super::{Attempt, Moment, Store, StoreRefused, Subject};
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
    /// The token that the ledger knew: the same one afterwards proves that
    /// nothing was renewed; another one proves nothing.
    #[serde(default)]
    pub known: Option<Fingerprint>,
    /// When it was begun.
    pub at: Moment,
    /// The rotation run that began it, by when that was begun, if one did.
    #[serde(default)]
    pub run: Option<Moment>,
    /// Whether the server has accepted it; only a run writes that down, so that
    /// it need not read the token beforehand.
    #[serde(default)]
    pub accepted: bool,
}

impl Intent {
    /// The open intent for a project, if there is one.
    pub(crate) async fn open<S: Store>(
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
    pub(crate) async fn close<S: Store>(store: &S, subject: &Subject) {
        store.remove(&subject.intent()).await;
    }

    /// The token before, as well as it is known.
    pub(crate) fn before(&self) -> Option<Fingerprint> {
        self.old.or(self.known)
    }

    /// What the ledger is to remember for the run that began it.
    pub(super) fn attempt(&self, renewed: bool) -> Option<Attempt> {
        self.run.map(|run| Attempt {
            run,
            renewed: renewed || self.accepted,
            before: self.before(),
        })
    }

    /// Whether the request may still be on its way; not where the clock was
    /// set back since.
    pub(super) fn is_fresh(&self, now: Moment) -> bool {
        now.is_within(PATIENCE, self.at)
    }
}
