//! Which SonarQube a page belongs to.

use serde::{Deserialize, Serialize};

use super::{NotSonar, Region};

const SCHEME: &str = "https://";

/// A SonarQube that Rebadge knows its way around. Its links are in `links.rs`.
///
/// Written down by serde as its origin, `"https://sonarcloud.io"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "String")]
pub enum Instance {
    /// SonarQube Cloud in one of its regions.
    Cloud(Region),
}

impl Instance {
    /// Every instance there is, the default first.
    pub const ALL: [Self; 2] = [Self::Cloud(Region::Eu), Self::Cloud(Region::Us)];

    /// The web origin, as `location.origin` has it: no slash at the end.
    /// Seen on both hosts.
    #[must_use]
    pub const fn origin(self) -> &'static str {
        match self {
            Self::Cloud(Region::Eu) => "https://sonarcloud.io",
            Self::Cloud(Region::Us) => "https://sonarqube.us",
        }
    }

    /// The region that a connector for this instance asks for.
    #[must_use]
    pub const fn region(self) -> Region {
        match self {
            Self::Cloud(region) => region,
        }
    }

    /// The instance whose [`origin`](Self::origin) is exactly `origin`.
    /// To read a whole URL, as forgiving as a browser, use [`read`](super::read).
    #[must_use]
    pub fn of_origin(origin: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|instance| instance.origin() == origin)
    }

    /// The instance that answers on `host` (no port), in any letter case.
    pub(super) fn of_host(host: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instance| {
            instance
                .origin()
                .strip_prefix(SCHEME)
                .is_some_and(|own| own.eq_ignore_ascii_case(host))
        })
    }
}

impl From<Instance> for &'static str {
    fn from(instance: Instance) -> Self {
        instance.origin()
    }
}

impl TryFrom<String> for Instance {
    type Error = NotSonar;

    fn try_from(origin: String) -> Result<Self, NotSonar> {
        Self::of_origin(&origin).ok_or(NotSonar)
    }
}
