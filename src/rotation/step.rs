//! One step of a run: a project's turn, and its entry in the record.

use super::context::{Ended, RunContext};
use super::gate::Gated;
use super::trouble::waits_for_the_person;
use super::turn::{Turn, take_turn};
use crate::page::ProjectKey;
use crate::record::{Ending, note_settled, reason};
use crate::renewal::{Clock, Intent, Settled, Store, World};
use crate::sonar::Failure;
use crate::token::{BadgeToken, Fingerprint};

/// What came of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// How it ended.
    pub ending: Ending,
    /// Why it did not go well, or why the new token could not be read.
    pub failure: Option<Failure>,
    /// The new token, where it could be read.
    pub token: Option<BadgeToken>,
    /// Whether the project's turn is over: its entry is in the record. Else
    /// another step may come to more, and sends nothing that was sent.
    pub ended: bool,
}

/// Takes a project's turn, and writes its entry into the record before it
/// answers, unless another step may come to more; after the `last` one none does,
/// but for what a person has to put right first.
///
/// Broken off anywhere, the same step may be taken again: no project is renewed
/// twice by one run. It is two requests where all goes well.
pub async fn step<W: World>(
    world: &W,
    context: &RunContext<'_>,
    project: &ProjectKey,
    last: bool,
) -> Step {
    let world = Gated::new(world, context.gate);
    let subject = context.subject(project);
    let organization = context.owner.organization.as_ref();
    let note = async |intent: &Intent, settled: &Settled| {
        note_settled(&world, &subject, organization, intent, settled).await;
    };
    let turn = take_turn(&world, &subject, context.begun, &note).await;
    let mut step = Step {
        ending: turn.ending,
        failure: turn.failure,
        token: turn.token.clone(),
        ended: !has_more(&turn, last),
    };
    if !step.ended {
        return step;
    }
    let salt = world.salt().await.ok();
    let after = turn.token.zip(salt);
    let ended = Ended {
        at: world.now(),
        ending: turn.ending,
        reason: turn.failure.map(reason),
        before: turn.before,
        after: after.map(|(token, salt)| Fingerprint::of(&token, salt)),
    };
    if context.write(&world, project, ended).await.is_err() {
        step.failure = Some(Failure::Storage);
        step.ended = false;
    }
    step
}

/// Whether another step may come to more than this turn.
fn has_more(turn: &Turn, last: bool) -> bool {
    let Some(failure) = turn.failure else {
        return false;
    };
    let waits = waits_for_the_person(failure);
    match (turn.ending, failure) {
        (_, Failure::Storage) => true,
        (Ending::Unknown, _) if !turn.open => false,
        (Ending::NotRenewed | Ending::Unknown, _) if waits => true,
        (_, Failure::Refused { .. }) => !last,
        (_, failure) => !last && (waits || failure.may_pass()),
    }
}
