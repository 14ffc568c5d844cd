//! A value somebody else may have written.

use serde::Deserialize;
use serde::de::IgnoredAny;

/// A value that is there, of the expected shape or of another. So a bad value
/// is told from none, and costs itself only, not what stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Kept<T> {
    /// What was expected.
    Good(T),
    /// Anything else.
    Bad(IgnoredAny),
}

impl<T> Kept<T> {
    /// The value, where it is a good one.
    pub fn good(self) -> Option<T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Bad(_) => None,
        }
    }
}
