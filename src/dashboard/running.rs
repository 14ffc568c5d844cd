//! A rotation run as the dashboard shows it.

use super::holding::Hold;
use super::question::Question;
use super::{Dashboard, Effect, Focus, Row};
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
    pub giving_up: bool,
    /// Whether it is over, and what was written down of it is let go of.
    let_go: bool,
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

    pub fn is_over(&self) -> bool {
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

    /// Plans a rotation of some projects; the person is asked to confirm it.
    pub(super) fn plan(&mut self, of: impl Fn(&Row, bool) -> bool) {
        if !self.may_plan() {
            return;
        }
        let rows = self.table.ordered();
        let wanted = rows.filter(|(row, selected)| of(row, *selected));
        let candidates = wanted.map(|(row, _)| Self::candidate(row));
        let plan = Plan::of(candidates, self.host_renews.unwrap_or(true));
        self.question = Some(Question::Renew(plan));
    }

    /// Begins what has been planned.
    pub(super) fn rotate(&mut self, plan: Plan) -> Vec<Effect> {
        // What stands in the way may have turned up since it was planned.
        if plan.renew.is_empty() || !self.may_plan() {
            return Vec::new();
        }
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

    /// Ends the run before its end.
    pub(super) fn stop(&mut self, chance: f64) -> Vec<Effect> {
        if let Some(running) = self.running.as_mut().filter(|it| it.hold == Hold::Left) {
            running.giving_up = true;
            return self.resume(chance);
        }
        self.drive(RunEvent::Stop, chance)
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
