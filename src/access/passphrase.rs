//! The passphrase under which an access token is remembered.

use std::fmt;

/// The fewest characters, after NIST SP 800-63B.
const SHORTEST: usize = 8;

/// A passphrase, as it was typed: blanks around it count.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

/// The passphrase has fewer than 8 characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the passphrase is too short")]
pub struct TooShort;

impl Passphrase {
    /// A passphrase that was typed.
    ///
    /// # Errors
    /// [`TooShort`] below 8 characters.
    pub fn new(text: String) -> Result<Self, TooShort> {
        let long = text.chars().count() >= SHORTEST;
        long.then_some(Self(text)).ok_or(TooShort)
    }

    /// The passphrase itself, for what derives the key.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}
