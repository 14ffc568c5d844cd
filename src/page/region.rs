//! The regions of SonarQube Cloud.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A region of SonarQube Cloud. Each is a service of its own, with its own
/// accounts, organizations and tokens, and the same paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Region {
    /// The European Union, `sonarcloud.io`: what a connector takes when none is named.
    Eu,
    /// The United States, `sonarqube.us`.
    Us,
}

/// As a connector's form offers it: `EU` or `US`.
impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Eu => "EU",
            Self::Us => "US",
        })
    }
}
