//! The key of a pull request.

use serde::{Deserialize, Serialize};

use super::KeyError;
use super::key_text::{check, key_text};

/// The key of a pull request: its number on most hosts, but any text that a
/// scanner was given as `sonar.pullrequest.key`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct PullRequestKey(String);

key_text!(PullRequestKey);

impl PullRequestKey {
    /// The most characters a key may have: as many as a branch name, beside
    /// which SonarQube keeps it (inferred).
    pub const MAX_LENGTH: usize = 255;

    /// Takes what a [`BranchName`](super::BranchName) takes.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        check(text, Self::MAX_LENGTH, |character| !character.is_control())?;
        Ok(Self(text.to_owned()))
    }
}
