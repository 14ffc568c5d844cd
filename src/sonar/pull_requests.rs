//! The branch that a pull request is to be merged into.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};
use crate::page::{BranchName, ProjectKey, PullRequestKey};

/// `api/project_pull_requests/list`, of which one is wanted: nothing where the
/// list does not have it. The Community Build has no such list (measured on
/// 26.9); Cloud's has the target as `base` and `target` (its documentation).
#[derive(Debug, Clone)]
pub struct FindTarget {
    /// The project.
    pub project: ProjectKey,
    /// The pull request.
    pub pull_request: PullRequestKey,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wire {
    pull_requests: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
    #[serde(default)]
    target: Option<String>,
    #[serde(default)]
    base: Option<String>,
}

impl Operation for FindTarget {
    type Answer = Option<BranchName>;

    fn request(&self) -> Request {
        Request::get(
            "/api/project_pull_requests/list",
            &[("project", self.project.as_str())],
        )
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Option<BranchName>, Failure> {
        let wire: Wire = decode(content)?;
        let mut all = wire.pull_requests.into_iter();
        let found = all.find(|entry| entry.key == self.pull_request.as_str());
        let target = found.and_then(|entry| entry.target.or(entry.base));
        Ok(target.and_then(|name| BranchName::parse(&name).ok()))
    }
}
