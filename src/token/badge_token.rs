//! The badge token: who holds it can see the badge pictures of one project.

use std::fmt;

use serde::Deserialize;

/// What stands for the hidden part of a token.
pub const MASK: &str = "••••••••";

/// How many characters of a token the mask leaves to be seen.
const TAIL: usize = 4;

/// A project's badge token.
///
/// It has no `Display`, its `Debug` is redacted, and it cannot be serialized,
/// so it can neither be logged nor stored by accident.
///
/// Its look is not checked beyond being one word: SonarQube Cloud's are 40
/// hexadecimal digits (seen on sonarcloud.io), SonarQube Server's `sqb_` and 40
/// more (measured on Server 26.9), older ones have other prefixes.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct BadgeToken(String);

/// The text is empty, or has spaces or control characters in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a badge token")]
pub struct NotAToken;

impl BadgeToken {
    /// The token itself, for the places that need it: the badge's own URL, its
    /// fingerprint, and where a person asked for it: the clipboard, the screen, a
    /// handover with tokens.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The token with all but its last four characters hidden; a short token
    /// is hidden whole.
    pub fn masked(&self) -> String {
        let length = self.0.chars().count();
        if length < TAIL * 3 {
            return MASK.to_owned();
        }
        let tail: String = self.0.chars().skip(length - TAIL).collect();
        format!("{MASK}{tail}")
    }
}

impl TryFrom<String> for BadgeToken {
    type Error = NotAToken;

    fn try_from(text: String) -> Result<Self, NotAToken> {
        let one_word = !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic());
        one_word.then_some(Self(text)).ok_or(NotAToken)
    }
}

impl fmt::Debug for BadgeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BadgeToken([redacted])")
    }
}
