//! Whose projects the dashboard is about, and through which tab it asks: both
//! stand in its own address.

use form_urlencoded::{Serializer, parse};

use super::Owner;
use crate::page::{Instance, OrganizationKey};

/// What the dashboard's address says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Whose projects.
    pub owner: Owner,
    /// The number of the tab that shows a page of the instance, or did.
    pub tab: i32,
}

impl Place {
    /// The address, within the extension: `dashboard.html?base=…&tab=…`.
    pub fn address(&self) -> String {
        const PAGE: &str = "dashboard.html?";
        let mut query = Serializer::for_suffix(PAGE.to_owned(), PAGE.len());
        query.append_pair("base", self.owner.instance.base_url());
        if let Some(organization) = &self.owner.organization {
            query.append_pair("organization", organization.as_str());
        }
        query.append_pair("tab", &self.tab.to_string());
        query.finish()
    }

    /// Reads the query of an address, with its question mark or without;
    /// nothing where it names no instance and owner that there can be.
    pub fn read(query: &str) -> Option<Self> {
        let query = query.trim_start_matches('?').as_bytes();
        let value = |wanted| {
            parse(query)
                .find(|(name, _)| name == wanted)
                .map(|(_, value)| value)
        };
        let instance = Instance::of_base_url(&value("base")?).ok()?;
        let organization = match value("organization") {
            Some(key) if instance.has_organizations() => Some(OrganizationKey::parse(&key).ok()?),
            None if !instance.has_organizations() => None,
            _ => return None,
        };
        Some(Self {
            owner: Owner {
                instance,
                organization,
            },
            tab: value("tab")?.parse().ok()?,
        })
    }
}
