//! The projects of a run in the order chosen, and who waits for a turn.

use std::collections::{BTreeMap, VecDeque};

use super::item::Item;
use super::{ItemState, Step};
use crate::page::ProjectKey;

/// How often a project is tried.
const MOST_TRIES: u8 = 5;

/// All projects of a run.
#[derive(Debug, Clone)]
pub(super) struct Lineup {
    order: Vec<ProjectKey>,
    items: BTreeMap<ProjectKey, Item>,
    queue: VecDeque<ProjectKey>,
    /// How many turns have begun.
    begun: usize,
}

impl Lineup {
    /// Everybody waits. A project that is named twice counts once.
    pub(super) fn of(projects: &[ProjectKey]) -> Self {
        let mut items = BTreeMap::new();
        let mut order = Vec::new();
        for project in projects {
            if items.insert(project.clone(), Item::waiting()).is_none() {
                order.push(project.clone());
            }
        }
        Self {
            queue: order.iter().cloned().collect(),
            order,
            items,
            begun: 0,
        }
    }

    pub(super) fn begun(&self) -> usize {
        self.begun
    }

    /// Whether nobody waits, nor has a turn.
    pub(super) fn is_over(&self) -> bool {
        self.queue.is_empty() && self.renewing() == 0
    }

    /// Whether somebody waits.
    pub(super) fn has_more(&self) -> bool {
        !self.queue.is_empty()
    }

    pub(super) fn renewing(&self) -> usize {
        let items = self.items.values();
        items
            .filter(|item| item.state == ItemState::Renewing)
            .count()
    }

    pub(super) fn state(&self, project: &ProjectKey) -> Option<&ItemState> {
        self.items.get(project).map(|item| &item.state)
    }

    pub(super) fn states(&self) -> impl Iterator<Item = (&ProjectKey, &ItemState)> {
        let items = self.order.iter();
        items.filter_map(|project| Some((project, self.state(project)?)))
    }

    /// Begins the turn of who waits longest, if anybody does; and tells whether it is
    /// the last one that the project gets.
    pub(super) fn begin(&mut self) -> Option<(ProjectKey, bool)> {
        let project = self.queue.pop_front()?;
        let item = self.items.get_mut(&project)?;
        item.state = ItemState::Renewing;
        item.turn = self.begun;
        self.begun += 1;
        let is_last = item.tries + 1 >= MOST_TRIES;
        Some((project, is_last))
    }

    /// How many turns had begun before the one that a project has now; nothing
    /// where it has none.
    pub(super) fn turn(&self, project: &ProjectKey) -> Option<usize> {
        let item = self.items.get(project)?;
        (item.state == ItemState::Renewing).then_some(item.turn)
    }

    /// A project's turn is over, for good.
    pub(super) fn end(&mut self, project: &ProjectKey, step: Step) {
        if let Some(item) = self.items.get_mut(project) {
            item.state = ItemState::Ended(step);
        }
    }

    /// Those have had their turn before, and wait no more.
    pub(super) fn leave_out(&mut self, ended: impl Iterator<Item = (ProjectKey, Step)>) {
        for (project, step) in ended {
            self.end(&project, step);
        }
        let items = &self.items;
        let waits = |item: &Item| item.state == ItemState::Waiting;
        self.queue
            .retain(|project| items.get(project).is_some_and(waits));
    }

    /// A project waits for another turn; `counts` says whether this one was a try.
    pub(super) fn put_back(&mut self, project: ProjectKey, step: Step, counts: bool) {
        if let Some(item) = self.items.get_mut(&project) {
            item.tries += u8::from(counts);
            item.state = ItemState::Waiting;
            item.so_far = Some(step);
            self.queue.push_back(project);
        }
    }

    /// Ends the projects that wait for another turn and of which something is to be
    /// told already.
    pub(super) fn end_told(&mut self, is_told: impl Fn(&Step) -> bool) {
        self.queue.retain(|project| {
            let Some(item) = self.items.get_mut(project) else {
                return false;
            };
            let told = item.so_far.take_if(|step| is_told(step));
            let waits = told.is_none();
            if let Some(step) = told {
                item.state = ItemState::Ended(step);
            }
            waits
        });
    }
}
