//! Since when the token of a project is known.

use std::collections::HashMap;

use crate::page::ProjectKey;
use crate::renewal::{Moment, Record};
use crate::rotation::{Known, Roster};

/// What ledger and roster know of tokens, and what has been renewed since.
#[derive(Debug, Clone, Default)]
pub struct Ages {
    ledger: HashMap<ProjectKey, Record>,
    listed: HashMap<ProjectKey, Moment>,
    renewed: HashMap<ProjectKey, Moment>,
}

impl Ages {
    /// What was found in the storage.
    pub fn of(ledger: Vec<(ProjectKey, Record)>, roster: Option<&Roster>) -> Self {
        let entries = roster.into_iter().flat_map(|roster| &roster.entries);
        Self {
            ledger: ledger.into_iter().collect(),
            listed: entries
                .map(|entry| (entry.key.clone(), entry.listed))
                .collect(),
            renewed: HashMap::new(),
        }
    }

    /// Since when the token of a project is known that is listed now.
    pub fn of_project(&self, project: &ProjectKey, now: Moment) -> Known {
        let listed = self.listed.get(project).copied().unwrap_or(now);
        match self.renewed.get(project) {
            Some(at) => Known::Renewed(*at),
            None => Known::of(self.ledger.get(project), listed),
        }
    }

    /// Notes that a token was renewed.
    pub fn renewed(&mut self, project: ProjectKey, at: Moment) {
        self.renewed.insert(project, at);
    }
}
