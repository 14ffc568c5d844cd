//! The projects of an organization.

use std::cell::Cell;

use serde::Deserialize;

use super::operation::decode;
use super::paging::Paging;
use super::{
    Body, Content, Failure, ListPage, Method, Operation, PAGE_SIZE, Request, Transport, Visibility,
    ask, explained,
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

/// `api/projects/search` of an organization or a Server, a page of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListProjects {
    /// Whose projects; those of the whole host where it is a Server.
    pub organization: Option<OrganizationKey>,
    /// The number of the page, from 1.
    pub page: usize,
    /// A part of name or key; all projects if empty.
    pub query: String,
}

/// `api/components/search_projects`: the same for anybody signed in, where the
/// first is kept to administrators (measured on Server 26.9); the products' own
/// pages use it (SonarQube's public source).
struct SearchProjects<'a>(&'a ListProjects);

/// `api/components/search`: the same once more, without visibility and dates.
/// Server wants to be told that projects are meant, and finds nothing by a
/// single letter (measured on 26.9 and 9.9).
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
    visibility: Option<String>,
    #[serde(default, alias = "analysisDate")]
    last_analysis_date: Option<String>,
}

impl ListProjects {
    fn request_of(&self, path: &str, more: &[(&str, &str)]) -> Request {
        let page = self.page.to_string();
        let size = PAGE_SIZE.to_string();
        let organization = self.organization.as_ref();
        let mut parameters: Vec<(&str, &str)> = organization
            .map(|organization| ("organization", organization.as_str()))
            .into_iter()
            .chain([("p", page.as_str()), ("ps", size.as_str())])
            .collect();
        parameters.extend(more);
        Request::get(path, &parameters)
    }

    /// The query as a parameter of its own, where there is one.
    fn query(&self) -> Vec<(&str, &str)> {
        match self.query.as_str() {
            "" => Vec::new(),
            query => vec![("q", query)],
        }
    }
}

impl Operation for ListProjects {
    type Answer = ListPage<Project>;

    fn request(&self) -> Request {
        self.request_of("/api/projects/search", &self.query())
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
                    visibility: entry.visibility.as_deref().and_then(Visibility::of_name),
                    analysed: entry.last_analysis_date,
                })
            })
            .collect();
        let total = wire.paging.total.max(entries.len());
        Ok(ListPage { entries, total })
    }
}

impl Operation for SearchProjects<'_> {
    type Answer = ListPage<Project>;

    fn request(&self) -> Request {
        // The query stands in a language of filters, where quotes would end it;
        // a `q` counts for nothing (measured on Server 26.9 and 9.9).
        let query = self.0.query.replace(['"', '\\'], " ");
        let filter = format!("query = \"{query}\"");
        let mut parameters = vec![
            ("f", "analysisDate"),
            ("s", "analysisDate"),
            ("asc", "false"),
        ];
        if !query.is_empty() {
            parameters.push(("filter", &filter));
        }
        self.0
            .request_of("/api/components/search_projects", &parameters)
    }

    fn read<B: Body>(&self, content: Content<B>) -> Result<Self::Answer, Failure> {
        self.0.read(content)
    }
}

impl Operation for SearchComponents<'_> {
    type Answer = ListPage<Project>;

    fn request(&self) -> Request {
        let mut parameters = vec![("qualifiers", "TRK")];
        parameters.extend(self.0.query());
        self.0.request_of("/api/components/search", &parameters)
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
/// What the first endpoint said, explained, where none answers.
pub async fn list_projects<T: Transport>(
    transport: &T,
    list: &ListProjects,
) -> Result<ListPage<Project>, Failure> {
    ProjectLister::default().page(transport, list).await
}

/// The endpoints that list projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Endpoint {
    Projects,
    SearchProjects,
    SearchComponents,
}

/// The same for page after page: once an endpoint has answered, the others are
/// asked of it alone. For one host and one person.
#[derive(Debug, Default)]
pub struct ProjectLister(Cell<Option<Endpoint>>);

impl ProjectLister {
    /// A page, as [`list_projects`] would tell it.
    ///
    /// # Errors
    /// What the endpoint said, explained; where none is known yet and none
    /// answers, what the first said.
    pub async fn page<T: Transport>(
        &self,
        transport: &T,
        list: &ListProjects,
    ) -> Result<ListPage<Project>, Failure> {
        if let Some(endpoint) = self.0.get() {
            return match Self::ask(transport, endpoint, list).await {
                Err(failure) => Err(explained(transport, failure, Method::Get).await),
                page => page,
            };
        }
        let mut refusal = None;
        for endpoint in [
            Endpoint::Projects,
            Endpoint::SearchProjects,
            Endpoint::SearchComponents,
        ] {
            match (Self::ask(transport, endpoint, list).await, refusal) {
                (Ok(page), _) => {
                    self.0.set(Some(endpoint));
                    return Ok(page);
                }
                (Err(why @ (Failure::NoBrowse | Failure::NotOffered)), None) => refusal = Some(why),
                (Err(failure), None) => {
                    return Err(explained(transport, failure, Method::Get).await);
                }
                (Err(_), Some(_)) => {}
            }
        }
        let refusal = refusal.unwrap_or(Failure::NoBrowse);
        Err(explained(transport, refusal, Method::Get).await)
    }

    async fn ask<T: Transport>(
        transport: &T,
        endpoint: Endpoint,
        list: &ListProjects,
    ) -> Result<ListPage<Project>, Failure> {
        match endpoint {
            Endpoint::Projects => ask(transport, list).await,
            Endpoint::SearchProjects => ask(transport, &SearchProjects(list)).await,
            Endpoint::SearchComponents => ask(transport, &SearchComponents(list)).await,
        }
    }
}
