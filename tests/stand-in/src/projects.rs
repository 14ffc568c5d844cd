//! Projects, their branches and pull requests, and their badge token.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::dates::EPOCH;

/// Who can see a project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    /// Everybody.
    Public,
    /// Whoever was given Browse.
    #[default]
    Private,
}

/// How long a branch is meant to live: only a long one has badges on Cloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum BranchKind {
    /// `LONG` on Cloud.
    #[default]
    Long,
    /// `SHORT` on Cloud. A Server knows no such thing: all are `BRANCH`.
    Short,
}

/// A branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its name, any characters.
    pub name: String,
    /// Its kind.
    #[serde(rename = "type", default)]
    pub kind: BranchKind,
}

/// A pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PullRequest {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The branch it brings.
    pub branch: String,
    /// The branch it goes to.
    pub base: String,
}

/// A project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its key.
    pub key: String,
    /// Its name, any text.
    pub name: String,
    /// The organization's key; a Server ignores it.
    pub organization: String,
    /// Who can see it.
    pub visibility: Visibility,
    /// When it was analysed last, in seconds since 1970.
    pub analysed: Option<u64>,
    /// The branches, the main one first.
    pub branches: Vec<Branch>,
    /// The pull requests.
    pub pull_requests: Vec<PullRequest>,
    /// Measures of the main branch as a badge words them; made up where absent.
    pub measures: BTreeMap<String, String>,
    /// The badge token, from the first call that asks for it on (source).
    pub token: Option<String>,
    /// How often the web API renewed the token.
    pub renewals: u32,
    /// How often somebody else did, behind the tests' back.
    pub renewed_by_others: u32,
    /// How often the web API told the token.
    pub reads: u32,
}

impl Project {
    /// An analysed project with a main branch.
    #[must_use]
    pub fn new(organization: &str, key: &str, name: &str, visibility: Visibility) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
            organization: organization.into(),
            visibility,
            analysed: Some(EPOCH - 68),
            branches: Vec::new(),
            pull_requests: Vec::new(),
            measures: BTreeMap::new(),
            token: None,
            renewals: 0,
            renewed_by_others: 0,
            reads: 0,
        }
        .with_branch("main", BranchKind::Long)
    }

    /// The same, never analysed.
    #[must_use]
    pub fn never_analysed(mut self) -> Self {
        self.analysed = None;
        self
    }

    /// The same with one more branch.
    #[must_use]
    pub fn with_branch(mut self, name: &str, kind: BranchKind) -> Self {
        let name = name.into();
        self.branches.push(Branch { name, kind });
        self
    }

    /// The same with a measure, as the badge words it.
    #[must_use]
    pub fn with_measure(mut self, metric: &str, text: &str) -> Self {
        self.measures.insert(metric.into(), text.into());
        self
    }

    /// The same with a pull request.
    #[must_use]
    pub fn with_pull_request(mut self, key: &str, title: &str, branch: &str, base: &str) -> Self {
        self.pull_requests.push(PullRequest {
            key: key.into(),
            title: title.into(),
            branch: branch.into(),
            base: base.into(),
        });
        self
    }

    /// The main branch's name.
    #[must_use]
    pub fn main_branch(&self) -> &str {
        self.branches
            .first()
            .map_or("main", |branch| branch.name.as_str())
    }
}
