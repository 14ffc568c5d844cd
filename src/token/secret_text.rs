//! Text with a token somewhere in it: a badge URL, a snippet, a handover.

use std::fmt;

/// Text that may be copied or fetched, but neither logged nor stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretText(String);

impl SecretText {
    /// Wraps a text that holds a secret, or may.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for the clipboard, for a file that a person asked for
    /// with tokens, and for the request of a picture.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretText([redacted])")
    }
}
