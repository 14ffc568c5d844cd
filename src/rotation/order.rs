//! What a run has to do, kept as long as it is not over.

use serde::{Deserialize, Serialize};

use crate::page::ProjectKey;
use crate::renewal::Moment;

/// The form in which it is kept. One of another version is not readable.
const VERSION: u8 = 1;

/// A run's projects, and when it was begun, which tells it from other runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunOrder {
    version: u8,
    /// When it was begun.
    pub begun: Moment,
    /// What to renew, in this order.
    pub projects: Vec<ProjectKey>,
}

impl RunOrder {
    /// The order for a run that is begun now.
    pub fn new(begun: Moment, projects: Vec<ProjectKey>) -> Self {
        Self {
            version: VERSION,
            begun,
            projects,
        }
    }

    /// Whether this version can go by it.
    pub(super) fn is_readable(&self) -> bool {
        self.version == VERSION
    }
}
