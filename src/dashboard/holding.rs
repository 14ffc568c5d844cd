//! Whose a run is: found in the storage, asked for, this window's, or another's.

use super::running::Running;
use super::{Dashboard, Effect, Start};
use crate::popup::Text;
use crate::record::Entry;
use crate::rotation::{RunEvent, RunOrder};

/// Who is at a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// Nobody: a window that is gone has left it.
    Left,
    /// This window has asked for it.
    Asked,
    /// This window.
    Ours,
    /// Another window.
    Theirs,
}

impl Dashboard {
    /// Takes in the run that the storage knows of, if it does. One of this
    /// window's own stays, until it is dismissed where it is over.
    pub(super) fn run_found(
        &mut self,
        found: Option<(RunOrder, Vec<Entry>)>,
        is_elsewhere: bool,
    ) -> Vec<Effect> {
        let hold = if is_elsewhere {
            Hold::Theirs
        } else {
            Hold::Left
        };
        let begun = found.as_ref().map(|(order, _)| order.begun);
        let is_own = self.running.as_ref().is_some_and(|running| {
            running.hold == Hold::Ours && begun.is_none_or(|begun| begun == running.order.begun)
        });
        let is_theirs = self.is_theirs();
        if is_own || (self.is_running() && !is_theirs) {
            return Vec::new();
        }
        if is_theirs && found.is_none() {
            self.status = Some(Text::new("run_was_over"));
        }
        let giving_up = is_elsewhere && self.running.as_ref().is_some_and(|it| it.giving_up);
        self.running = found.map(|(order, entries)| {
            let mut running = Running::found(order, &entries, hold);
            running.giving_up = giving_up;
            running
        });
        match self.running.as_mut() {
            // Its page was closed after the last turn: it is let go of now.
            Some(running) if running.is_over() && !is_elsewhere => {
                running.hold = Hold::Asked;
                vec![Effect::TakeUp]
            }
            // A page that was just closed may seem to be at it still.
            Some(_) if is_elsewhere => vec![Effect::AwaitLeft],
            _ => Vec::new(),
        }
    }

    /// Takes in that no other window is at the run any more.
    pub(super) fn run_left(&self) -> Vec<Effect> {
        let recall = self.is_theirs().then_some(Effect::Recall);
        recall.into_iter().collect()
    }

    /// Whether another window is at the run.
    fn is_theirs(&self) -> bool {
        let running = self.running.as_ref();
        running.is_some_and(|running| running.hold == Hold::Theirs)
    }

    /// Asks for the run again: it was left, or lies with another window.
    pub(super) fn resume(&mut self, chance: f64) -> Vec<Effect> {
        match self.running.as_mut() {
            Some(running) if running.hold == Hold::Ours => {
                let unknown = self.login.is_none().then_some(Effect::ReadCurrentUser);
                let mut effects: Vec<_> = unknown.into_iter().collect();
                effects.extend(self.drive(RunEvent::Resume, chance));
                effects
            }
            Some(running) if running.hold != Hold::Asked => {
                running.hold = Hold::Asked;
                vec![Effect::TakeUp]
            }
            _ => Vec::new(),
        }
    }

    /// Takes in whether the run is this window's now.
    pub(super) fn run_started(&mut self, start: Start, chance: f64) -> Vec<Effect> {
        let Some(running) = self.running.as_mut() else {
            return Vec::new();
        };
        match start {
            Start::Ours(found) => {
                let giving_up = running.giving_up;
                if let Some((order, entries)) = found {
                    *running = Running::found(order, &entries, Hold::Ours);
                }
                running.hold = Hold::Ours;
                let event = if giving_up {
                    RunEvent::Stop
                } else {
                    RunEvent::Resume
                };
                self.drive(event, chance)
            }
            Start::Busy => {
                running.hold = Hold::Theirs;
                Vec::new()
            }
            Start::Open => {
                self.running = None;
                self.status = Some(Text::new("run_lies_open"));
                vec![Effect::Recall]
            }
            Start::Over => {
                self.running = None;
                self.status = Some(Text::new("run_was_over"));
                vec![Effect::Recall]
            }
            Start::Refused => {
                self.running = None;
                self.storage_refused = true;
                Vec::new()
            }
        }
    }
}
