//! A project's turn in a run: one renewal at most, whatever was broken off before.

use super::begun::{done, settled};
use crate::record::Ending;
use crate::renewal::{Intent, Moment, Outcome, Record, Settled, Subject, World, send, settle_held};
use crate::sonar::{Failure, explained_badge_token};
use crate::token::{BadgeToken, Fingerprint};

/// How a turn ended.
pub(super) struct Turn {
    pub(super) ending: Ending,
    pub(super) failure: Option<Failure>,
    pub(super) token: Option<BadgeToken>,
    pub(super) before: Option<Fingerprint>,
    /// Whether a later turn may tell more, without sending anything again.
    pub(super) open: bool,
}

impl Turn {
    fn failed(ending: Ending, failure: Failure, before: Option<Fingerprint>) -> Self {
        Self {
            ending,
            failure: Some(failure),
            token: None,
            before,
            open: false,
        }
    }

    /// It was renewed, by this run or not, and the new token read or not.
    pub(super) fn renewed(
        ending: Ending,
        token: Result<BadgeToken, Failure>,
        before: Option<Fingerprint>,
    ) -> Self {
        let (token, failure) = match token {
            Ok(token) => (Some(token), None),
            Err(failure) => (None, Some(failure)),
        };
        Self {
            ending,
            failure,
            token,
            before,
            open: false,
        }
    }
}

/// Takes a turn while nobody else is at the project.
///
/// Sends the request unless the ledger says that this run has sent it, or that
/// somebody renewed the token since the run began, or a renewal begun since then
/// is open and cannot be proved not to have happened.
///
/// `note` is told of a renewal that it finds open, and of its end.
pub(super) async fn take_turn<W: World>(
    world: &W,
    subject: &Subject,
    run: Moment,
    note: &impl AsyncFn(&Intent, &Settled),
) -> Turn {
    let _held = world.lock(&subject.lock()).await;
    let storage = || Turn::failed(Ending::NotRenewed, Failure::Storage, None);
    let Ok(mut known) = Record::of(world, subject).await else {
        return storage();
    };
    if let Some(turn) = done(world, subject, run, known).await {
        return turn;
    }
    let Ok(intent) = Intent::open(world, subject).await else {
        return storage();
    };
    if let Some(intent) = intent {
        if let Some(turn) = settled(world, subject, run, intent, note).await {
            return turn;
        }
        // Settling may have told the ledger something.
        match Record::of(world, subject).await {
            Ok(now) => known = now,
            Err(_) => return storage(),
        }
    }
    let renewed = known.and_then(|record| record.renewed);
    if renewed.is_some_and(|at| at > run) {
        let before = None;
        return Turn::renewed(
            Ending::RenewedElsewhere,
            explained_badge_token(world, &subject.project).await,
            before,
        );
    }
    renew(world, subject, run, known, note).await
}

/// Sends the request, and finds out at once what became of one that may act late.
async fn renew<W: World>(
    world: &W,
    subject: &Subject,
    run: Moment,
    known: Option<Record>,
    note: &impl AsyncFn(&Intent, &Settled),
) -> Turn {
    let before = known.and_then(|record| record.token);
    let renewed = |token| Turn::renewed(Ending::Renewed, token, before);
    let answered = send(world, subject, None, known, Some(run)).await;
    if answered.is_over {
        Intent::close(world, subject).await;
    }
    match answered.outcome {
        Outcome::Renewed(token) => renewed(Ok(token)),
        Outcome::RenewedUnreadable => renewed(Err(Failure::NoBrowse)),
        Outcome::RenewedUnread(failure) => renewed(Err(failure)),
        Outcome::RenewedElsewhere(token) => {
            Turn::renewed(Ending::RenewedElsewhere, Ok(token), before)
        }
        Outcome::NotRenewed(failure) if failure.lingers() => {
            match settle_held(world, subject, note).await {
                Some(Settled::Renewed(token)) => renewed(Ok(token)),
                Some(Settled::Unknown(later)) => Turn {
                    open: later.may_pass(),
                    ..Turn::failed(Ending::Unknown, failure, before)
                },
                Some(Settled::Incomparable(_)) => Turn::failed(Ending::Unknown, failure, before),
                _ => Turn::failed(Ending::NotRenewed, failure, before),
            }
        }
        Outcome::NotRenewed(failure) => Turn::failed(Ending::NotRenewed, failure, before),
        // Without a token from before, no look will ever tell.
        Outcome::Unknown(failure) => Turn {
            open: before.is_some(),
            ..Turn::failed(Ending::Unknown, failure, before)
        },
    }
}
