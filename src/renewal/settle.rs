//! Finishing what a closed page began: reads, and never posts.

use super::{Intent, Record, Settled, Subject, World};
use crate::sonar::{Failure, explained_badge_token};
use crate::token::{BadgeToken, Fingerprint};

/// Milliseconds between two looks at a token that may yet change, and how
/// often it is looked at whatever the clock says.
const PAUSE: u32 = 1_000;
const LOOKS: u32 = 20;

/// Whether a renewal of a project is open: under way in another window, or left
/// by a page that was closed.
pub async fn is_open<W: World>(world: &W, subject: &Subject) -> bool {
    matches!(Intent::open(world, subject).await, Ok(Some(_)))
}

/// Finds out what became of a renewal that is open, once whoever is at it in
/// another window has let go.
///
/// `note` is told of the intent and of its end where that is known, before the
/// intent is closed: as with [`super::renew()`].
pub async fn settle<W: World>(
    world: &W,
    subject: &Subject,
    note: impl AsyncFnOnce(&Intent, &Settled),
) -> Settled {
    let _held = world.lock(&subject.lock()).await;
    settle_held(world, subject, note)
        .await
        .unwrap_or(Settled::Finished)
}

/// The same for who holds the lock; nothing where no renewal is open.
pub(crate) async fn settle_held<W: World>(
    world: &W,
    subject: &Subject,
    note: impl AsyncFnOnce(&Intent, &Settled),
) -> Option<Settled> {
    let (settled, over) = find_out(world, subject).await?;
    if let Some(intent) = over {
        note(&intent, &settled).await;
        Intent::close(world, subject).await;
    }
    Some(settled)
}

/// What became of a renewal that is open, and its intent where that is to be
/// closed now; nothing where none is open.
///
/// While the request may still be on its way, it looks again and again.
async fn find_out<W: World>(world: &W, subject: &Subject) -> Option<(Settled, Option<Intent>)> {
    let intent = match Intent::open(world, subject).await {
        Ok(intent) => intent?,
        Err(_) => return Some((Settled::Unknown(Failure::Storage), None)),
    };
    let mut looks = 0;
    loop {
        looks += 1;
        // Asked before the look: what a look after the last moment shows, stays.
        let fresh = intent.is_fresh(world.now()) && looks < LOOKS;
        let settled = look(world, subject, &intent).await;
        match &settled {
            // The journal stays open: a later look may tell.
            Settled::Unknown(failure) if failure.may_pass() => return Some((settled, None)),
            Settled::NotRenewed(_) | Settled::Unknown(_) if fresh => world.pause(PAUSE).await,
            _ => {
                let is_over = conclude(world, subject, &intent, &settled).await;
                return Some((settled, is_over.then_some(intent)));
            }
        }
    }
}

/// One look at the token: is it the one from before the renewal?
async fn look<W: World>(world: &W, subject: &Subject, intent: &Intent) -> Settled {
    let token = match explained_badge_token(world, &subject.project).await {
        Ok(token) => token,
        Err(failure) => return Settled::Unknown(failure),
    };
    let Ok(salt) = world.salt().await else {
        return Settled::Unknown(Failure::Storage);
    };
    if intent.before() == Some(Fingerprint::of(&token, salt)) {
        Settled::NotRenewed(token)
    } else if intent.old.is_some() || intent.accepted {
        Settled::Renewed(token)
    } else {
        Settled::Incomparable(token)
    }
}

/// Brings the ledger up to what was found out; tells whether the renewal is over.
/// A run's is not where the ledger could not be told: the intent is all that the
/// run has.
async fn conclude<W: World>(
    world: &W,
    subject: &Subject,
    intent: &Intent,
    settled: &Settled,
) -> bool {
    let fingerprint = async |token: &BadgeToken| {
        let salt = world.salt().await.ok()?;
        Some(Fingerprint::of(token, salt))
    };
    let kept = match (settled, intent.attempt(false)) {
        (Settled::Renewed(token), _) => {
            let new = fingerprint(token).await;
            Record::renewed(world, subject, new, intent.at, intent.attempt(true)).await
        }
        (Settled::Unknown(_), attempt @ Some(_)) if intent.accepted => {
            Record::renewed(world, subject, None, intent.at, attempt).await
        }
        (Settled::Incomparable(_) | Settled::Unknown(_), Some(attempt)) => {
            Record::doubted(world, subject, attempt).await
        }
        _ => Ok(()),
    };
    kept.is_ok() || intent.run.is_none()
}
