//! Something that has to be asked for.

use crate::sonar::Failure;

/// An answer that may not have come yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote<T> {
    /// On its way.
    Loading,
    /// Here.
    Ready(T),
    /// Not to be had, and why.
    Failed(Failure),
}

impl<T> Remote<T> {
    /// The answer, if it is here.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(answer) => Some(answer),
            _ => None,
        }
    }

    /// Why there is no answer, if it is known that there is none.
    pub fn failure(&self) -> Option<Failure> {
        match self {
            Self::Failed(failure) => Some(*failure),
            _ => None,
        }
    }

    /// Whether the answer is still on its way.
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Loading)
    }
}

impl<T> From<Result<T, Failure>> for Remote<T> {
    fn from(answer: Result<T, Failure>) -> Self {
        answer.map_or_else(Self::Failed, Self::Ready)
    }
}
