//! What a run will do, before it is begun.

use crate::page::ProjectKey;

/// Why a project cannot be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Obstacle {
    /// The person may not administer it.
    NoAdminister,
    /// Its badge is shown without a token.
    NoTokenNeeded,
    /// The host renews no tokens.
    NotOffered,
}

/// A project that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which one.
    pub project: ProjectKey,
    /// Whether its badge needs a token.
    pub needs_token: bool,
    /// Whether the person may administer it, where that is known.
    pub may_administer: Option<bool>,
}

/// What will be renewed, and what cannot be, in the order chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// The projects to renew.
    pub renew: Vec<ProjectKey>,
    /// The others, each with the first obstacle.
    pub cannot: Vec<(ProjectKey, Obstacle)>,
}

impl Plan {
    /// The plan for what was chosen, on a host that renews tokens or does not.
    pub fn of(candidates: impl IntoIterator<Item = Candidate>, host_renews: bool) -> Self {
        let mut plan = Self::default();
        for candidate in candidates {
            let obstacle = if !host_renews {
                Some(Obstacle::NotOffered)
            } else if !candidate.needs_token {
                Some(Obstacle::NoTokenNeeded)
            } else if candidate.may_administer == Some(false) {
                Some(Obstacle::NoAdminister)
            } else {
                None
            };
            match obstacle {
                None => plan.renew.push(candidate.project),
                Some(obstacle) => plan.cannot.push((candidate.project, obstacle)),
            }
        }
        plan
    }

    /// About how many seconds it will take, where a request takes so many
    /// milliseconds: two a project, at the pace that a run begins with. A server
    /// that lets it speed up makes it shorter, one that refuses longer.
    pub fn seconds(&self, milliseconds_a_request: u32) -> u32 {
        let requests = u64::try_from(self.renew.len())
            .unwrap_or(u64::MAX)
            .saturating_mul(2);
        let at_once = super::pace::START as u64;
        let milliseconds = requests.saturating_mul(milliseconds_a_request.into()) / at_once;
        u32::try_from(milliseconds.div_ceil(1_000)).unwrap_or(u32::MAX)
    }
}
