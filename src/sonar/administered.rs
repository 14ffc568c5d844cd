//! What the person administers.

use serde::Deserialize;

use super::operation::decode;
use super::paging::Paging;
use super::{Body, Content, Failure, ListPage, Operation, PAGE_SIZE, Request};
use crate::page::ProjectKey;

/// As many administered projects as a host tells: where the total is this, there
/// may be more (measured on Server 26.9: of 1,015 it counted and listed 1,000).
pub const MOST_ADMINISTERED: usize = 1_000;

/// `api/projects/search_my_projects`: the projects that the person administers,
/// by permissions of their own or of a group, whether they may browse them or
/// not (measured on Server 26.9 and 9.9). Internal on Server; Cloud's public list
/// of its web API names it, and what it answers there is inferred. It spans all
/// organizations, since it cannot be told one. Nobody signed in gets 401.
///
/// Holds the number of the page, from 1.
#[derive(Debug, Clone, Copy)]
pub struct ListAdministered(pub usize);

#[derive(Deserialize)]
struct Wire {
    projects: Vec<Entry>,
    #[serde(default)]
    paging: Paging,
}

#[derive(Deserialize)]
struct Entry {
    key: String,
}

impl Operation for ListAdministered {
    type Answer = ListPage<ProjectKey>;

    fn request(&self) -> Request {
        Request::get(
            "/api/projects/search_my_projects",
            &[("p", &self.0.to_string()), ("ps", &PAGE_SIZE.to_string())],
        )
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure> {
        let wire: Wire = decode(content)?;
        let entries: Vec<_> = wire
            .projects
            .iter()
            .filter_map(|entry| ProjectKey::parse(&entry.key).ok())
            .collect();
        let total = wire.paging.total.max(entries.len());
        Ok(ListPage { entries, total })
    }
}
