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
    renewed: HashMap<ProjectKey, Known>,
}

impl Ages {
    /// Takes in what was found in the storage, which may have been read before
    /// the last renewals.
    pub fn recall(&mut self, ledger: Vec<(ProjectKey, Record)>, roster: Option<&Roster>) {
        let entries = roster.into_iter().flat_map(|roster| &roster.entries);
        self.ledger = ledger.into_iter().collect();
        self.listed = entries
            .map(|entry| (entry.key.clone(), entry.listed))
            .collect();
        // Of what was renewed elsewhere the ledger knows more.
        self.renewed
            .retain(|_, known| matches!(known, Known::Renewed(_)));
    }

    /// Since when the token of a project is known that is listed now.
    pub fn of_project(&self, project: &ProjectKey, now: Moment) -> Known {
        let listed = self.listed.get(project).copied().unwrap_or(now);
        let record = self.ledger.get(project);
        let known = Known::of(record, listed);
        match self.renewed.get(project) {
            Some(here) if record.is_none() || known.moment() < here.moment() => *here,
            _ => known,
        }
    }

    /// Notes that a token was renewed, here or elsewhere.
    pub fn renewed(&mut self, project: ProjectKey, known: Known) {
        self.renewed.insert(project, known);
    }
}
