//! Organizations of a Cloud.

/// An organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its key, as in `/organizations/KEY`.
    pub key: String,
    /// Its name.
    pub name: String,
}

impl Organization {
    /// An organization.
    #[must_use]
    pub fn new(key: &str, name: &str) -> Self {
        Self {
            key: key.into(),
            name: name.into(),
        }
    }
}
