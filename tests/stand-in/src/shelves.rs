//! All projects, in the orders in which lists tell them: a page of many
//! thousands is not sorted anew for each request.

use std::collections::{BTreeMap, BTreeSet};

use crate::projects::Project;

/// The projects of a SonarQube.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelves {
    items: Vec<Item>,
    by_key: BTreeMap<String, usize>,
    all: Shelf,
    organizations: BTreeMap<String, Shelf>,
}

/// The orders of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// By name, capitals or not, and by key where names are the same.
    Name,
    /// By the last analysis, never first, then by name.
    Analysed,
}

/// A project, and what a query is looked for in.
#[derive(Clone, Debug)]
struct Item {
    project: Project,
    /// Name, a line break, and key, in small letters.
    text: String,
    /// Name and key for the order.
    rank: (String, String),
}

/// The projects of one owner, in both orders.
#[derive(Clone, Debug, Default)]
struct Shelf {
    named: BTreeSet<(String, String, usize)>,
    analysed: BTreeSet<(Option<u64>, String, String, usize)>,
}

impl Shelf {
    fn put(&mut self, number: usize, item: &Item) {
        let (name, key) = item.rank.clone();
        let analysed = item.project.analysed;
        self.named.insert((name.clone(), key.clone(), number));
        self.analysed.insert((analysed, name, key, number));
    }

    fn take(&mut self, number: usize, item: &Item) {
        let (name, key) = item.rank.clone();
        let analysed = item.project.analysed;
        self.named.remove(&(name.clone(), key.clone(), number));
        self.analysed.remove(&(analysed, name, key, number));
    }

    fn numbers(&self, order: Order) -> Box<dyn Iterator<Item = usize> + '_> {
        match order {
            Order::Name => Box::new(self.named.iter().map(|place| place.2)),
            Order::Analysed => Box::new(self.analysed.iter().map(|place| place.3)),
        }
    }
}

impl Shelves {
    pub(crate) fn get(&self, key: &str) -> Option<&Project> {
        let number = self.by_key.get(key)?;
        Some(&self.items[*number].project)
    }

    /// A project whose badge token is to change. What the orders go by may not:
    /// for that, [`Shelves::put`] it anew.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Project> {
        let number = self.by_key.get(key)?;
        Some(&mut self.items[*number].project)
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// All of them, by key.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Project> {
        let numbers = self.by_key.values();
        numbers.map(|number| &self.items[*number].project)
    }

    /// All of an organization, or of all, in an order; each with what a query is
    /// looked for in: name, a line break, and key, in small letters.
    pub(crate) fn listed(
        &self,
        organization: Option<&str>,
        order: Order,
    ) -> impl Iterator<Item = (&Project, &str)> {
        let shelf = match organization {
            Some(key) => self.organizations.get(key),
            None => Some(&self.all),
        };
        let numbers = shelf
            .into_iter()
            .flat_map(move |shelf| shelf.numbers(order));
        let items = numbers.map(|number| &self.items[number]);
        items.map(|item| (&item.project, item.text.as_str()))
    }

    /// Adds a project, or puts it in the place of the one with its key.
    pub(crate) fn put(&mut self, project: Project) {
        let name = project.name.to_lowercase();
        let item = Item {
            text: format!("{name}\n{}", project.key.to_lowercase()),
            rank: (name, project.key.clone()),
            project,
        };
        let known = self.by_key.get(&item.project.key).copied();
        let number = known.unwrap_or(self.items.len());
        if let Some(old) = self.items.get(number) {
            self.all.take(number, old);
            if let Some(shelf) = self.organizations.get_mut(&old.project.organization) {
                shelf.take(number, old);
            }
        }
        self.all.put(number, &item);
        let organization = item.project.organization.clone();
        let shelf = self.organizations.entry(organization).or_default();
        shelf.put(number, &item);
        match self.items.get_mut(number) {
            Some(place) => *place = item,
            None => {
                self.by_key.insert(item.project.key.clone(), number);
                self.items.push(item);
            }
        }
    }
}
