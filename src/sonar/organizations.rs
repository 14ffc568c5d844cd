//! The organizations of the person who is signed in.

use serde::Deserialize;

use super::operation::decode;
use super::paging::Paging;
use super::{Body, Content, Failure, ListPage, Operation, PAGE_SIZE, Request};
use crate::page::OrganizationKey;

/// An organization that the person is a member of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its key, which integrations ask for.
    pub key: OrganizationKey,
    /// The name people gave it.
    pub name: String,
}

/// `api/organizations/search?member=true`: internal on Cloud, where Sonar's own
/// command line uses it; absent on Server. Holds the number of the page, from 1.
#[derive(Debug, Clone, Copy)]
pub struct ListOrganizations(pub usize);

#[derive(Deserialize)]
struct Wire {
    organizations: Vec<Entry>,
    #[serde(default)]
    paging: Paging,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
    #[serde(default)]
    name: Option<String>,
}

impl Operation for ListOrganizations {
    type Answer = ListPage<Organization>;

    fn request(&self) -> Request {
        Request::get(
            "/api/organizations/search",
            &[
                ("member", "true"),
                ("p", &self.0.to_string()),
                ("ps", &PAGE_SIZE.to_string()),
            ],
        )
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure> {
        let wire: Wire = decode(content)?;
        let entries: Vec<_> = wire
            .organizations
            .into_iter()
            .filter_map(|entry| {
                Some(Organization {
                    key: OrganizationKey::parse(&entry.key).ok()?,
                    name: entry.name.unwrap_or(entry.key),
                })
            })
            .collect();
        let total = wire.paging.total.max(entries.len());
        Ok(ListPage { entries, total })
    }
}
