//! How many tokens are due, of all owners, from what is stored alone.

use std::collections::BTreeMap;

use super::{Known, Managed, Policy, Roster, Standing, effective, standing};
use crate::renewal::{Moment, Record};

/// The most that a toolbar icon has room for.
const MOST: usize = 999;

/// The records it takes to count, each by its name; nothing in the place of one
/// of another shape.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// `roster BASE ORG`.
    pub rosters: Vec<(String, Option<Roster>)>,
    /// `policy BASE ORG`.
    pub policies: Vec<(String, Option<Policy>)>,
    /// `ledger BASE PROJECT`.
    pub ledger: Vec<(String, Option<Record>)>,
}

/// How many tokens want to be renewed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Now.
    pub due: usize,
    /// In the days of warning.
    pub soon: usize,
}

impl Records {
    /// What the names of rosters, policies and the ledger begin with.
    pub const ROSTER: &str = "roster ";
    /// See [`Records::ROSTER`].
    pub const POLICY: &str = "policy ";
    /// See [`Records::ROSTER`].
    pub const LEDGER: &str = "ledger ";
}

impl Count {
    /// What the toolbar icon carries: nothing, the number of due tokens, or
    /// `999+`.
    pub fn mark(&self) -> String {
        match self.due {
            0 => String::new(),
            due @ ..=MOST => due.to_string(),
            _ => format!("{MOST}+"),
        }
    }
}

/// Counts over all owners with a roster, each under the policy that counts for
/// it. A bad record counts as none.
pub fn count_due(records: &Records, managed: &Managed, now: Moment) -> Count {
    let policies = by_name(&records.policies);
    let ledger = by_name(&records.ledger);
    let mut count = Count::default();
    for (name, roster) in by_name(&records.rosters) {
        let owner = name.strip_prefix(Records::ROSTER).unwrap_or_default();
        let base = owner.split(' ').next().unwrap_or_default();
        let own = policies.get(&*format!("{}{owner}", Records::POLICY));
        let (policy, _) = effective(own.copied().copied(), managed);
        for entry in &roster.entries {
            let record = ledger.get(&*format!("{}{base} {}", Records::LEDGER, entry.key));
            let known = Known::of(record.copied(), entry.listed);
            match standing(policy, entry.needs_token, known, now) {
                Standing::Due => count.due += 1,
                Standing::Soon => count.soon += 1,
                Standing::Fresh | Standing::NotNeeded => {}
            }
        }
    }
    count
}

fn by_name<T>(records: &[(String, Option<T>)]) -> BTreeMap<&str, &T> {
    records
        .iter()
        .filter_map(|(name, record)| Some((name.as_str(), record.as_ref()?)))
        .collect()
}
