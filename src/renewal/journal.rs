//! The journal: what is about to be done, written down before it is done, so
//! that a later page can find out what became of it.

use serde::{Deserialize, Serialize};

use super::{Moment, Store, StoreRefused};
use crate::page::{Instance, ProjectKey};
use crate::token::Fingerprint;

/// For how many milliseconds a renewal without an answer may still be on its
/// way. Longer than the time limit of the request itself, and the grace that a
/// busy page is given to begin it.
pub const PATIENCE: i64 = 10_000;

/// A renewal that was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intent {
    /// The token before, if it could be read.
    pub old: Option<Fingerprint>,
    /// When it was begun.
    pub at: Moment,
}

fn name(instance: Instance, project: &ProjectKey) -> String {
    format!("intent {} {project}", instance.origin())
}

impl Intent {
    /// The open intent for a project, if there is one.
    pub(super) async fn open<S: Store>(
        store: &S,
        instance: Instance,
        project: &ProjectKey,
    ) -> Option<Self> {
        store.get(&name(instance, project)).await
    }

    /// Writes the intent down.
    pub(super) async fn write<S: Store>(
        &self,
        store: &S,
        instance: Instance,
        project: &ProjectKey,
    ) -> Result<(), StoreRefused> {
        store.put(&name(instance, project), self).await
    }

    /// Closes a project's intent: what became of it is known.
    pub(super) async fn close<S: Store>(store: &S, instance: Instance, project: &ProjectKey) {
        store.remove(&name(instance, project)).await;
    }

    /// Whether the request may still be on its way.
    pub(super) fn is_fresh(&self, now: Moment) -> bool {
        now.since(self.at) < PATIENCE
    }
}
