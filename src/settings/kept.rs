//! A value somebody else may have written.

use serde::{Deserialize, Deserializer};

/// A value that is there, of the expected shape or of another. So a bad value
/// is told from none, and costs itself only, not what stands beside it.
///
/// It is read from what is parsed already: in the middle of a text nobody could go
/// on after a value that was none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept<T> {
    /// What was expected.
    Good(T),
    /// Anything else.
    Bad,
}

impl<T> Kept<T> {
    /// The value, where it is a good one.
    pub fn good(self) -> Option<T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Bad => None,
        }
    }

    /// Whether it is of another shape.
    pub fn is_bad(&self) -> bool {
        matches!(self, Self::Bad)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Kept<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(T::deserialize(deserializer).map_or(Self::Bad, Self::Good))
    }
}
