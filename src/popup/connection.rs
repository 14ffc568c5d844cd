//! The connection details: what connectors and scanners ask their user for.

use super::{ConnectionView, ScreenId, Text};
use crate::page::{Instance, OrganizationKey, ProjectKey, Region};

/// The connection details of an organization, or of one of its projects.
#[derive(Debug)]
pub(super) struct Connection {
    pub id: ScreenId,
    pub instance: Instance,
    pub organization: OrganizationKey,
    pub project: Option<ProjectKey>,
    pub status: Option<Text>,
}

impl Connection {
    /// The scanner's properties, as they stand in `sonar-project.properties`.
    /// The US region has a property of its own (the scanners' documentation).
    pub fn properties(&self) -> String {
        let project = self.project.as_ref().map(ToString::to_string);
        let us = (self.instance.region() == Region::Us).then(|| "us".to_owned());
        [
            ("sonar.host.url", Some(self.instance.origin().to_owned())),
            ("sonar.region", us),
            ("sonar.organization", Some(self.organization.to_string())),
            ("sonar.projectKey", project),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}\n", value?)))
        .collect()
    }

    pub fn view(&self) -> ConnectionView {
        ConnectionView {
            organization: self.organization.to_string(),
            region: region(self.instance).to_owned(),
            base_url: self.instance.origin().to_owned(),
            properties: self.properties(),
        }
    }
}

/// The region as connectors call it.
pub(super) fn region(instance: Instance) -> &'static str {
    match instance.region() {
        Region::Eu => "EU",
        Region::Us => "US",
    }
}
