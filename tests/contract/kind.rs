//! What is asked: a Server of some version, or the Cloud in some guise.

use std::fmt;

use stand_in::Profile;

/// A kind of SonarQube.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// SonarQube Server 26.9.
    Server26_9 {
        /// Whether nobody gets anywhere without signing in, its default.
        forced: bool,
    },
    /// SonarQube Server 9.9, signing in forced, under a context path.
    Server9_9,
    /// SonarQube Cloud, which nobody can install: as the stand-in plays it.
    Cloud(Profile),
}

impl Kind {
    /// The Servers that there are real ones of.
    pub const SERVERS: [Self; 3] = [
        Self::Server26_9 { forced: true },
        Self::Server26_9 { forced: false },
        Self::Server9_9,
    ];

    /// The profile in which the stand-in plays it.
    pub fn profile(self) -> Profile {
        match self {
            Self::Server26_9 { forced: true } => Profile::ServerForced,
            Self::Server26_9 { forced: false } => Profile::Server,
            Self::Server9_9 => Profile::Server99,
            Self::Cloud(profile) => profile,
        }
    }

    pub fn is_cloud(self) -> bool {
        matches!(self, Self::Cloud(_))
    }

    pub fn is_9_9(self) -> bool {
        self == Self::Server9_9
    }

    /// Whether nobody is let in without signing in.
    pub fn forces(self) -> bool {
        matches!(self, Self::Server26_9 { forced: true } | Self::Server9_9)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server26_9 { forced: true } => write!(out, "server 26.9"),
            Self::Server26_9 { forced: false } => write!(out, "server 26.9 signing in not forced"),
            Self::Server9_9 => write!(out, "server 9.9"),
            Self::Cloud(profile) => write!(out, "{profile:?}"),
        }
    }
}
