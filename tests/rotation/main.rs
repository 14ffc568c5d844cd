//! A rotation run: its plan, its pace, when it pauses, and how it goes on.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod begun;
#[path = "../desk/mod.rs"]
mod desk;
mod failures;
#[path = "../floor/mod.rs"]
mod floor;
mod fresh;
mod going;
mod left;
mod others;
mod plan;
mod resting;

use desk::{finish, status, subject};
use floor::{Floor, LOGIN, RENEW, TOKEN, Word, key, owner, page, work};
use rebadge::record::Ending;
use rebadge::renewal::{Clock, Locks, Moment, Store, Subject, note};
use rebadge::rotation::{
    Candidate, ItemState, Obstacle, Pace, Pause, Plan, Run, RunEffect, RunEvent, RunOrder,
    RunState, RunTrouble, Step, begin_run, forget_run, open_run,
};
use rebadge::sonar::{Failure, Loss, read_badge_token};
use stand_in::{Fault, FaultKind, RetryAfter};

const NOW: Moment = Moment(1_764_000_000_000);

fn later(milliseconds: i64) -> Moment {
    Moment(NOW.0 + milliseconds)
}

fn wait_for(seconds: u32) -> FaultKind {
    FaultKind::Status {
        status: 429,
        body: None,
        retry_after: Some(RetryAfter::Seconds(seconds)),
        cloudflare: false,
    }
}

fn order(projects: usize) -> RunOrder {
    RunOrder::new(NOW, (0..projects).map(key).collect())
}

/// A step that came to this, and is over or not.
fn step(ending: Ending, failure: impl Into<Option<Failure>>, ended: bool) -> Step {
    Step {
        ending,
        failure: failure.into(),
        token: None,
        ended,
    }
}

fn renewed() -> Step {
    step(Ending::Renewed, None, true)
}

fn put_back(failure: Failure) -> Step {
    step(Ending::NotRenewed, failure, false)
}

/// The projects whose step an update asks for, and the wake.
fn asked(effects: &[RunEffect]) -> (usize, Option<u32>) {
    let steps = effects
        .iter()
        .filter(|effect| matches!(effect, RunEffect::Step { .. }));
    let wake = effects.iter().find_map(|effect| match effect {
        RunEffect::Wake { after } => Some(*after),
        RunEffect::Step { .. } => None,
    });
    (steps.count(), wake)
}

fn stepped(run: &mut Run, number: usize, step: Step) -> (usize, Option<u32>) {
    asked(&run.update(RunEvent::Stepped(key(number), step), NOW, 0.0))
}

/// A run under way.
fn going(projects: usize) -> Run {
    let mut run = Run::begin(&order(projects));
    let first = run.update(RunEvent::Resume, NOW, 0.0);
    assert_eq!(asked(&first).0, projects.min(2), "two at first");
    run
}
