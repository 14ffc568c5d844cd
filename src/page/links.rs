//! Links to pages of an instance, each as a whole URL.
//!
//! Values are encoded strictly: in a query as a browser encodes a form, in a
//! path everything but letters, digits, `-`, `.`, `_` and `~`.

use form_urlencoded::byte_serialize;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::{BranchName, Instance, OrganizationKey, ProjectKey, PullRequestKey};

/// What is encoded in a path segment: all but RFC 3986's unreserved characters.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Instance {
    /// The overview of a project, or of one of its branches: what the product's
    /// own badges link to (seen on sonarcloud.io; measured on Server 26.9).
    #[must_use]
    pub fn project_page(&self, project: &ProjectKey, branch: Option<&BranchName>) -> String {
        self.overview(project, branch, None)
    }

    /// The overview of a project, refined to a branch, a pull request, or both.
    pub(super) fn overview(
        &self,
        project: &ProjectKey,
        branch: Option<&BranchName>,
        pull_request: Option<&PullRequestKey>,
    ) -> String {
        let mut url = self.at(match self {
            Self::Cloud(_) => "/summary/new_code",
            Self::Server(_) => "/dashboard",
        });
        push_parameter(&mut url, "?id=", project.as_str());
        if let Some(branch) = branch {
            push_parameter(&mut url, "&branch=", branch.as_str());
        }
        if let Some(pull_request) = pull_request {
            push_parameter(&mut url, "&pullRequest=", pull_request.as_str());
        }
        url
    }

    /// The page of a project's measure (seen on sonarcloud.io; measured on Server
    /// 26.9), of which the product's own links are made likewise.
    #[must_use]
    pub fn measure_page(
        &self,
        project: &ProjectKey,
        metric: &str,
        branch: Option<&BranchName>,
    ) -> String {
        let mut url = self.at("/component_measures");
        push_parameter(&mut url, "?id=", project.as_str());
        push_parameter(&mut url, "&metric=", metric);
        if let Some(branch) = branch {
            push_parameter(&mut url, "&branch=", branch.as_str());
        }
        url
    }

    /// The page with a project's key and its badges, whose snippets hold the
    /// token of a private project (seen on sonarcloud.io). On a Server the
    /// project's own page leads there: 26.9 has such a page too, 9.9 a drawer
    /// instead (measured).
    #[must_use]
    pub fn project_information(&self, project: &ProjectKey) -> String {
        if let Self::Server(_) = self {
            return self.project_page(project, None);
        }
        let mut url = self.at("/project/information");
        push_parameter(&mut url, "?id=", project.as_str());
        url
    }

    /// The projects of an organization (seen on sonarcloud.io).
    #[must_use]
    pub fn organization_page(&self, organization: &OrganizationKey) -> String {
        let mut url = self.at("/organizations/");
        url.extend(utf8_percent_encode(organization.as_str(), SEGMENT));
        url.push_str("/projects");
        url
    }

    /// The list of one's own organizations (seen on sonarcloud.io).
    #[must_use]
    pub fn organizations_page(&self) -> String {
        self.at("/account/organizations")
    }

    /// The sign-in page, which afterwards goes on to `return_to`.
    ///
    /// `return_to` is a whole URL of its origin, or the path of one with its
    /// query, `/code?id=k`, with the context path of a Server before it.
    /// Anything that could lead elsewhere becomes the first page.
    #[must_use]
    pub fn sign_in_page(&self, return_to: &str) -> String {
        let path = return_to.strip_prefix(self.origin()).unwrap_or(return_to);
        let context = match self {
            Self::Cloud(_) => "",
            Self::Server(url) => url.context(),
        };
        let below = path.strip_prefix(context).is_some_and(stays_here);
        let first = [context, "/"].concat();
        let mut url = self.at("/sessions/new");
        push_parameter(&mut url, "?return_to=", if below { path } else { &first });
        url
    }

    /// The list of all projects that the person may see (seen on
    /// sonarcloud.io; measured on Server 26.9).
    #[must_use]
    pub fn projects_page(&self) -> String {
        self.at("/projects")
    }

    fn at(&self, path: &str) -> String {
        [self.base_url(), path].concat()
    }
}

/// Whether a browser that follows `reference` stays on the site. It takes
/// `//host` and `/\host` for another one, and drops tabs and line ends first.
fn stays_here(reference: &str) -> bool {
    let path = reference.split(['?', '#']).next().unwrap_or_default();
    path.starts_with('/')
        && !path.contains("//")
        && !path.contains('\\')
        && !reference.contains(char::is_control)
}

/// Appends `name`, with its `?` or `&` and its `=`, and the encoded `value`.
pub(super) fn push_parameter(url: &mut String, name: &str, value: &str) {
    url.push_str(name);
    url.extend(byte_serialize(value.as_bytes()));
}
