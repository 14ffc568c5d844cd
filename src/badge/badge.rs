//! A badge: of which project and branch, what it shows, and its addresses.

use form_urlencoded::Serializer;

use super::{Kind, LinkTarget};
use crate::page::{BranchName, Instance, ProjectKey};
use crate::token::{BadgeToken, SecretText};

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
    pub kind: Kind,
}

impl Badge {
    /// The picture's URL without a token. Names and order of the parameters are
    /// those of the product's own snippets (measured on Server 26.9 and 9.9),
    /// and every value is encoded as a form's.
    pub fn image_url(&self) -> String {
        let path = match &self.kind {
            Kind::Measure(_) => "/api/project_badges/measure",
            Kind::QualityGate => "/api/project_badges/quality_gate",
            Kind::AiCodeAssurance => "/api/project_badges/ai_code_assurance",
            Kind::Logo(logo) => {
                let base = self.instance.base_url();
                return format!("{base}/images/project_badges/sonarcloud-{}.svg", logo.key());
            }
        };
        let mut query = Serializer::new(String::new());
        if let Some(branch) = &self.branch {
            query.append_pair("branch", branch.as_str());
        }
        query.append_pair("project", self.project.as_str());
        if let Kind::Measure(metric) = &self.kind {
            query.append_pair("metric", metric.key());
        }
        format!("{}{path}?{}", self.instance.base_url(), query.finish())
    }

    /// The picture's URL with the token, if it takes one.
    pub fn picture_url(&self, token: Option<&BadgeToken>) -> SecretText {
        SecretText::new(self.url_with(token.map(in_url).as_deref()))
    }

    /// The same with whatever stands for the token, encoded if need be.
    pub(super) fn url_with(&self, token: Option<&str>) -> String {
        match token.filter(|_| self.kind.is_of_project()) {
            Some(token) => format!("{}&token={token}", self.image_url()),
            None => self.image_url(),
        }
    }

    /// The page that a click on the badge leads to.
    pub fn page(&self, target: LinkTarget) -> Option<String> {
        let branch = self.branch.as_ref();
        match (target, &self.kind) {
            (LinkTarget::Nothing, _) => None,
            (LinkTarget::Measure, Kind::Measure(metric))
                if *metric != super::Metric::QUALITY_GATE =>
            {
                Some(
                    self.instance
                        .measure_page(&self.project, metric.key(), branch),
                )
            }
            _ => Some(self.instance.project_page(&self.project, branch)),
        }
    }
}

/// The token as a value of a badge's own URL, the one place where it belongs.
pub(super) fn in_url(token: &BadgeToken) -> String {
    form_urlencoded::byte_serialize(token.expose().as_bytes()).collect()
}
