//! A badge: of which project, branch and metric, and its two addresses.

use form_urlencoded::Serializer;

use super::Metric;
use crate::page::{BranchName, Instance, ProjectKey};

/// One badge, before anything is known of tokens and formats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// Where the project lives.
    pub instance: Instance,
    /// The project.
    pub project: ProjectKey,
    /// The branch; none is the main one, which needs no name.
    pub branch: Option<BranchName>,
    /// What the badge shows.
    pub metric: Metric,
}

impl Badge {
    /// The picture's URL without a token. Names and order of the parameters are
    /// those of the product's own snippets (SonarQube's public source), and
    /// every value is encoded as a form's.
    pub fn image_url(&self) -> String {
        let mut query = Serializer::new(String::new());
        if let Some(branch) = &self.branch {
            query.append_pair("branch", branch.as_str());
        }
        query.append_pair("project", self.project.as_str());
        query.append_pair("metric", self.metric.key());
        format!(
            "{}/api/project_badges/measure?{}",
            self.instance.base_url(),
            query.finish()
        )
    }

    /// The page that the badge links to.
    pub fn project_page(&self) -> String {
        self.instance
            .project_page(&self.project, self.branch.as_ref())
    }
}
