//! What is wrong with a policy that somebody has written down.

use std::fmt;

/// A part of a policy, by its name in `storage.managed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// `rotation`, all of it.
    Rotation,
    /// `rotation.every`, the days between two renewals.
    Every,
    /// `rotation.warn`, the days of warning before.
    Warn,
}

/// Why a part counts for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// It has to hold `every` and `warn`.
    #[error("is no object")]
    NoObject,
    /// A text, a fraction, or something else that counts no days.
    #[error("is no whole number of days")]
    NotWhole,
    /// A number beyond what is allowed.
    #[error("is not from {least} to {most}")]
    OutOfRange {
        /// The least it may be.
        least: u16,
        /// The most it may be.
        most: u16,
    },
}

/// A part that counts for nothing, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{part} {why}")]
pub struct Fault {
    /// The part.
    pub part: Part,
    /// What is wrong with it.
    pub why: Why,
}

/// As in `storage.managed`: `rotation.every`.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rotation => "rotation",
            Self::Every => "rotation.every",
            Self::Warn => "rotation.warn",
        })
    }
}
