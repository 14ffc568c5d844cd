//! When the desktop was told last, so that it is not told too often.

use serde::{Deserialize, Serialize};

use crate::renewal::{DAY, Moment};

/// What the desktop was told last. Kept under `told`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// When, if ever.
    at: Option<Moment>,
    /// How many tokens were due then, or fewer, where they have become fewer since.
    due: usize,
}

impl Told {
    /// The name of its record.
    pub const NAME: &str = "told";

    /// Whether so many due tokens are worth a word now: more than there were
    /// since the last one, and at most one word a day. A clock that was set back
    /// silences nobody.
    pub fn calls_for_word(&self, due: usize, now: Moment) -> bool {
        let is_early = |at: Moment| now.is_within(DAY, at);
        due > self.due && !self.at.is_some_and(is_early)
    }

    /// After the word about so many tokens.
    pub fn spoken(due: usize, now: Moment) -> Self {
        Self { at: Some(now), due }
    }

    /// After so many were counted, and no word was said.
    #[must_use]
    pub fn silent(self, due: usize) -> Self {
        Self {
            due: self.due.min(due),
            ..self
        }
    }
}
