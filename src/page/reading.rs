//! A page, as read from its URL.

use super::address::{Address, segments};
use super::links::push_parameter;
use super::place::Place;
use super::{BranchName, Instance, OrganizationKey, ProjectKey, PullRequestKey, ServerUrl};

/// The URL is not one of a SonarQube that Rebadge knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a page of SonarQube")]
pub struct NotSonar;

/// What the URL of a page on SonarQube says.
///
/// Project pages do not carry their organization's key: ask the web API.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Page {
    /// The SonarQube the page is on.
    pub instance: Instance,
    /// The organization named by the path or else by `organization=`.
    pub organization: Option<OrganizationKey>,
    /// The project the page is about.
    pub project: Option<ProjectKey>,
    /// The branch the page is refined to; only with a project.
    pub branch: Option<BranchName>,
    /// The pull request the page is refined to; only with a project. Should a
    /// URL name a branch as well, both are given: the pull request is then
    /// what Sonar's own pages show (inferred).
    pub pull_request: Option<PullRequestKey>,
}

/// Reads the URL of a tab on SonarQube Cloud. Takes linear time.
///
/// What cannot be a key is none: a page with a broken `id` is a page without
/// a project, not an error.
///
/// # Errors
///
/// [`NotSonar`] for every URL that is not `https:` on exactly a host of
/// Cloud, without user info and on the default port. URLs that a
/// browser would first have to repair are refused, too.
pub fn read(url: &str) -> Result<Page, NotSonar> {
    let address = Address::split(url)
        .filter(|address| address.is_secure)
        .ok_or(NotSonar)?;
    let instance = Instance::cloud_of_host(address.host).ok_or(NotSonar)?;
    Ok(page_at(instance, &address))
}

/// Reads the URL of a tab whose page says that it is a SonarQube Server's
/// under this context path: empty, or a path such as `/sonar`.
///
/// # Errors
///
/// [`NotSonar`] for every URL that is neither `http:` nor `https:` or does not
/// stand under the context path, and for what [`read`] refuses to repair.
pub fn read_on_server(url: &str, context: &str) -> Result<Page, NotSonar> {
    let address = Address::split(url).ok_or(NotSonar)?;
    let instance = Instance::Server(ServerUrl::of_page(&address, context)?);
    Ok(page_at(instance, &address))
}

/// What a URL says that is one of the instance's.
fn page_at(instance: Instance, address: &Address) -> Page {
    let segments = segments(below(&instance, address.path));
    let place = Place::of(&segments);
    if place == Place::SignIn {
        return behind_sign_in(instance, address);
    }
    let organization = match place {
        _ if !instance.has_organizations() => None,
        Place::Organization(key) => OrganizationKey::parse(key).ok(),
        _ => address
            .parameter("organization")
            .and_then(|key| OrganizationKey::parse(&key).ok()),
    };
    let project = match place {
        Place::Organization(_) | Place::Elsewhere | Place::SignIn => None,
        Place::Dashboard(key) => ProjectKey::parse(key).ok(),
        Place::Project => address
            .parameter("id")
            .and_then(|key| ProjectKey::parse(&key).ok()),
    };
    let refined = |name| project.as_ref().and_then(|_| address.parameter(name));
    let branch = refined("branch").and_then(|name| BranchName::parse(&name).ok());
    let pull_request = refined("pullRequest").and_then(|key| PullRequestKey::parse(&key).ok());

    Page {
        organization,
        project,
        branch,
        pull_request,
        instance,
    }
}

impl Instance {
    /// Whether a URL of the instance is that of its form to sign in.
    pub fn is_sign_in_page(&self, url: &str) -> bool {
        Address::split(url)
            .is_some_and(|address| Place::of(&segments(below(self, address.path))) == Place::SignIn)
    }
}

/// A path without the context path of the instance.
fn below<'a>(instance: &Instance, path: &'a str) -> &'a str {
    match instance {
        Instance::Cloud(_) => path,
        Instance::Server(url) => path.strip_prefix(url.context()).unwrap_or(path),
    }
}

/// The page that signing in leads back to, where that is one of the same
/// instance; no other sign-in page.
fn behind_sign_in(instance: Instance, address: &Address) -> Page {
    let nothing = Page {
        instance,
        organization: None,
        project: None,
        branch: None,
        pull_request: None,
    };
    let Some(path) = address.parameter("return_to") else {
        return nothing;
    };
    let instance = &nothing.instance;
    let url = [instance.origin(), &path].concat();
    let is_path = path.starts_with('/') && !path.starts_with("//");
    if !is_path || instance.is_sign_in_page(&url) {
        return nothing;
    }
    let there = match instance {
        Instance::Cloud(_) => read(&url),
        Instance::Server(server) => read_on_server(&url, server.context()),
    };
    there.unwrap_or(nothing)
}

impl Page {
    /// The one URL for all pages that say the same, so that
    /// `read(&page.url()) == Ok(page)`: a project's overview, or else an
    /// organization's projects, or else the list of projects. A branch or a
    /// pull request without a project, which `read` never gives, is left out.
    #[must_use]
    pub fn url(&self) -> String {
        match (&self.project, &self.organization) {
            (Some(project), organization) => {
                let mut url = self.instance.overview(
                    project,
                    self.branch.as_ref(),
                    self.pull_request.as_ref(),
                );
                if let Some(organization) = organization {
                    push_parameter(&mut url, "&organization=", organization.as_str());
                }
                url
            }
            (None, Some(organization)) => self.instance.organization_page(organization),
            (None, None) => self.instance.projects_page(),
        }
    }
}
