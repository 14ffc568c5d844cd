//! One renewal, from the intent to the outcome.

use super::{Entry, Intent, Moment, Outcome, Settled, World, settle};
use crate::page::{Instance, ProjectKey};
use crate::sonar::{Failure, RenewBadgeToken, ask, explained, read_badge_token};
use crate::token::{BadgeToken, Fingerprint, Salt};

/// How often a token is looked at that ought to have changed, or may yet, and
/// the milliseconds in between.
const LOOKS: u32 = 3;
const PAUSE: u32 = 400;

/// What a click on Renew asks for.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where the project lives.
    pub instance: Instance,
    /// The project.
    pub project: ProjectKey,
    /// The token that the person saw, if there was one.
    pub seen: Option<BadgeToken>,
    /// When that token was read: a renewal since then is another window's.
    pub since: Moment,
}

/// Renews a token with one request at most. To be called under the lock of
/// [`super::lock_name`], so that two windows take turns.
///
/// The intent is in the journal before the request is sent, and stays there as
/// long as it is not known what became of it.
pub async fn renew<W: World>(world: &W, order: &Order) -> Outcome {
    let Some(salt) = world.salt().await else {
        return Outcome::NotRenewed(Failure::Storage);
    };
    let old = order
        .seen
        .as_ref()
        .map(|token| Fingerprint::of(token, salt));
    if let Some(outcome) = elsewhere(world, order, old).await {
        return outcome;
    }
    let at = world.now();
    let written = Intent { old, at }
        .write(world, order.instance, &order.project)
        .await;
    if written.is_err() {
        return Outcome::NotRenewed(Failure::Storage);
    }
    let outcome = match ask(world, &RenewBadgeToken(order.project.clone())).await {
        Ok(()) => read_back(world, order).await,
        Err(failure) => compare(world, order, failure).await,
    };
    record(world, order, salt, &outcome).await;
    outcome
}

/// The outcome that is there already: another window renewed the token since
/// this one read it, or a page closed in the middle left a renewal open.
async fn elsewhere<W: World>(
    world: &W,
    order: &Order,
    seen: Option<Fingerprint>,
) -> Option<Outcome> {
    let (instance, project) = (order.instance, &order.project);
    let newer = |entry: &Entry| {
        let known = seen.is_some() && entry.token == seen;
        entry.renewed.is_some() && entry.seen > order.since && !known
    };
    if Entry::of(world, instance, project)
        .await
        .as_ref()
        .is_some_and(newer)
    {
        let token = read_badge_token(world, project).await.ok();
        return Some(Outcome::RenewedElsewhere(token));
    }
    match settle(world, instance, project).await? {
        Settled::Renewed(token) => Some(Outcome::RenewedElsewhere(Some(token))),
        // Who may not browse can never compare: their new click counts.
        Settled::Unknown(Failure::NoBrowse) => None,
        Settled::Unknown(failure) => Some(Outcome::Unknown(failure)),
        Settled::NotRenewed(_) | Settled::Finished => None,
    }
}

/// After a success: reads the new token, which an old one in hand must not be.
async fn read_back<W: World>(world: &W, order: &Order) -> Outcome {
    match look(world, order, LOOKS).await {
        Ok((token, true)) => Outcome::Renewed(token),
        Ok((_, false)) => Outcome::NotRenewed(Failure::Unchanged),
        Err(Failure::NoBrowse) => Outcome::RenewedUnreadable,
        Err(failure) => Outcome::RenewedUnread(explained(world, failure).await),
    }
}

/// After anything but a success: the token tells whether the server acted,
/// which it may have done behind a gateway that refuses.
async fn compare<W: World>(world: &W, order: &Order, failure: Failure) -> Outcome {
    let looks = if failure.leaves_doubt() { LOOKS } else { 1 };
    match look(world, order, looks).await {
        Ok((token, true)) if order.seen.is_some() => Outcome::Renewed(token),
        Err(_) | Ok((_, true)) if failure.leaves_doubt() => Outcome::Unknown(failure),
        _ => Outcome::NotRenewed(explained(world, failure).await),
    }
}

/// Looks at the token until it is another than the one the person saw, so many
/// times; and tells whether it is. A look whose answer is lost, as by a page
/// that is just being replaced, is one of them.
async fn look<W: World>(
    world: &W,
    order: &Order,
    mut looks: u32,
) -> Result<(BadgeToken, bool), Failure> {
    loop {
        looks -= 1;
        match read_badge_token(world, &order.project).await {
            Ok(token) => {
                let changed = order.seen.as_ref() != Some(&token);
                if changed || looks == 0 {
                    return Ok((token, changed));
                }
            }
            Err(Failure::Lost { .. }) if looks > 0 => {}
            Err(failure) => return Err(failure),
        }
        world.pause(PAUSE).await;
    }
}

/// Brings ledger and journal up to what is known.
async fn record<W: World>(world: &W, order: &Order, salt: Salt, outcome: &Outcome) {
    let (instance, project) = (order.instance, &order.project);
    let token = match outcome {
        Outcome::Renewed(token) => Some(Fingerprint::of(token, salt)),
        Outcome::RenewedUnreadable | Outcome::RenewedUnread(_) => None,
        // The request may act late: the next page looks again.
        Outcome::Unknown(_) => return,
        Outcome::NotRenewed(failure) if failure.lingers() => return,
        Outcome::NotRenewed(_) | Outcome::RenewedElsewhere(_) => {
            return Intent::close(world, instance, project).await;
        }
    };
    Entry::renewed(world, instance, project, token, world.now()).await;
    Intent::close(world, instance, project).await;
}
