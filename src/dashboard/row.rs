//! A project of the list.

use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::rotation::{Known, Standing};
use crate::search::searchable;
use crate::sonar::{Project, Visibility};

/// A project, and what is known of its token.
#[derive(Debug, Clone)]
pub struct Row {
    /// Its key.
    pub key: ProjectKey,
    /// The name people gave it.
    pub name: String,
    /// Who may see it, where the list tells.
    pub visibility: Option<Visibility>,
    /// When it was last analysed, as the host writes it.
    pub analysed: Option<String>,
    /// Whether the person administers it, where that is known.
    pub may_administer: Option<bool>,
    /// Since when the token is known.
    pub known: Known,
    /// Whether its badge needs a token: where the visibility is not known, it
    /// is taken to be private.
    pub needs_token: bool,
    /// How it stands with the policy.
    pub standing: Standing,
    /// Name and key in small letters, to be searched and sorted by.
    pub(super) searched: String,
}

impl Row {
    /// A project as it was listed at a moment; the rest is learned later.
    pub fn of(project: Project, listed: Moment) -> Self {
        let searched = searchable(&[&project.name, project.key.as_str()]);
        Self {
            key: project.key,
            name: project.name,
            visibility: project.visibility,
            analysed: project.analysed,
            may_administer: None,
            needs_token: true,
            known: Known::Since(listed),
            standing: Standing::Fresh,
            searched,
        }
    }
}
