//! People, and what they may do with projects.

use std::collections::{BTreeMap, BTreeSet};

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
}

impl Cloud {
    /// Whether somebody has Administer System.
    pub(crate) fn administers_system(&self, login: Option<&str>) -> bool {
        login
            .and_then(|login| self.person(login))
            .is_some_and(|person| person.system_administrator)
    }
}

/// What somebody, or nobody, may do with projects, ready for many of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rights<'a> {
    projects: BTreeMap<&'a str, Access>,
    organizations: BTreeMap<&'a str, Access>,
    everywhere: Access,
}

impl<'a> Rights<'a> {
    /// Those that the grants give. Of two of the same scope the first counts.
    pub(crate) fn of(grants: &'a [Grant], login: Option<&str>) -> Self {
        let mut rights = Self::default();
        for grant in grants.iter().rev() {
            if Some(grant.login.as_str()) != login {
                continue;
            }
            match &grant.scope {
                Scope::Project(key) => {
                    rights.projects.insert(key, grant.access);
                }
                Scope::Organization(key) => {
                    rights.organizations.insert(key, grant.access);
                }
                Scope::Everywhere => rights.everywhere = grant.access,
            }
        }
        rights
    }

    /// The narrowest grant that fits decides; a public project can be browsed
    /// by all.
    pub(crate) fn on(&self, project: &Project) -> Access {
        let narrow = self.projects.get(project.key.as_str());
        let wide = || self.organizations.get(project.organization.as_str());
        let mut access = narrow.or_else(wide).copied().unwrap_or(self.everywhere);
        access.browse |= project.visibility == Visibility::Public;
        access
    }
}
