//! Whose projects are rotated together, and the names of their records.

use crate::page::{Instance, OrganizationKey};

/// An organization of SonarQube Cloud, or a whole SonarQube Server, which has
/// none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// Where it lives.
    pub instance: Instance,
    /// The organization; none on a Server.
    pub organization: Option<OrganizationKey>,
}

impl Owner {
    /// The organization on Cloud, or the whole Server; nothing where the one is
    /// missing, or the other is said to have one.
    pub fn of(instance: Instance, organization: Option<OrganizationKey>) -> Option<Self> {
        (instance.has_organizations() == organization.is_some()).then_some(Self {
            instance,
            organization,
        })
    }

    /// The owner that a record of that kind is about, by the record's name.
    pub fn of_name(name: &str, of: &str) -> Option<Self> {
        let rest = name.strip_prefix(of)?.strip_prefix(' ')?;
        let (base, organization) = match rest.split_once(' ') {
            Some((base, key)) => (base, Some(OrganizationKey::parse(key).ok()?)),
            None => (rest, None),
        };
        Self::of(Instance::of_base_url(base).ok()?, organization)
    }

    /// The name of the record of the policy: `policy BASE_URL ORGANIZATION`.
    pub fn policy(&self) -> String {
        self.name("policy")
    }

    /// The name of the record of what was listed last.
    pub fn roster(&self) -> String {
        self.name("roster")
    }

    /// The name of the record of a run, and of the lock that a run is under.
    pub fn rotation(&self) -> String {
        self.name("rotation")
    }

    fn name(&self, of: &str) -> String {
        let base = self.instance.base_url();
        match &self.organization {
            Some(organization) => format!("{of} {base} {organization}"),
            None => format!("{of} {base}"),
        }
    }
}
