//! The branches of a project that have badges.

use serde::Deserialize;

use super::operation::decode;
use super::{Body, Content, Failure, Operation, Request};
use crate::page::{BranchName, ProjectKey};

/// A branch with badges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Its name.
    pub name: BranchName,
    /// Whether it is the project's main branch.
    pub is_main: bool,
}

/// `api/project_branches/list`: the main branch first, then the long-lived
/// ones. Short-lived branches have no badges and are left out. Open to everybody
/// signed in, Browse or not; an unknown project is 404 (measured on Server 26.9
/// and 9.9).
#[derive(Debug, Clone)]
pub struct ListBranches(pub ProjectKey);

#[derive(Deserialize)]
struct Wire {
    branches: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    #[serde(default)]
    is_main: bool,
    /// `LONG` or `SHORT` on Cloud (its documentation), `BRANCH` on Server
    /// (measured on 26.9).
    #[serde(default, rename = "type")]
    kind: String,
}

impl Operation for ListBranches {
    type Answer = Vec<Branch>;

    fn request(&self) -> Request {
        Request::get(
            "/api/project_branches/list",
            &[("project", self.0.as_str())],
        )
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Vec<Branch>, Failure> {
        let wire: Wire = decode(content)?;
        let mut branches: Vec<_> = wire
            .branches
            .into_iter()
            .filter(|entry| entry.is_main || entry.kind != "SHORT")
            .filter_map(|entry| {
                Some(Branch {
                    name: BranchName::parse(&entry.name).ok()?,
                    is_main: entry.is_main,
                })
            })
            .collect();
        branches.sort_by(|a, b| b.is_main.cmp(&a.is_main).then(a.name.cmp(&b.name)));
        Ok(branches)
    }
}
