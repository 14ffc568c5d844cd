//! The rotation policy: its limits, a company's word on it, what is due, and
//! when the desktop is told.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod company;
mod count;
mod numbers;
mod properties;
mod standing;

use rebadge::page::ProjectKey;
use rebadge::renewal::{DAY, Moment, Record};
use rebadge::rotation::{Fault, Managed, Part, Policy, Why};
use serde_json::{Value, from_value};

const NOW: Moment = Moment(1_764_000_000_000);

fn days_ago(days: i64) -> Moment {
    Moment(NOW.0 - days * DAY)
}

fn policy(every: u16, warn: u16) -> Policy {
    Policy::new(every, warn).unwrap()
}

fn managed(value: Value) -> Managed {
    from_value(value).unwrap()
}

fn key(text: &str) -> ProjectKey {
    ProjectKey::parse(text).unwrap()
}

fn ledger(seen: Moment, renewed: Option<Moment>, changed: bool) -> Record {
    Record {
        token: None,
        seen,
        renewed,
        changed,
        attempt: None,
    }
}

fn out_of_range(part: Part, least: u16, most: u16) -> Fault {
    let why = Why::OutOfRange { least, most };
    Fault { part, why }
}
