//! A project in a run.

use super::Step;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemState {
    /// Its turn is still to come, or to come again.
    Waiting,
    /// Its turn is now.
    Renewing,
    /// Its turn is over.
    Ended(Step),
}

/// A project in a run, and what was tried.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) state: ItemState,
    /// How many turns of the run had begun before its last one.
    pub(super) turn: usize,
    /// Steps that came to nothing, for a reason that may pass by itself.
    pub(super) tries: u8,
    /// What the last step that is to be taken again came to.
    pub(super) so_far: Option<Step>,
}

impl Item {
    pub(super) fn waiting() -> Self {
        Self {
            state: ItemState::Waiting,
            turn: 0,
            tries: 0,
            so_far: None,
        }
    }
}
