//! The rotation policy: how old a badge token may become.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::{Fault, Part, Why};

/// How often the tokens of an owner are renewed. Kept under `policy BASE ORG`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct Policy {
    every: u16,
    warn: u16,
}

/// A policy as it is stored.
#[derive(Serialize, Deserialize)]
struct Record {
    version: u8,
    every: u16,
    warn: u16,
}

/// Why a stored policy is none.
#[derive(Debug, thiserror::Error)]
enum NoPolicy {
    #[error("its version is {0}")]
    Version(u8),
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Policy {
    /// How many days there may be between two renewals.
    pub const EVERY: RangeInclusive<u16> = 7..=365;
    const VERSION: u8 = 1;

    /// Renewal every so many days, 7 to 365, with a warning so many days
    /// before, from 0 and fewer than those.
    ///
    /// # Errors
    /// Which of the two is out of which range; the first where both are.
    pub fn new(every: u16, warn: u16) -> Result<Self, Fault> {
        Part::Every.check(every, Self::EVERY)?;
        Part::Warn.check(warn, 0..=every - 1)?;
        Ok(Self { every, warn })
    }

    /// The same, where the warning takes what is left of it between two
    /// renewals. `every` has to be in its range.
    pub(super) fn fitted(every: u16, warn: u16) -> Self {
        let warn = warn.min(every.saturating_sub(1));
        Self { every, warn }
    }

    /// After how many days a token is due.
    pub fn every(&self) -> u16 {
        self.every
    }

    /// How many days before that it is called soon due.
    pub fn warn(&self) -> u16 {
        self.warn
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self { every: 60, warn: 7 }
    }
}

impl TryFrom<Record> for Policy {
    type Error = NoPolicy;

    fn try_from(record: Record) -> Result<Self, NoPolicy> {
        if record.version != Self::VERSION {
            return Err(NoPolicy::Version(record.version));
        }
        Ok(Self::new(record.every, record.warn)?)
    }
}

impl From<Policy> for Record {
    fn from(policy: Policy) -> Self {
        Self {
            version: Policy::VERSION,
            every: policy.every,
            warn: policy.warn,
        }
    }
}

impl Part {
    /// The number, where it is in a range.
    pub(super) fn check(self, number: u16, range: RangeInclusive<u16>) -> Result<u16, Fault> {
        if range.contains(&number) {
            return Ok(number);
        }
        let (least, most) = range.into_inner();
        let why = Why::OutOfRange { least, most };
        Err(Fault { part: self, why })
    }
}
