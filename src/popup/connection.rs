//! The connection details: what connectors and scanners ask their user for.

use super::{ConnectionView, ScreenId, Text};
use crate::page::{Instance, OrganizationKey, ProjectKey, Region};

/// The connection details of an organization or a whole Server, or of one of
/// its projects.
#[derive(Debug)]
pub(super) struct Connection {
    pub id: ScreenId,
    pub instance: Instance,
    /// None on a Server.
    pub organization: Option<OrganizationKey>,
    pub project: Option<ProjectKey>,
    pub status: Option<Text>,
}

impl Connection {
    /// The scanner's properties, as they stand in `sonar-project.properties`.
    /// The US region has a property of its own (the scanners' documentation).
    pub fn properties(&self) -> String {
        let organization = self.organization.as_ref().map(ToString::to_string);
        let project = self.project.as_ref().map(ToString::to_string);
        let us = (self.instance.region() == Some(Region::Us)).then(|| "us".to_owned());
        [
            ("sonar.host.url", Some(self.instance.base_url().to_owned())),
            ("sonar.region", us),
            ("sonar.organization", organization),
            ("sonar.projectKey", project),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}\n", value?)))
        .collect()
    }

    pub fn view(&self) -> ConnectionView {
        ConnectionView {
            organization: self.organization.as_ref().map(ToString::to_string),
            region: self.instance.region().map(|region| region.to_string()),
            base_url: self.instance.base_url().to_owned(),
            properties: self.properties(),
        }
    }
}
