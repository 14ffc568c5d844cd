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
    let (policies, ledger) = (places(&records.policies), places(&records.ledger));
    let mut count = Count::default();
    for (name, roster) in &records.rosters {
        let (Some(owner), Some(roster)) = (name.strip_prefix(Records::ROSTER), roster) else {
            continue;
        };
        let base = owner.split(' ').next().unwrap_or_default();
        let own = policies
            .get(&*format!("{}{owner}", Records::POLICY))
            .and_then(|place| records.policies[*place].1);
        let (policy, _) = effective(own, managed);
        for entry in &roster.entries {
            let record = ledger
                .get(&*format!("{}{base} {}", Records::LEDGER, entry.key))
                .and_then(|place| records.ledger[*place].1.as_ref());
            let known = Known::of(record, entry.listed);
            match standing(policy, entry.needs_token, known, now) {
                Standing::Due => count.due += 1,
                Standing::Soon => count.soon += 1,
                Standing::Fresh | Standing::NotNeeded => {}
            }
        }
    }
    count
}

/// Where each record is. Put in one by one, since sorting them all would cost
/// the program more bytes than it is worth.
fn places<T>(records: &[(String, T)]) -> BTreeMap<&str, usize> {
    let mut places = BTreeMap::new();
    for (place, (name, _)) in records.iter().enumerate() {
        places.insert(name.as_str(), place);
    }
    places
}
