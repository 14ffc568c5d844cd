//! What a person has chosen, to be remembered.

use serde::{Deserialize, Serialize};

use super::{Badge, Format, Kind, LinkTarget, Style, TokenUse};
use crate::page::{BranchName, Instance, ProjectKey};

/// Badges in their order, and how they are written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Record", into = "Record")]
pub struct Choice {
    /// At least one.
    badges: Vec<Kind>,
    /// How they are written down.
    pub style: Style,
}

/// A choice as ids. What is not known, any more or yet, is left out.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    badges: Vec<String>,
    format: String,
    link: String,
    token: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternative: Option<String>,
}

impl Default for Choice {
    fn default() -> Self {
        Self::of(Kind::FIRST)
    }
}

impl Choice {
    /// One badge in the usual style.
    pub fn of(kind: Kind) -> Self {
        Self {
            badges: vec![kind],
            style: Style::default(),
        }
    }

    /// The name of the record that keeps what was chosen last on an instance.
    pub fn kept_as(instance: &Instance) -> String {
        format!("choice {}", instance.base_url())
    }

    /// The badges, in the order they were ticked.
    pub fn badges(&self) -> &[Kind] {
        &self.badges
    }

    /// These badges of a project, in their order.
    pub fn of_project<'a>(
        &'a self,
        instance: &'a Instance,
        project: &'a ProjectKey,
        branch: Option<&'a BranchName>,
    ) -> impl Iterator<Item = Badge> + 'a {
        self.badges.iter().map(move |kind| Badge {
            instance: instance.clone(),
            project: project.clone(),
            branch: branch.cloned(),
            kind: kind.clone(),
        })
    }

    /// The first of them, which stands for them where there is room for one.
    pub fn first(&self) -> &Kind {
        &self.badges[0]
    }

    /// Chooses one badge alone.
    pub fn choose(&mut self, kind: Kind) {
        self.badges = vec![kind];
    }

    /// Adds a badge at the end, or takes it away. The last one stays.
    pub fn tick(&mut self, kind: &Kind) {
        match self.badges.iter().position(|chosen| chosen == kind) {
            Some(place) if self.badges.len() > 1 => {
                self.badges.remove(place);
            }
            Some(_) => {}
            None => self.badges.push(kind.clone()),
        }
    }

    /// Moves a badge one place on, or back.
    pub fn shift(&mut self, kind: &Kind, back: bool) {
        let Some(place) = self.badges.iter().position(|chosen| chosen == kind) else {
            return;
        };
        let other = if back {
            place.checked_sub(1)
        } else {
            Some(place + 1)
        };
        if let Some(other) = other.filter(|other| *other < self.badges.len()) {
            self.badges.swap(place, other);
        }
    }
}

impl From<Record> for Choice {
    fn from(record: Record) -> Self {
        let mut choice = Self::default();
        let mut badges: Vec<_> = Vec::new();
        for kind in record.badges.iter().filter_map(|id| Kind::of_id(id)) {
            if !badges.contains(&kind) {
                badges.push(kind);
            }
        }
        if !badges.is_empty() {
            choice.badges = badges;
        }
        choice.style = Style {
            format: Format::of_id(&record.format).unwrap_or_default(),
            link: LinkTarget::of_id(&record.link).unwrap_or_default(),
            token: TokenUse::of_id(&record.token).unwrap_or_default(),
            alternative: record.alternative,
        };
        choice
    }
}

impl From<Choice> for Record {
    fn from(choice: Choice) -> Self {
        Self {
            badges: choice.badges.iter().map(Kind::id).collect(),
            format: choice.style.format.id().to_owned(),
            link: choice.style.link.id().to_owned(),
            token: choice.style.token.id().to_owned(),
            alternative: choice.style.alternative,
        }
    }
}
