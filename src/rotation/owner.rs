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
    /// The name of a record or a lock about this owner: `policy BASE_URL ORGANIZATION`.
    pub fn name(&self, of: &str) -> String {
        let base = self.instance.base_url();
        match &self.organization {
            Some(organization) => format!("{of} {base} {organization}"),
            None => format!("{of} {base}"),
        }
    }
}
