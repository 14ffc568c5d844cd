//! The roster: which projects an owner had when they were listed last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::page::ProjectKey;
use crate::renewal::Moment;

/// The projects of an owner, by their keys. Kept under `roster BASE ORG`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct Roster {
    /// When they were listed last.
    pub at: Moment,
    /// The projects, in the order of their keys, each once.
    pub entries: Vec<RosterEntry>,
}

/// A project of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct RosterEntry {
    /// Its key.
    pub key: ProjectKey,
    /// When it was listed for the first time.
    pub listed: Moment,
    /// Whether its badges need a token.
    pub needs_token: bool,
}

/// An entry as it is stored: 10,000 of them share one record.
type Row = (ProjectKey, Moment, bool);

/// A roster as it is stored.
#[derive(Serialize, Deserialize)]
struct Record {
    version: u8,
    at: Moment,
    entries: Vec<RosterEntry>,
}

/// A roster of a version that is not known.
#[derive(Debug, thiserror::Error)]
#[error("its version is {0}")]
struct UnknownVersion(u8);

impl Roster {
    const VERSION: u8 = 1;

    /// Whether a project was listed as one that needs a token. Entries are in the
    /// order of their keys.
    pub fn needs_token(&self, key: &ProjectKey) -> bool {
        let place = self.entries.binary_search_by(|entry| entry.key.cmp(key));
        place.is_ok_and(|place| self.entries[place].needs_token)
    }

    /// The roster after a listing at `now`: projects and whether each needs a
    /// token. Who was known keeps the moment of the first listing. Who is
    /// missing is gone only where the listing was complete.
    pub fn merge(
        previous: Option<Self>,
        listing: impl IntoIterator<Item = (ProjectKey, bool)>,
        complete: bool,
        now: Moment,
    ) -> Self {
        let known: BTreeMap<_, _> = previous
            .into_iter()
            .flat_map(|roster| roster.entries)
            // A moment that is yet to come was written by a wrong clock.
            .map(|entry| (entry.key, (entry.listed.min(now), entry.needs_token)))
            .collect();
        let mut entries = if complete {
            BTreeMap::new()
        } else {
            known.clone()
        };
        for (key, needs_token) in listing {
            let listed = known.get(&key).map_or(now, |(listed, _)| *listed);
            entries.insert(key, (listed, needs_token));
        }
        let entries = entries
            .into_iter()
            .map(|(key, (listed, needs_token))| RosterEntry::from((key, listed, needs_token)))
            .collect();
        Self { at: now, entries }
    }
}

impl From<Row> for RosterEntry {
    fn from((key, listed, needs_token): Row) -> Self {
        Self {
            key,
            listed,
            needs_token,
        }
    }
}

impl From<RosterEntry> for Row {
    fn from(entry: RosterEntry) -> Self {
        (entry.key, entry.listed, entry.needs_token)
    }
}

impl TryFrom<Record> for Roster {
    type Error = UnknownVersion;

    fn try_from(record: Record) -> Result<Self, UnknownVersion> {
        let Record {
            version,
            at,
            entries,
        } = record;
        match version {
            Self::VERSION => Ok(Self { at, entries }),
            other => Err(UnknownVersion(other)),
        }
    }
}

impl From<Roster> for Record {
    fn from(roster: Roster) -> Self {
        Self {
            version: Roster::VERSION,
            at: roster.at,
            entries: roster.entries,
        }
    }
}
