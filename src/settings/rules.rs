//! What a company allows its people: `storage.managed`, as
//! `{ "instances": ["https://sonar.example"], "features": { "renewToken": false } }`.

use std::fmt;

use serde::Deserialize;

use super::Kept;
use crate::page::Instance;

/// What a company may switch off, by its name in `storage.managed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// `features.showToken`: showing a badge token in full.
    ShowToken,
    /// `features.accessToken`: reaching the host with a personal access token.
    AccessToken,
    /// `features.renewToken`: renewing badge tokens.
    RenewToken,
}

/// What is allowed. Each rule counts by itself; where none is set everything is
/// allowed, and a bad one counts for nothing and is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Wire")]
pub struct Rules {
    instances: Option<Vec<Instance>>,
    switched_off: Vec<Feature>,
    faults: Vec<BadRule>,
}

/// A rule that counts for nothing, by its place in `storage.managed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRule {
    /// `instances` is no list.
    Instances,
    /// The entry of that place, from 0, is no base URL of a `SonarQube`.
    Instance(usize),
    /// `features` is no object.
    Features,
    /// It is neither true nor false.
    Feature(Feature),
}

#[derive(Deserialize)]
struct Wire {
    #[serde(default)]
    instances: Option<Kept<Vec<Kept<String>>>>,
    #[serde(default)]
    features: Option<Kept<Switches>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Switches {
    #[serde(default)]
    show_token: Option<Kept<bool>>,
    #[serde(default)]
    access_token: Option<Kept<bool>>,
    #[serde(default)]
    renew_token: Option<Kept<bool>>,
}

impl Rules {
    /// Whether Rebadge may work with an instance: with any, unless some are
    /// named; then with these alone, Cloud's hosts among them or not.
    #[must_use]
    pub fn allows(&self, instance: &Instance) -> bool {
        let named = self.instances.as_ref();
        named.is_none_or(|named| named.contains(instance))
    }

    /// Whether a feature is there.
    #[must_use]
    pub fn has(&self, feature: Feature) -> bool {
        !self.switched_off.contains(&feature)
    }

    /// What is wrong with them, by its place.
    #[must_use]
    pub fn faults(&self) -> &[BadRule] {
        &self.faults
    }

    fn name(&mut self, texts: Vec<Kept<String>>) {
        let mut named = Vec::new();
        for (place, text) in texts.into_iter().enumerate() {
            match text.good().as_deref().and_then(instance) {
                Some(instance) => named.push(instance),
                None => self.faults.push(BadRule::Instance(place)),
            }
        }
        self.instances = Some(named);
    }

    fn switch(&mut self, feature: Feature, value: Option<Kept<bool>>) {
        match value {
            Some(Kept::Good(false)) => self.switched_off.push(feature),
            Some(Kept::Bad(_)) => self.faults.push(BadRule::Feature(feature)),
            Some(Kept::Good(true)) | None => {}
        }
    }
}

/// The instance of a base URL, with slashes at its end or without, as the
/// browser's address bar has it: in small letters up to the path.
fn instance(text: &str) -> Option<Instance> {
    let instance = Instance::of_base_url(text.trim_end_matches('/')).ok()?;
    let is_small = !instance.origin().contains(char::is_uppercase);
    is_small.then_some(instance)
}

impl From<Wire> for Rules {
    fn from(wire: Wire) -> Self {
        let mut rules = Self::default();
        match wire.instances {
            None => {}
            Some(Kept::Good(texts)) => rules.name(texts),
            Some(Kept::Bad(_)) => rules.faults.push(BadRule::Instances),
        }
        match wire.features {
            None => {}
            Some(Kept::Good(switches)) => {
                rules.switch(Feature::ShowToken, switches.show_token);
                rules.switch(Feature::AccessToken, switches.access_token);
                rules.switch(Feature::RenewToken, switches.renew_token);
            }
            Some(Kept::Bad(_)) => rules.faults.push(BadRule::Features),
        }
        rules
    }
}

/// As in `storage.managed`: `instances[2]`, `features.renewToken`.
impl fmt::Display for BadRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Instances => f.write_str("instances"),
            Self::Instance(place) => write!(f, "instances[{place}]"),
            Self::Features => f.write_str("features"),
            Self::Feature(feature) => f.write_str(match feature {
                Feature::ShowToken => "features.showToken",
                Feature::AccessToken => "features.accessToken",
                Feature::RenewToken => "features.renewToken",
            }),
        }
    }
}
