//! The key of an organization.

use serde::{Deserialize, Serialize};

use super::KeyError;
use super::key_text::{check, key_text};

/// The key of an organization on SonarQube Cloud, `my-company`: what a
/// connector and `sonar.organization` ask for. Not its display name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct OrganizationKey(String);

key_text!(OrganizationKey);

impl OrganizationKey {
    /// The most characters a key may have (seen in Cloud's forms).
    pub const MAX_LENGTH: usize = 255;

    /// The pseudo-organization of links to public rules,
    /// `/organizations/default/rules` (seen on sonarcloud.io).
    const PSEUDO: &str = "default";

    /// Takes `[A-Za-z0-9_+-]`, 1 to 255 characters.
    ///
    /// Cloud's forms make `[a-z0-9][a-z0-9-]*` today; older keys hold `_` and
    /// `+` too (seen on sonarcloud.io), and capitals are let through in case
    /// some old key has them (inferred).
    ///
    /// # Errors
    ///
    /// What is wrong with the text; `default` is no organization.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        check(text, Self::MAX_LENGTH, |character| {
            character.is_ascii_alphanumeric() || matches!(character, '_' | '+' | '-')
        })?;
        if text == Self::PSEUDO {
            return Err(KeyError::PseudoOrganization);
        }
        Ok(Self(text.to_owned()))
    }
}
