//! A moment in time.

use serde::{Deserialize, Serialize};

/// A day, in milliseconds.
pub const DAY: i64 = 86_400_000;

/// Milliseconds since 1970 in UTC, as browsers count time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// Milliseconds from an earlier moment to this one; nothing where the clock
    /// was set back in between.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).max(0)
    }

    /// Whether fewer than so many milliseconds have passed since an earlier
    /// moment; not where the clock was set back in between.
    pub(crate) fn is_within(self, milliseconds: i64, earlier: Self) -> bool {
        (0..milliseconds).contains(&self.0.saturating_sub(earlier.0))
    }
}
