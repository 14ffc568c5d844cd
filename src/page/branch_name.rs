//! The name of a branch.

use serde::{Deserialize, Serialize};

use super::KeyError;
use super::key_text::{check, key_text};

/// The name of a branch, `main` or `feature/søk & finn`, as git and SonarQube
/// have it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub struct BranchName(String);

key_text!(BranchName);

impl BranchName {
    /// The most characters a name may have: what SonarQube Server keeps
    /// (inferred). Cloud's own limit is not known.
    pub const MAX_LENGTH: usize = 255;

    /// Takes any text of 1 to 255 characters that is not white space alone
    /// and holds no control character, which git refuses as well. Characters
    /// are counted, not bytes.
    ///
    /// # Errors
    ///
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        check(text, Self::MAX_LENGTH, |character| !character.is_control())?;
        Ok(Self(text.to_owned()))
    }
}
