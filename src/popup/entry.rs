//! What a list to choose from is of, and what stands in it.

use std::cmp::Reverse;

use super::project::visibility;
use super::{Action, Effect, RowView, ScreenId};
use crate::page::OrganizationKey;
use crate::search::{searchable, small};
use crate::sonar::{ListProjects, Organization, Project};

/// What a list is of.
#[derive(Debug, Clone)]
pub(super) enum Subject {
    /// The projects of an organization, or of a whole Server.
    Projects(Option<OrganizationKey>),
    /// The person's organizations.
    Organizations,
}

/// What a kind of list is called.
pub(super) struct Words {
    pub heading: &'static str,
    pub placeholder: &'static str,
    pub empty: &'static str,
}

/// The place of an entry in its list: newest first, then by name, then by key.
/// What has no date comes last.
pub(super) type Rank = (Reverse<Option<String>>, String, String);

/// An entry and its place.
#[derive(Debug)]
pub(super) struct Entry {
    pub rank: Rank,
    /// What a filter looks at.
    pub text: String,
    pub row: RowView,
}

impl Subject {
    /// The organization whose projects these are.
    pub fn organization(&self) -> Option<&OrganizationKey> {
        match self {
            Self::Projects(organization) => organization.as_ref(),
            Self::Organizations => None,
        }
    }

    /// Asks for a page of the list, or for what a query finds.
    pub fn ask(&self, screen: ScreenId, page: usize, query: &str) -> Effect {
        match self {
            Self::Projects(organization) => Effect::ListProjects(
                screen,
                ListProjects {
                    organization: organization.clone(),
                    page,
                    query: query.to_owned(),
                },
            ),
            Self::Organizations => Effect::ListOrganizations(screen, page),
        }
    }

    pub fn words(&self) -> Words {
        match self {
            Self::Projects(_) => Words {
                heading: "choose_project",
                placeholder: "filter_projects",
                empty: "no_projects",
            },
            Self::Organizations => Words {
                heading: "choose_organization",
                placeholder: "filter_organizations",
                empty: "no_organizations",
            },
        }
    }
}

impl From<Project> for Entry {
    fn from(project: Project) -> Self {
        let key = project.key.to_string();
        Self {
            rank: (Reverse(project.analysed), small(&project.name), key.clone()),
            text: searchable(&[&project.name, &key]),
            row: RowView {
                pick: Action::PickProject(project.key),
                name: project.name,
                key,
                visibility: visibility(project.visibility),
                copy: None,
            },
        }
    }
}

impl From<Organization> for Entry {
    fn from(organization: Organization) -> Self {
        let key = organization.key.to_string();
        Self {
            rank: (Reverse(None), small(&organization.name), key.clone()),
            text: searchable(&[&organization.name, &key]),
            row: RowView {
                pick: Action::PickOrganization(organization.key.clone()),
                name: organization.name,
                key,
                visibility: None,
                copy: Some(organization.key),
            },
        }
    }
}
