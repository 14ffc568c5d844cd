//! One renewal as it is written down for good.

use serde::{Deserialize, Serialize};

use crate::renewal::Moment;
use crate::token::Fingerprint;

/// How a renewal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The token was renewed.
    Renewed,
    /// Somebody else had renewed it meanwhile.
    RenewedElsewhere,
    /// It was not renewed: the token is the one from before.
    NotRenewed,
    /// It cannot be told.
    Unknown,
}

/// One renewal. It holds no secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The instance's base URL.
    pub instance: String,
    /// The organization's key, where there is one.
    pub organization: Option<String>,
    /// The project's key.
    pub project: String,
    /// When it ended.
    pub at: Moment,
    /// How it ended.
    pub ending: Ending,
    /// Why it ended so where it did not go well: the name of a failure.
    pub reason: Option<String>,
    /// The token before, where it was known.
    pub before: Option<Fingerprint>,
    /// The token afterwards, where it could be read.
    pub after: Option<Fingerprint>,
    /// The login of who was signed in, where it is known.
    pub login: Option<String>,
    /// When the rotation run was begun that it belongs to, if it does.
    pub run: Option<Moment>,
}
