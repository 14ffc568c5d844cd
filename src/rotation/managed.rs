//! What a company has set for its people: `storage.managed`, as
//! `{ "rotation": { "every": 60, "warn": 7 } }`.

use serde::Deserialize;

use super::{Fault, Part, Policy, Why};
use crate::settings::Kept;

/// The managed policy. Each number counts by itself; one that is set is locked,
/// and a bad one counts for nothing and is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct Managed {
    every: Option<u16>,
    warn: Option<u16>,
    faults: Vec<Fault>,
}

/// Which numbers of a policy the company has set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Locked {
    /// The days between two renewals.
    pub every: bool,
    /// The days of warning before.
    pub warn: bool,
}

#[derive(Deserialize)]
struct Wire {
    #[serde(default)]
    rotation: Option<Kept<Rotation>>,
}

#[derive(Deserialize)]
struct Rotation {
    #[serde(default)]
    every: Option<Kept<f64>>,
    #[serde(default)]
    warn: Option<Kept<f64>>,
}

impl Managed {
    /// What is wrong with it, by its parts.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// A number of it, or nothing where it is not set; a bad one is noted.
    fn read(&mut self, part: Part, value: Option<Kept<f64>>, most: u16) -> Option<u16> {
        let least = match part {
            Part::Every => *Policy::EVERY.start(),
            Part::Rotation | Part::Warn => 0,
        };
        let read = whole(value?.good()).and_then(|days| {
            let days = u16::try_from(days).map_err(|_| Why::OutOfRange { least, most })?;
            part.check(days, least..=most).map_err(|fault| fault.why)
        });
        match read {
            Ok(days) => Some(days),
            Err(why) => {
                self.faults.push(Fault { part, why });
                None
            }
        }
    }
}

/// A whole number, of whatever size.
#[expect(
    clippy::cast_possible_truncation,
    reason = "it is whole; what is too large stays large"
)]
fn whole(value: Option<f64>) -> Result<i64, Why> {
    match value {
        Some(value) if value.fract() == 0.0 => Ok(value as i64),
        _ => Err(Why::NotWhole),
    }
}

impl From<Wire> for Managed {
    fn from(wire: Wire) -> Self {
        let mut managed = Self::default();
        match wire.rotation {
            None => {}
            Some(Kept::Good(Rotation { every, warn })) => {
                let most = *Policy::EVERY.end();
                managed.every = managed.read(Part::Every, every, most);
                let most = managed.every.unwrap_or(most) - 1;
                managed.warn = managed.read(Part::Warn, warn, most);
            }
            Some(Kept::Bad(_)) => managed.faults.push(Fault {
                part: Part::Rotation,
                why: Why::NoObject,
            }),
        }
        managed
    }
}

/// The policy that counts: the company's numbers, else the person's own, else
/// the usual ones; and which of them are the company's. A warning that does not
/// fit between two renewals any more begins right after one.
pub fn effective(own: Option<Policy>, managed: &Managed) -> (Policy, Locked) {
    let own = own.unwrap_or_default();
    let policy = Policy::fitted(
        managed.every.unwrap_or(own.every()),
        managed.warn.unwrap_or(own.warn()),
    );
    let locked = Locked {
        every: managed.every.is_some(),
        warn: managed.warn.is_some(),
    };
    (policy, locked)
}
