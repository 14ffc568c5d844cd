//! Whether a SonarQube Server is there, and which.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// What a Server says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SystemStatus {
    /// The version with its build, `26.9.0.129388`.
    pub version: String,
    /// `UP`, or why it is not: `STARTING`, `DOWN`, `RESTARTING`,
    /// `DB_MIGRATION_NEEDED`, `DB_MIGRATION_RUNNING` (the Server's own
    /// documentation of its web API).
    pub status: String,
}

impl SystemStatus {
    /// Whether it can answer.
    pub fn is_up(&self) -> bool {
        self.status == "UP"
    }
}

/// `api/system/status`: open to everybody, signed in or not (measured on
/// Server 26.9 and 9.9).
#[derive(Debug, Clone, Copy)]
pub struct ReadSystemStatus;

impl Operation for ReadSystemStatus {
    type Answer = SystemStatus;

    fn request(&self) -> Request {
        Request::get("/api/system/status", &[])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<SystemStatus, Failure> {
        decode(content)
    }
}
