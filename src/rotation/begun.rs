//! What was begun for a project before its turn, by this run or by others.

use super::turn::Turn;
use crate::record::Ending;
use crate::renewal::{Intent, Moment, Record, Settled, Subject, World, settle_held};
use crate::sonar::{Failure, explained_badge_token};
use crate::token::Fingerprint;

/// What this run did already, before it could be written into the record.
pub(super) async fn done<W: World>(
    world: &W,
    subject: &Subject,
    run: Moment,
    record: Option<Record>,
) -> Option<Turn> {
    let record = record?;
    let attempt = record.attempt_of(run)?;
    // A page that was closed just then has told the ledger, and left this open.
    if let Ok(Some(intent)) = Intent::open(world, subject).await
        && intent.run == Some(run)
    {
        Intent::close(world, subject).await;
    }
    if !attempt.renewed {
        return Some(Turn {
            ending: Ending::Unknown,
            failure: None,
            token: None,
            before: attempt.before,
            open: false,
        });
    }
    let token = explained_badge_token(world, &subject.project).await;
    if let (Ok(token), None, Some(at), Ok(salt)) =
        (&token, record.token, record.renewed, world.salt().await)
    {
        let new = Some(Fingerprint::of(token, salt));
        let _ = Record::renewed(world, subject, new, at, Some(attempt)).await;
    }
    Some(Turn::renewed(Ending::Renewed, token, attempt.before))
}

/// What became of a renewal that is open; nothing where this run's turn is still
/// to come: it did not happen, or it is an earlier one, renewed or never to be told.
pub(super) async fn settled<W: World>(
    world: &W,
    subject: &Subject,
    run: Moment,
    intent: Intent,
    note: &impl AsyncFn(&Intent, &Settled),
) -> Option<Turn> {
    let ours = intent.run == Some(run);
    let earlier = !ours && intent.at <= run;
    let before = intent.before();
    let ending = if ours {
        Ending::Renewed
    } else {
        Ending::RenewedElsewhere
    };
    let failure = match settle_held(world, subject, note).await? {
        // What was renewed before this run began is to be renewed again.
        Settled::Renewed(_) if earlier => return None,
        Settled::Renewed(token) => return Some(Turn::renewed(ending, Ok(token), before)),
        Settled::NotRenewed(_) | Settled::Finished => return None,
        Settled::Unknown(failure) if ours && intent.accepted => {
            return Some(Turn::renewed(ending, Err(failure), before));
        }
        Settled::Unknown(failure) => Some(failure),
        Settled::Incomparable(_) => None,
    };
    let may_pass = failure.is_some_and(Failure::may_pass);
    if earlier && !may_pass {
        return None;
    }
    // Nothing was sent for this run yet where it is somebody else's.
    let ending = if ours || !may_pass {
        Ending::Unknown
    } else {
        Ending::NotRenewed
    };
    Some(Turn {
        ending,
        failure,
        token: None,
        before,
        open: may_pass,
    })
}
