//! What every key and name has in common: it is text that passed `parse`.
//!
//! *Parse leniently, encode strictly.* `parse` takes whatever SonarQube may
//! ever have let in, older and odder keys than its forms allow today, since a
//! key refused here is a project nobody can reach. It changes nothing: no
//! trimming, no change of case. In return, whoever writes a key into a URL
//! encodes every character but letters, digits and a few marks (see
//! `links.rs`), so that no key can end its own parameter or path segment.

use super::KeyError;

/// Refuses what is empty, longer than `limit` characters, or holds a
/// character that `allowed` refuses.
pub(super) fn check(
    text: &str,
    limit: usize,
    allowed: impl Fn(char) -> bool,
) -> Result<(), KeyError> {
    if text.chars().all(char::is_whitespace) {
        return Err(KeyError::Empty);
    }
    if text.chars().nth(limit).is_some() {
        return Err(KeyError::TooLong { limit });
    }
    match text.chars().find(|&character| !allowed(character)) {
        Some(character) => Err(KeyError::Character(character)),
        None => Ok(()),
    }
}

/// Gives a newtype over `String` with a `parse` its reader, its `Display` and
/// the conversions serde and `str::parse` use.
macro_rules! key_text {
    ($name:ident) => {
        impl $name {
            /// The text as SonarQube knows it, not encoded.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::page::KeyError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::page::KeyError;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }
    };
}

pub(super) use key_text;
