//! One click on Renew, from what is known before to the outcome.

use super::sent::{send, unread};
use super::settle::settle_held;
use super::{End, Intent, Moment, Outcome, Record, Settled, Subject, World};
use crate::sonar::{Failure, explained_badge_token};
use crate::token::{BadgeToken, Fingerprint};

/// What a click on Renew asks for.
#[derive(Debug, Clone)]
pub struct Order {
    /// Whose token.
    pub subject: Subject,
    /// The token that the person saw, if there was one.
    pub seen: Option<BadgeToken>,
    /// When that token was read: a renewal since then is another window's.
    pub since: Moment,
}

/// Renews a token with one request at most, while no other window does.
///
/// The intent is in the journal before the request is sent, and stays there as
/// long as it is not known what became of it. `note` is told how the renewal ended,
/// and before that how one ended that is found open; the intent is closed only
/// afterwards: a page that is closed before it has noted that leaves a renewal
/// that is open.
pub async fn renew<W: World>(
    world: &W,
    order: &Order,
    mut note: impl AsyncFnMut(End<'_>),
) -> Outcome {
    let subject = &order.subject;
    let _held = world.lock(&subject.lock()).await;
    let (old, known) = match known_before(world, order, &mut note).await {
        Ok(known) => known,
        Err(outcome) => {
            note(End::Click(world.now(), &outcome)).await;
            return outcome;
        }
    };
    let answered = send(world, subject, old, known, None).await;
    note(End::Click(answered.at, &answered.outcome)).await;
    if answered.is_over {
        Intent::close(world, subject).await;
    }
    answered.outcome
}

/// The token that the person saw, and what the ledger has of the project; or the
/// outcome that is there before anything is sent.
async fn known_before<W: World>(
    world: &W,
    order: &Order,
    note: impl AsyncFnMut(End<'_>),
) -> Result<(Option<Fingerprint>, Option<Record>), Outcome> {
    let refused = |_| Outcome::NotRenewed(Failure::Storage);
    let salt = world.salt().await.map_err(refused)?;
    let old = order
        .seen
        .as_ref()
        .map(|token| Fingerprint::of(token, salt));
    if let Some(outcome) = elsewhere(world, order, old, note).await {
        return Err(outcome);
    }
    let known = Record::of(world, &order.subject).await.map_err(refused)?;
    Ok((old, known))
}

/// The outcome that is there already: another window renewed the token since
/// this one read it, or a page closed in the middle left a renewal open.
async fn elsewhere<W: World>(
    world: &W,
    order: &Order,
    seen: Option<Fingerprint>,
    mut note: impl AsyncFnMut(End<'_>),
) -> Option<Outcome> {
    let subject = &order.subject;
    let newer = |record: Record| {
        let known = seen.is_some() && record.token == seen;
        record.renewed.is_some() && record.seen > order.since && !known
    };
    match Record::of(world, subject).await {
        Err(_) => return Some(Outcome::NotRenewed(Failure::Storage)),
        Ok(record) if record.is_some_and(newer) => {
            return Some(match explained_badge_token(world, &subject.project).await {
                Ok(token) => Outcome::RenewedElsewhere(token),
                Err(failure) => unread(failure),
            });
        }
        Ok(_) => {}
    }
    let note = async |intent: &Intent, settled: &Settled| note(End::Found(intent, settled)).await;
    match settle_held(world, subject, note).await? {
        Settled::Renewed(token) => Some(Outcome::RenewedElsewhere(token)),
        // Where reading is not to be had, no look will ever tell: the click counts.
        Settled::Unknown(failure) if !failure.may_pass() => None,
        Settled::Unknown(failure) => Some(Outcome::Unknown(failure)),
        Settled::NotRenewed(_) | Settled::Incomparable(_) | Settled::Finished => None,
    }
}
