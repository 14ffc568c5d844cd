//! Which SonarQube a page belongs to.

use super::{NotSonar, Region, ServerUrl};

const SCHEME: &str = "https://";

/// A SonarQube. Its links are in `links.rs`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Instance {
    /// SonarQube Cloud in one of its regions.
    Cloud(Region),
    /// A SonarQube Server, wherever somebody runs it: known by its own pages
    /// only, never by its URL.
    Server(ServerUrl),
}

impl Instance {
    /// SonarQube Cloud in all of its regions, the default first.
    pub const CLOUD: [Self; 2] = [Self::Cloud(Region::Eu), Self::Cloud(Region::Us)];

    /// What every URL of it begins with, as a scanner's `sonar.host.url`: no
    /// slash at the end. Seen on both hosts of Cloud; for a Server its origin
    /// and its context path.
    #[must_use]
    pub fn base_url(&self) -> &str {
        match self {
            Self::Cloud(Region::Eu) => "https://sonarcloud.io",
            Self::Cloud(Region::Us) => "https://sonarqube.us",
            Self::Server(url) => url.as_str(),
        }
    }

    /// The web origin, as `location.origin` has it: no slash at the end.
    #[must_use]
    pub fn origin(&self) -> &str {
        match self {
            Self::Cloud(_) => self.base_url(),
            Self::Server(url) => url.origin(),
        }
    }

    /// The region that a connector for Cloud asks for; a Server has none.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        match self {
            Self::Cloud(region) => Some(*region),
            Self::Server(_) => None,
        }
    }

    /// Whether it has organizations: a Server has not (its public source).
    #[must_use]
    pub fn has_organizations(&self) -> bool {
        matches!(self, Self::Cloud(_))
    }

    /// The instance of a base URL, as [`Instance::base_url`] writes it.
    ///
    /// # Errors
    /// [`NotSonar`] where no SonarQube can have such a one.
    pub fn of_base_url(url: &str) -> Result<Self, NotSonar> {
        let cloud = Self::CLOUD
            .into_iter()
            .find(|cloud| cloud.base_url() == url);
        match cloud {
            Some(cloud) => Ok(cloud),
            None => ServerUrl::parse(url).map(Self::Server),
        }
    }

    /// The Cloud that answers on `host` (no port), in any letter case.
    pub(super) fn cloud_of_host(host: &str) -> Option<Self> {
        Self::CLOUD.into_iter().find(|instance| {
            instance
                .base_url()
                .strip_prefix(SCHEME)
                .is_some_and(|own| own.eq_ignore_ascii_case(host))
        })
    }
}
