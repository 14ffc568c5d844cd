//! The personal access token: who holds it can do what its owner can.

use std::fmt;

/// A personal access token.
///
/// It has no `Display`, its `Debug` is redacted, and it cannot be serialized,
/// so it can neither be logged nor stored by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

/// The text is empty, too long, or has something else in it than one word of
/// ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an access token")]
pub struct NotAnAccessToken;

impl AccessToken {
    /// The longest that is taken. SonarQube Cloud's are 40 hexadecimal digits (its
    /// documentation), SonarQube Server's 44 characters (its public source).
    pub(super) const LONGEST: usize = 200;

    /// The token in what a person pasted: blanks around it are left out.
    ///
    /// # Errors
    /// [`NotAnAccessToken`] where it is not one word of 1 to 200 visible ASCII
    /// characters.
    pub fn parse(text: &str) -> Result<Self, NotAnAccessToken> {
        let word = text.trim();
        let fits =
            (1..=Self::LONGEST).contains(&word.len()) && word.chars().all(|c| c.is_ascii_graphic());
        fits.then(|| Self(word.to_owned())).ok_or(NotAnAccessToken)
    }

    /// The token itself, for the two places that need it: the `Authorization`
    /// header and what seals it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken([redacted])")
    }
}
