//! What tests may look at: counts, sessions, the log.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cloud::Cloud;
use crate::faults::Fault;
use crate::journal::{LogEntry, tail};
use crate::profile::Profile;

/// Everything that tests may look at, at one moment.
#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// Which SonarQube is played.
    pub profile: Profile,
    /// The projects whose token was ever made, read or renewed.
    pub projects: BTreeMap<String, ProjectState>,
    /// Whose sessions are open, one entry each.
    pub sessions: Vec<String>,
    /// The faults that still wait.
    pub faults: Vec<Fault>,
    /// The sums.
    pub total: Totals,
    /// Every request so far.
    pub log: Vec<LogEntry>,
}

/// What became of one project's badge token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectState {
    /// Renewals by the web API.
    pub renewals: u32,
    /// Renewals by somebody else.
    pub renewed_by_others: u32,
    /// How often the web API told the token.
    pub reads: u32,
    /// The token, but for its last four characters.
    pub token: Option<String>,
}

/// Sums over all projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Requests that came in.
    pub requests: usize,
    /// Projects there are.
    pub projects: usize,
    /// Renewals by the web API.
    pub renewals: u32,
    /// Tokens told by the web API.
    pub reads: u32,
}

impl Cloud {
    /// Everything that tests may look at. No token in it is whole.
    #[must_use]
    pub fn state(&self) -> State {
        let touched = self.projects.values().filter(|project| {
            project.token.is_some() || project.renewals + project.renewed_by_others > 0
        });
        State {
            profile: self.profile,
            projects: touched
                .map(|project| {
                    let state = ProjectState {
                        renewals: project.renewals,
                        renewed_by_others: project.renewed_by_others,
                        reads: project.reads,
                        token: project.token.as_deref().map(tail),
                    };
                    (project.key.clone(), state)
                })
                .collect(),
            sessions: self
                .sessions
                .iter()
                .map(|open| open.login.clone())
                .collect(),
            faults: self.faults.waiting().to_vec(),
            total: Totals {
                requests: self.log.len(),
                projects: self.projects.len(),
                renewals: self.projects.values().map(|project| project.renewals).sum(),
                reads: self.projects.values().map(|project| project.reads).sum(),
            },
            log: self.log.clone(),
        }
    }

    /// How often the web API renewed a token, of those projects where it did.
    #[must_use]
    pub fn renewals(&self) -> BTreeMap<String, u32> {
        let renewed = self
            .projects
            .values()
            .filter(|project| project.renewals > 0);
        renewed
            .map(|project| (project.key.clone(), project.renewals))
            .collect()
    }

    /// How many requests came in, by method and path, as `GET /api/projects/search`.
    #[must_use]
    pub fn counts(&self) -> &BTreeMap<String, u64> {
        &self.counts
    }
}
