//! One renewal as it is written down for good.

use serde::{Deserialize, Serialize};

use crate::page::OrganizationKey;
use crate::renewal::{Moment, Subject};
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

impl Ending {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Renewed,
        Self::RenewedElsewhere,
        Self::NotRenewed,
        Self::Unknown,
    ];

    /// A name for storage, exports and markup: `renewed-elsewhere`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Renewed => "renewed",
            Self::RenewedElsewhere => "renewed-elsewhere",
            Self::NotRenewed => "not-renewed",
            Self::Unknown => "unknown",
        }
    }

    /// The ending of that id.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.id() == id)
    }
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
    /// When it was begun, by a click; or when it ended, in a run.
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

impl Entry {
    /// A renewal that ended so at a moment; the rest is not known.
    #[must_use]
    pub fn about(
        subject: &Subject,
        organization: Option<&OrganizationKey>,
        at: Moment,
        ending: Ending,
    ) -> Self {
        Self {
            instance: subject.instance.base_url().to_owned(),
            organization: organization.map(ToString::to_string),
            project: subject.project.to_string(),
            at,
            ending,
            reason: None,
            before: None,
            after: None,
            login: None,
            run: None,
        }
    }

    /// What the name of every entry begins with.
    pub const BEGINNING: &str = "record ";

    /// The name it is stored under: `record AT BASE_URL PROJECT ENDING`, `AT`
    /// in milliseconds with 15 digits, so that names sort by time.
    ///
    /// Two entries of one name are the same renewal.
    #[must_use]
    pub fn name(&self) -> String {
        format!(
            "{}{:015} {} {} {}",
            Self::BEGINNING,
            self.at.0.max(0),
            self.instance,
            self.project,
            self.ending.id()
        )
    }
}
