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
    /// The number of the tab that shows a page of the instance, or did; none
    /// where the page was not opened from one.
    pub tab: Option<i32>,
}

impl Place {
    /// The address, within the extension: `dashboard.html?base=…&tab=…`.
    pub fn address(&self) -> String {
        let mut query =
            Serializer::for_suffix("dashboard.html?".to_owned(), "dashboard.html?".len());
        query.append_pair("base", self.owner.instance.base_url());
        if let Some(organization) = &self.owner.organization {
            query.append_pair("organization", organization.as_str());
        }
        if let Some(tab) = self.tab {
            query.append_pair("tab", &tab.to_string());
        }
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
            Some(key) => Some(OrganizationKey::parse(&key).ok()?),
            None => None,
        };
        Some(Self {
            owner: Owner::of(instance, organization)?,
            tab: match value("tab") {
                Some(tab) => Some(tab.parse().ok()?),
                None => None,
            },
        })
    }
}
