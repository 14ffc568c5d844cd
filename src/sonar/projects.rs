//! The projects of an organization.

use serde::Deserialize;

use super::operation::decode;
use super::paging::Paging;
use super::{
    Body, Content, Failure, Operation, PAGE_SIZE, Page, Request, Transport, Visibility, ask,
};
use crate::page::{OrganizationKey, ProjectKey};

/// A project in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its key.
    pub key: ProjectKey,
    /// The name people gave it.
    pub name: String,
    /// Who may see it, where the list tells.
    pub visibility: Option<Visibility>,
    /// When it was last analysed, as `2026-11-22T00:58:47+0000`: such dates of
    /// one host sort as text.
    pub analysed: Option<String>,
}

/// `api/projects/search` of an organization, a page of it.
#[derive(Debug, Clone)]
pub struct ListProjects {
    /// Whose projects.
    pub organization: OrganizationKey,
    /// The number of the page, from 1.
    pub page: usize,
    /// A part of name or key; all projects if empty.
    pub query: String,
}

/// `api/components/search`: the same, for hosts that keep the first one to
/// administrators; without visibility. Server wants to be told that projects are
/// meant (its documentation).
struct SearchComponents<'a>(&'a ListProjects);

#[derive(Deserialize)]
struct Wire {
    components: Vec<Entry>,
    #[serde(default)]
    paging: Paging,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    key: String,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    visibility: Option<Visibility>,
    #[serde(default)]
    last_analysis_date: Option<String>,
}

impl ListProjects {
    fn request_of(&self, path: &str, more: &[(&str, &str)]) -> Request {
        let page = self.page.to_string();
        let size = PAGE_SIZE.to_string();
        let mut parameters = vec![
            ("organization", self.organization.as_str()),
            ("p", &page),
            ("ps", &size),
        ];
        parameters.extend(more);
        if !self.query.is_empty() {
            parameters.push(("q", &self.query));
        }
        Request::get(path, &parameters)
    }
}

impl Operation for ListProjects {
    type Answer = Page<Project>;

    fn request(&self) -> Request {
        self.request_of("/api/projects/search", &[])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure> {
        let wire: Wire = decode(content)?;
        let entries: Vec<_> = wire
            .components
            .into_iter()
            .filter_map(|entry| {
                Some(Project {
                    key: ProjectKey::parse(&entry.key).ok()?,
                    name: entry.name.unwrap_or(entry.key),
                    visibility: entry.visibility,
                    analysed: entry.last_analysis_date,
                })
            })
            .collect();
        let total = wire.paging.total.max(entries.len());
        Ok(Page { entries, total })
    }
}

impl Operation for SearchComponents<'_> {
    type Answer = Page<Project>;

    fn request(&self) -> Request {
        self.0
            .request_of("/api/components/search", &[("qualifiers", "TRK")])
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure> {
        self.0.read(content)
    }
}

/// Lists projects by whichever endpoint the host lets the person use: Cloud
/// filters `api/projects/search` to what they may see, Server keeps it to
/// administrators with 403 (measured on 26.9).
///
/// # Errors
/// Any [`Failure`] of the second endpoint where the first was refused.
pub async fn list_projects<T: Transport>(
    transport: &T,
    list: &ListProjects,
) -> Result<Page<Project>, Failure> {
    match ask(transport, list).await {
        Err(Failure::NoBrowse | Failure::NotOffered) => {
            ask(transport, &SearchComponents(list)).await
        }
        other => other,
    }
}
