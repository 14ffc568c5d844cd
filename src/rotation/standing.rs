//! How a project stands under a policy.

use super::Policy;
use crate::renewal::{DAY, Moment, Record};

/// Whether a project's token is due, in the order of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Public, and shown without a token.
    NotNeeded,
    /// Young enough.
    Fresh,
    /// To be renewed in the days of warning.
    Soon,
    /// To be renewed now.
    Due,
}

/// What is known of a token's age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Renewed then.
    Renewed(Moment),
    /// At least that old.
    Since(Moment),
}

impl Known {
    /// What ledger and roster tell of a token.
    ///
    /// A token that was not renewed here is as old as the project's place in
    /// the roster: reading it for the first time does not make it younger. One
    /// that was found changed is as old as that.
    pub fn of(record: Option<&Record>, listed: Moment) -> Self {
        match record {
            None => Self::Since(listed),
            Some(record) => match record.renewed {
                Some(moment) => Self::Renewed(moment),
                None if record.changed => Self::Since(record.seen),
                None => Self::Since(record.seen.min(listed)),
            },
        }
    }

    /// The moment to count from.
    pub fn moment(self) -> Moment {
        match self {
            Self::Renewed(moment) | Self::Since(moment) => moment,
        }
    }

    /// The age in whole days; 0 where the clock was set back.
    pub fn days(self, now: Moment) -> i64 {
        now.since(self.moment()) / DAY
    }
}

/// How a project stands whose badges need a token, or do not.
pub fn standing(policy: Policy, needs_token: bool, known: Known, now: Moment) -> Standing {
    let age = known.days(now);
    let every = i64::from(policy.every());
    if !needs_token {
        Standing::NotNeeded
    } else if age >= every {
        Standing::Due
    } else if age >= every - i64::from(policy.warn()) {
        Standing::Soon
    } else {
        Standing::Fresh
    }
}
