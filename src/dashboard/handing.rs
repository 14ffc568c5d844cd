//! Handing over what a run has made.

use super::{Dashboard, Effect};
use crate::handover::Form;
use crate::page::ProjectKey;
use crate::popup::Text;
use crate::record::Ending;
use crate::renewal::Moment;
use crate::rotation::{ItemState, Known};
use crate::token::BadgeToken;

/// How a run is to be handed over, as far as it has been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// In which form.
    pub form: Form,
    /// Whether with the new tokens.
    pub with_tokens: bool,
}

/// A project of a run, to be handed over.
#[derive(Debug, Clone)]
pub struct Item {
    /// The project.
    pub project: ProjectKey,
    /// Its name.
    pub name: String,
    /// How its renewal ended.
    pub ending: Text,
    /// When it was renewed, if it was.
    pub renewed: Option<Moment>,
    /// The new token, where it is in hand.
    pub token: Option<BadgeToken>,
}

impl Dashboard {
    /// Whether there is a run to hand over.
    pub(super) fn may_hand_over(&self) -> bool {
        let run = self.running.as_ref();
        run.is_some_and(|running| running.run.progress().ended > 0)
    }

    /// Hands over what has been renewed so far.
    pub(super) fn hand_over(&self, wish: Wish) -> Vec<Effect> {
        let Some(running) = &self.running else {
            return Vec::new();
        };
        let items = running.order.projects.iter().filter_map(|project| {
            let ItemState::Ended(step) = running.run.item(project)? else {
                return None;
            };
            let row = self.table.row_of(project);
            Some(Item {
                project: project.clone(),
                name: row.map_or_else(|| project.to_string(), |row| row.name.clone()),
                ending: Text::new(step.ending.message()),
                renewed: match row.map(|row| row.known) {
                    Some(Known::Renewed(at)) if step.ending == Ending::Renewed => Some(at),
                    _ => None,
                },
                token: self.tokens.get(project).cloned(),
            })
        });
        vec![Effect::HandOver(wish, items.collect())]
    }
}
