//! Whether a SonarQube Server is there, and which.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};

/// What a Server says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SystemStatus {
    /// The version with its build, `26.9.0.129388`. Whatever the page put there:
    /// not to be shown as it is.
    pub version: String,
    /// Whether it can answer.
    pub status: SystemState,
}

/// The states that the Server's own documentation of its web API names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum SystemState {
    /// It answers.
    Up,
    /// It has just been started.
    Starting,
    /// It runs, and does not answer.
    Down,
    /// It is being restarted.
    Restarting,
    /// Its database is of an older version.
    DbMigrationNeeded,
    /// Its database is being brought up to date.
    DbMigrationRunning,
}

impl SystemState {
    /// The Server's own word for it, which its administrators know.
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "UP",
            Self::Starting => "STARTING",
            Self::Down => "DOWN",
            Self::Restarting => "RESTARTING",
            Self::DbMigrationNeeded => "DB_MIGRATION_NEEDED",
            Self::DbMigrationRunning => "DB_MIGRATION_RUNNING",
        }
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
