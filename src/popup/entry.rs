//! What can stand in a list to choose from.

use std::cmp::Ordering;
use std::fmt::Debug;

use super::project::visibility;
use super::{Action, Effect, RowView, ScreenId};
use crate::page::OrganizationKey;
use crate::sonar::{ListProjects, Organization, Project};

/// A kind of entry: how it is asked for, ordered, and shown.
pub(super) trait Entry: Sized + Debug {
    /// What a list of such entries is of.
    type Of: Debug;

    fn key(&self) -> &str;
    fn name(&self) -> &str;
    fn compare(&self, other: &Self) -> Ordering;
    fn row(&self) -> RowView;
    fn ask(screen: ScreenId, of: &Self::Of, page: usize, query: &str) -> Effect;
    fn organization(of: &Self::Of) -> Option<&OrganizationKey>;
    fn words() -> Words;
}

/// What a kind of list is called.
pub(super) struct Words {
    pub heading: &'static str,
    pub placeholder: &'static str,
    pub empty: &'static str,
}

impl Entry for Project {
    type Of = OrganizationKey;

    fn key(&self) -> &str {
        self.key.as_str()
    }

    fn name(&self) -> &str {
        &self.name
    }

    /// Newest analysis first; what was never analysed comes last, by name.
    fn compare(&self, other: &Self) -> Ordering {
        other
            .analysed
            .cmp(&self.analysed)
            .then_with(|| self.name.cmp(&other.name))
            .then_with(|| self.key.cmp(&other.key))
    }

    fn row(&self) -> RowView {
        RowView {
            pick: Action::PickProject(self.key.clone()),
            name: self.name.clone(),
            key: self.key.to_string(),
            visibility: visibility(self.visibility),
            copy: None,
        }
    }

    fn ask(screen: ScreenId, of: &OrganizationKey, page: usize, query: &str) -> Effect {
        Effect::ListProjects(
            screen,
            ListProjects {
                organization: of.clone(),
                page,
                query: query.to_owned(),
            },
        )
    }

    fn organization(of: &OrganizationKey) -> Option<&OrganizationKey> {
        Some(of)
    }

    fn words() -> Words {
        Words {
            heading: "choose_project",
            placeholder: "filter_projects",
            empty: "no_projects",
        }
    }
}

impl Entry for Organization {
    type Of = ();

    fn key(&self) -> &str {
        self.key.as_str()
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.name
            .to_lowercase()
            .cmp(&other.name.to_lowercase())
            .then_with(|| self.key.cmp(&other.key))
    }

    fn row(&self) -> RowView {
        RowView {
            pick: Action::PickOrganization(self.key.clone()),
            name: self.name.clone(),
            key: self.key.to_string(),
            visibility: None,
            copy: Some(self.key.clone()),
        }
    }

    fn ask(screen: ScreenId, _of: &(), page: usize, _query: &str) -> Effect {
        Effect::ListOrganizations(screen, page)
    }

    fn organization(_of: &()) -> Option<&OrganizationKey> {
        None
    }

    fn words() -> Words {
        Words {
            heading: "choose_organization",
            placeholder: "filter_organizations",
            empty: "no_organizations",
        }
    }
}
