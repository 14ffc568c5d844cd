//! The ledger: fingerprints and times, so that a token's age can be told.

use serde::{Deserialize, Serialize};

use super::{Clock, Moment, Store};
use crate::page::{Instance, ProjectKey};
use crate::token::{BadgeToken, Fingerprint};

/// What is remembered of a project's token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The token as last seen; nothing after a renewal that could not be read.
    pub token: Option<Fingerprint>,
    /// When that token was first seen, or known to be there.
    pub seen: Moment,
    /// When Rebadge renewed it, if it did.
    pub renewed: Option<Moment>,
    /// Whether it took the place of another that Rebadge knew.
    pub changed: bool,
}

/// How old a token is, as far as this browser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Renewed by Rebadge at that moment.
    Renewed(Moment),
    /// Seen for the first time then; it may be older.
    FirstSeen(Moment),
    /// Found changed then, by somebody else or elsewhere.
    Changed(Moment),
}

impl Entry {
    fn name(instance: Instance, project: &ProjectKey) -> String {
        format!("ledger {} {project}", instance.origin())
    }

    /// What is remembered of a project.
    pub async fn of<S: Store>(store: &S, instance: Instance, project: &ProjectKey) -> Option<Self> {
        store.get(&Self::name(instance, project)).await
    }

    /// Writes that the token was renewed at a moment. A store that refuses
    /// costs the age of the token, never the renewal.
    pub(super) async fn renewed<W: Store + Clock>(
        store: &W,
        instance: Instance,
        project: &ProjectKey,
        token: Option<Fingerprint>,
        at: Moment,
    ) {
        let entry = Self {
            token,
            seen: store.now(),
            renewed: Some(at),
            changed: false,
        };
        let _ = store.put(&Self::name(instance, project), &entry).await;
    }

    fn age(&self) -> Age {
        match (self.renewed, self.changed) {
            (Some(moment), _) => Age::Renewed(moment),
            (None, true) => Age::Changed(self.seen),
            (None, false) => Age::FirstSeen(self.seen),
        }
    }
}

/// Tells when a token was renewed here that the person may not read.
pub async fn recall<S: Store>(store: &S, instance: Instance, project: &ProjectKey) -> Option<Age> {
    let entry = Entry::of(store, instance, project).await?;
    entry.token.is_none().then(|| entry.age())
}

/// Notes a token that was read at a moment, and tells its age.
///
/// Nothing where the installation can keep no salt: then nothing is stored. Nor
/// where another window has renewed it since: then the token is an old one.
pub async fn note<S: Store>(
    store: &S,
    instance: Instance,
    project: &ProjectKey,
    token: &BadgeToken,
    read: Moment,
) -> Option<Age> {
    let fingerprint = Fingerprint::of(token, store.salt().await?);
    let known = Entry::of(store, instance, project).await;
    if let Some(entry) = known.filter(|entry| entry.token == Some(fingerprint)) {
        return Some(entry.age());
    }
    if known.is_some_and(|entry| entry.seen > read) {
        return None;
    }
    let entry = match known {
        // Renewed here, and only now to be read for the first time.
        Some(entry) if entry.token.is_none() => Entry {
            token: Some(fingerprint),
            ..entry
        },
        other => Entry {
            token: Some(fingerprint),
            seen: read,
            renewed: None,
            changed: other.is_some(),
        },
    };
    let _ = store.put(&Entry::name(instance, project), &entry).await;
    Some(entry.age())
}
