//! The settings that hold for all owners.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::Kept;

/// What a person has set, beside policies. A value that is missing or bad falls
/// back to its default, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Wire", into = "Record")]
pub struct Settings {
    /// Whether the desktop is told of tokens that are due. Off until asked for.
    pub notify: bool,
    /// For how many days the record for auditors is kept, in [`Settings::KEEP_DAYS`].
    pub keep_days: u16,
}

/// The settings as they are stored.
#[derive(Serialize)]
struct Record {
    version: u8,
    notify: bool,
    keep_days: u16,
}

/// The settings as they may be found.
#[derive(Deserialize)]
struct Wire {
    #[serde(default)]
    notify: Option<Kept<bool>>,
    #[serde(default)]
    keep_days: Option<Kept<u16>>,
}

impl Settings {
    /// The name of their record.
    pub const NAME: &str = "settings";
    /// For how many days the record for auditors may be kept.
    pub const KEEP_DAYS: RangeInclusive<u16> = 1..=3_650;
    const VERSION: u8 = 1;
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            notify: false,
            keep_days: 400,
        }
    }
}

impl From<Wire> for Settings {
    fn from(wire: Wire) -> Self {
        let usual = Self::default();
        Self {
            notify: wire.notify.and_then(Kept::good).unwrap_or(usual.notify),
            keep_days: wire
                .keep_days
                .and_then(Kept::good)
                .filter(|days| Self::KEEP_DAYS.contains(days))
                .unwrap_or(usual.keep_days),
        }
    }
}

impl From<Settings> for Record {
    fn from(settings: Settings) -> Self {
        Self {
            version: Settings::VERSION,
            notify: settings.notify,
            keep_days: settings.keep_days,
        }
    }
}
