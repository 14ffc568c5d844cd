//! A case: a name that states a fact, and what proves it.

use stand_in::Profile;

use crate::expected::Evidence;
use crate::kind::Kind;
use crate::visit::Visit;

/// What proves a fact: it panics where it does not hold.
pub type Body = fn(&mut Visit<'_>);

/// A fact, where it holds, and its proof.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// The fact.
    pub name: &'static str,
    pub body: Body,
    servers: &'static [Kind],
    /// The guises of Cloud that it is asked of, and why we believe it there.
    cloud: Option<(&'static [Profile], Evidence)>,
}

/// The Cloud that offers everything.
const FULL: &[Profile] = &[Profile::CloudFull];

/// A fact about both Servers.
pub const fn on_servers(name: &'static str, body: Body) -> Case {
    Case {
        name,
        body,
        servers: &Kind::SERVERS,
        cloud: None,
    }
}

/// A fact about a Server under a context path, which is what 9.9 is here.
pub const fn under_a_context_path(name: &'static str, body: Body) -> Case {
    Case {
        name,
        body,
        servers: &[Kind::Server9_9],
        cloud: None,
    }
}

/// A fact about Cloud alone.
pub const fn on_cloud(
    profiles: &'static [Profile],
    evidence: Evidence,
    name: &'static str,
    body: Body,
) -> Case {
    Case {
        name,
        body,
        servers: &[],
        cloud: Some((profiles, evidence)),
    }
}

impl Case {
    /// The same, believed to hold on Cloud too.
    pub const fn and_cloud(mut self, evidence: Evidence) -> Self {
        self.cloud = Some((FULL, evidence));
        self
    }

    /// Every kind of SonarQube that this is a fact about.
    pub fn kinds(&self) -> Vec<Kind> {
        let servers = self.servers.iter().copied();
        let guises = self.cloud.map_or(&[][..], |(profiles, _)| profiles);
        servers
            .chain(guises.iter().copied().map(Kind::Cloud))
            .collect()
    }

    /// Why it is believed of Cloud.
    pub fn evidence(&self) -> Option<Evidence> {
        self.cloud.map(|(_, evidence)| evidence)
    }
}
