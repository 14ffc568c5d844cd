//! The key of a project.

use serde::{Deserialize, Serialize};

use super::KeyError;
use super::key_text::{check, key_text};

/// The key of a project, `my-company_my-project` or `org.example:app`: what
/// badges and `sonar.projectKey` name it by. Not its display name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct ProjectKey(String);

key_text!(ProjectKey);

impl ProjectKey {
    /// The most characters a key may have (SonarQube Server's source).
    pub const MAX_LENGTH: usize = 400;

    /// Takes `[A-Za-z0-9_.:-]`, 1 to 400 characters, not digits alone: the
    /// rule of SonarQube Server's source. No project of Cloud is known to
    /// break it (inferred).
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        check(text, Self::MAX_LENGTH, |character| {
            character.is_ascii_alphanumeric() || matches!(character, '_' | '.' | ':' | '-')
        })?;
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(KeyError::OnlyDigits);
        }
        Ok(Self(text.to_owned()))
    }
}
