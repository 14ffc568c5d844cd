//! People, and what they may do with projects.

use std::collections::BTreeSet;

use crate::cloud::Cloud;
use crate::projects::{Project, Visibility};

/// Somebody who can sign in. The password is the login and `-password`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The login.
    pub login: String,
    /// The name shown.
    pub name: String,
    /// Keys of the organizations that this person belongs to.
    pub memberships: BTreeSet<String>,
    /// Administer System on a Server.
    pub system_administrator: bool,
}

impl Person {
    /// Somebody who belongs to these organizations.
    #[must_use]
    pub fn new(login: &str, name: &str, memberships: &[&str]) -> Self {
        Self {
            login: login.into(),
            name: name.into(),
            memberships: memberships.iter().map(|key| (*key).into()).collect(),
            system_administrator: false,
        }
    }

    /// The same with Administer System.
    #[must_use]
    pub fn system_administrator(mut self) -> Self {
        self.system_administrator = true;
        self
    }

    /// Whether this is the account that a Server comes with: it alone belongs to
    /// `sonar-administrators`, and may do what that group may (measured).
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.login == "admin"
    }

    /// The password.
    #[must_use]
    pub fn password(&self) -> String {
        format!("{}-password", self.login)
    }
}

/// Where a grant holds. The narrowest one that fits decides.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One project.
    Project(String),
    /// Every project of an organization.
    Organization(String),
    /// Every project.
    Everywhere,
}

/// The permissions that matter here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Browse: see the project, read its badge token.
    pub browse: bool,
    /// Administer: renew its badge token.
    pub administer: bool,
}

/// A permission given to somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// To whom.
    pub login: String,
    /// On what.
    pub scope: Scope,
    /// Which permissions.
    pub access: Access,
}

impl Grant {
    /// A grant.
    #[must_use]
    pub fn new(login: &str, scope: Scope, browse: bool, administer: bool) -> Self {
        let access = Access { browse, administer };
        Self {
            login: login.into(),
            scope,
            access,
        }
    }

    fn covers(&self, project: &Project) -> bool {
        match &self.scope {
            Scope::Project(key) => *key == project.key,
            Scope::Organization(key) => *key == project.organization,
            Scope::Everywhere => true,
        }
    }
}

impl Cloud {
    /// Whether somebody has Administer System.
    pub(crate) fn administers_system(&self, login: Option<&str>) -> bool {
        login
            .and_then(|login| self.person(login))
            .is_some_and(|person| person.system_administrator)
    }
}

/// What somebody, or nobody, may do with a project. A public project can be
/// browsed by all.
pub(crate) fn access(grants: &[Grant], login: Option<&str>, project: &Project) -> Access {
    let mut access = grants
        .iter()
        .filter(|grant| Some(grant.login.as_str()) == login && grant.covers(project))
        .min_by(|a, b| rank(&a.scope).cmp(&rank(&b.scope)))
        .map(|grant| grant.access)
        .unwrap_or_default();
    access.browse |= project.visibility == Visibility::Public;
    access
}

fn rank(scope: &Scope) -> u8 {
    match scope {
        Scope::Project(_) => 0,
        Scope::Organization(_) => 1,
        Scope::Everywhere => 2,
    }
}
