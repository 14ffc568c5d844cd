//! A rotation run as the dashboard shows it.

use super::{Dashboard, Effect, Focus, Row, Start};
use crate::page::ProjectKey;
use crate::popup::Text;
use crate::record::{Ending, Entry};
use crate::rotation::{
    Candidate, ItemState, Known, Plan, Run, RunEffect, RunEvent, RunOrder, RunState, Step,
};
use crate::sonar::Failure;

/// A run, and whether it is this window's.
#[derive(Debug)]
pub(super) struct Running {
    pub order: RunOrder,
    pub run: Run,
    pub hold: Hold,
    /// Whether it is to be ended as soon as it is this window's.
    giving_up: bool,
    /// Whether it is over, and what was written down of it is let go of.
    let_go: bool,
}

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

impl Running {
    /// A run that was found in the storage.
    pub fn found(order: RunOrder, entries: &[Entry], hold: Hold) -> Self {
        let run = Run::resume(&order, entries);
        Self {
            order,
            run,
            hold,
            giving_up: false,
            let_go: false,
        }
    }

    fn is_over(&self) -> bool {
        matches!(self.run.state(), RunState::Finished | RunState::Stopped)
    }

    /// Whether steps are under way.
    pub fn goes_on(&self) -> bool {
        self.run.state() == RunState::Running
    }
}

impl Dashboard {
    /// What becomes of a row where it is to be renewed.
    fn candidate(row: &Row) -> Candidate {
        Candidate {
            project: row.key.clone(),
            needs_token: row.needs_token,
            may_administer: row.may_administer,
        }
    }

    /// Whether a run is there that has to be ended before another is begun.
    pub(super) fn is_running(&self) -> bool {
        self.running
            .as_ref()
            .is_some_and(|running| !running.is_over() || running.hold == Hold::Asked)
    }

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
        self.running = found.map(|(order, entries)| Running {
            giving_up,
            ..Running::found(order, &entries, hold)
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

    /// Plans a rotation of some projects; the person is asked to confirm it.
    pub(super) fn plan(&mut self, of: impl Fn(&Row, bool) -> bool) {
        if !self.may_plan() {
            return;
        }
        let rows = self.table.ordered();
        let wanted = rows.filter(|(row, selected)| of(row, *selected));
        let candidates = wanted.map(|(row, _)| Self::candidate(row));
        self.plan = Some(Plan::of(candidates, self.host_renews.unwrap_or(true)));
    }

    /// Begins what has been planned.
    pub(super) fn confirm(&mut self) -> Vec<Effect> {
        let plan = self.plan.take().filter(|plan| !plan.renew.is_empty());
        // What stands in the way may have turned up since it was planned.
        let Some(plan) = plan.filter(|_| self.may_plan()) else {
            return Vec::new();
        };
        let order = RunOrder::new(self.now, plan.renew);
        let run = Run::begin(&order);
        self.running = Some(Running {
            order: order.clone(),
            run,
            hold: Hold::Asked,
            giving_up: false,
            let_go: false,
        });
        self.table.selection.clear();
        vec![Effect::Begin(order), Effect::Focus(Focus::List)]
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

    /// Ends the run before its end.
    pub(super) fn stop(&mut self, chance: f64) -> Vec<Effect> {
        if let Some(running) = self.running.as_mut().filter(|it| it.hold == Hold::Left) {
            running.giving_up = true;
            return self.resume(chance);
        }
        self.drive(RunEvent::Stop, chance)
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

    /// Takes in how a project's turn ended.
    pub(super) fn stepped(&mut self, project: ProjectKey, step: Step, chance: f64) -> Vec<Effect> {
        if let Some(token) = &step.token {
            self.tokens.insert(project.clone(), token.clone());
        }
        if let Some(Failure::NotSignedIn | Failure::Unauthorized) = step.failure {
            // Somebody else may sign in before it goes on.
            self.login = None;
        }
        let now = self.now;
        let known = match step.ending {
            Ending::Renewed => Some(Known::Renewed(now)),
            Ending::RenewedElsewhere => Some(Known::Since(now)),
            Ending::NotRenewed | Ending::Unknown => None,
        };
        if let Some(known) = known {
            self.ages.renewed(project.clone(), known);
            let policy = self.policy;
            self.table.change_one(&project, |row| {
                row.known = known;
                row.standing = crate::rotation::standing(policy, row.needs_token, row.known, now);
            });
        }
        self.drive(RunEvent::Stepped(project, step), chance)
    }

    /// Lets the run take in an event, and does what it asks for.
    pub(super) fn drive(&mut self, event: RunEvent, chance: f64) -> Vec<Effect> {
        let now = self.now;
        let Some(running) = self.running.as_mut().filter(|r| r.hold == Hold::Ours) else {
            return Vec::new();
        };
        let mut effects: Vec<_> = running
            .run
            .update(event, now, chance)
            .into_iter()
            .map(|effect| match effect {
                RunEffect::Step { project, last } => Effect::Step {
                    begun: running.order.begun,
                    project,
                    last,
                },
                RunEffect::Wake { after } => Effect::Wake(after),
            })
            .collect();
        if running.is_over() && !std::mem::replace(&mut running.let_go, true) {
            effects.push(Effect::LetGo(running.order.clone()));
            self.status = Some(Text::new(match running.run.state() {
                RunState::Stopped => "run_stopped",
                _ => "run_finished",
            }));
        }
        effects
    }

    /// What the run makes of a project, if it is a part of it.
    pub(super) fn item(&self, project: &ProjectKey) -> Option<&ItemState> {
        self.running.as_ref()?.run.item(project)
    }
}
