//! The ledger: fingerprints and times, so that a token's age can be told.

use serde::{Deserialize, Serialize};

use super::{Clock, Moment, Store, StoreRefused, Subject, World};
use crate::token::{BadgeToken, Fingerprint};

/// What is remembered of a project's token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The token as last seen; nothing after a renewal that could not be read.
    pub token: Option<Fingerprint>,
    /// When that token was first seen, or known to be there.
    pub seen: Moment,
    /// When Rebadge renewed it, if it did.
    pub renewed: Option<Moment>,
    /// Whether it took the place of another that Rebadge knew.
    pub changed: bool,
    /// What the last rotation run did to it. It stays through all that others
    /// do, so that the run never does it twice.
    #[serde(default)]
    pub attempt: Option<Attempt>,
}

/// What a rotation run did to a token, until it stands in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// When the run was begun, which tells it from others.
    pub run: Moment,
    /// Whether the token was renewed. Else a renewal was sent, and what became
    /// of it can never be told.
    pub renewed: bool,
    /// The token before, if it was known.
    pub before: Option<Fingerprint>,
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

impl Record {
    /// What is remembered of a project.
    pub(crate) async fn of<S: Store>(
        store: &S,
        subject: &Subject,
    ) -> Result<Option<Self>, StoreRefused> {
        store.get(&subject.ledger()).await
    }

    /// Writes that the token was renewed at a moment, by a run or not. A store
    /// that refuses costs the age of the token, never the renewal.
    pub(crate) async fn renewed<W: Store + Clock>(
        store: &W,
        subject: &Subject,
        token: Option<Fingerprint>,
        at: Moment,
        attempt: Option<Attempt>,
    ) -> Result<(), StoreRefused> {
        let attempt = match attempt {
            Some(attempt) => Some(attempt),
            None => Self::of(store, subject)
                .await?
                .and_then(|known| known.attempt),
        };
        let record = Self {
            token,
            seen: store.now(),
            renewed: Some(at),
            changed: false,
            attempt,
        };
        store.put(&subject.ledger(), &record).await
    }

    /// Writes that a run may have renewed the token, which nobody can tell any
    /// more; nothing where it is known already that it has.
    pub(super) async fn doubted<W: Store + Clock>(
        store: &W,
        subject: &Subject,
        attempt: Attempt,
    ) -> Result<(), StoreRefused> {
        let known = Self::of(store, subject).await?;
        let run = attempt.run;
        if known.is_some_and(|record| record.attempt_of(run).is_some_and(|known| known.renewed)) {
            return Ok(());
        }
        let record = known.unwrap_or(Self {
            token: None,
            seen: store.now(),
            renewed: None,
            changed: false,
            attempt: None,
        });
        let attempt = Some(attempt);
        let record = Self { attempt, ..record };
        store.put(&subject.ledger(), &record).await
    }

    /// What a run did to the token, told by when that was begun.
    pub(crate) fn attempt_of(&self, run: Moment) -> Option<Attempt> {
        self.attempt.filter(|attempt| attempt.run == run)
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
pub async fn recall<S: Store>(store: &S, subject: &Subject) -> Option<Age> {
    let record = Record::of(store, subject).await.ok()??;
    (record.token.is_none() && record.renewed.is_some()).then(|| record.age())
}

/// Notes a token that was read at a moment, and tells its age.
///
/// Nothing where the store refuses. Nor where another window has renewed the
/// token since: then it is an old one.
pub async fn note<W: World>(
    world: &W,
    subject: &Subject,
    token: &BadgeToken,
    read: Moment,
) -> Option<Age> {
    let fingerprint = Fingerprint::of(token, world.salt().await.ok()?);
    let _held = world.lock(&subject.lock()).await;
    let known = Record::of(world, subject).await.ok()?;
    if let Some(record) = known.filter(|record| record.token == Some(fingerprint)) {
        return Some(record.age());
    }
    if known.is_some_and(|record| record.seen > read) {
        return None;
    }
    let record = match known {
        // Renewed here, and only now to be read for the first time.
        Some(record) if record.token.is_none() => Record {
            token: Some(fingerprint),
            ..record
        },
        other => Record {
            token: Some(fingerprint),
            seen: read,
            renewed: None,
            changed: other.is_some(),
            attempt: other.and_then(|record| record.attempt),
        },
    };
    let _ = world.put(&subject.ledger(), &record).await;
    Some(record.age())
}
