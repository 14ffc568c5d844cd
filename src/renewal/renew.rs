//! One renewal, from the intent to the outcome.

use super::settle::settle_held;
use super::{Intent, Moment, Outcome, Record, Settled, Subject, World};
use crate::sonar::{Failure, Loss, Method, RenewBadgeToken, ask, explained, read_badge_token};
use crate::token::{BadgeToken, Fingerprint, Salt};

/// How often a token is looked at that ought to have changed, or may yet, and
/// the milliseconds in between.
const LOOKS: u32 = 3;
const PAUSE: u32 = 400;

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
/// long as it is not known what became of it.
pub async fn renew<W: World>(world: &W, order: &Order) -> Outcome {
    let subject = &order.subject;
    let _held = world.lock(&subject.lock()).await;
    let Ok(salt) = world.salt().await else {
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
    let written = Intent { old, at }.write(world, subject).await;
    if written.is_err() {
        return Outcome::NotRenewed(Failure::Storage);
    }
    let outcome = match ask(world, &RenewBadgeToken(subject.project.clone())).await {
        Ok(()) => read_back(world, order).await,
        Err(failure) => compare(world, order, failure).await,
    };
    record(world, subject, salt, &outcome).await;
    outcome
}

/// The outcome that is there already: another window renewed the token since
/// this one read it, or a page closed in the middle left a renewal open.
async fn elsewhere<W: World>(
    world: &W,
    order: &Order,
    seen: Option<Fingerprint>,
) -> Option<Outcome> {
    let subject = &order.subject;
    let newer = |record: Record| {
        let known = seen.is_some() && record.token == seen;
        record.renewed.is_some() && record.seen > order.since && !known
    };
    match Record::of(world, subject).await {
        Err(_) => return Some(Outcome::NotRenewed(Failure::Storage)),
        Ok(record) if record.is_some_and(newer) => {
            return Some(match read_badge_token(world, &subject.project).await {
                Ok(token) => Outcome::RenewedElsewhere(token),
                Err(failure) => unread(explained(world, failure, Method::Get).await),
            });
        }
        Ok(_) => {}
    }
    match settle_held(world, subject).await? {
        Settled::Renewed(token) => Some(Outcome::RenewedElsewhere(token)),
        // Where reading is not to be had, no look will ever tell: the click counts.
        Settled::Unknown(failure) if !failure.may_pass() => None,
        Settled::Unknown(failure) => Some(Outcome::Unknown(failure)),
        Settled::NotRenewed(_) | Settled::Incomparable(_) | Settled::Finished => None,
    }
}

/// After a success: reads the new token, which an old one in hand must not be.
async fn read_back<W: World>(world: &W, order: &Order) -> Outcome {
    match look(world, order, LOOKS).await {
        Ok((token, true)) => Outcome::Renewed(token),
        Ok((_, false)) => Outcome::NotRenewed(Failure::Unchanged),
        Err(failure) => unread(explained(world, failure, Method::Get).await),
    }
}

/// Renewed, and the new token was not read.
fn unread(failure: Failure) -> Outcome {
    match failure {
        Failure::NoBrowse => Outcome::RenewedUnreadable,
        failure => Outcome::RenewedUnread(failure),
    }
}

/// After anything but a success: the token tells whether the server acted. A
/// refusal that meets another token was somebody else's renewal, or a gateway's
/// word about what the server behind it had done.
async fn compare<W: World>(world: &W, order: &Order, failure: Failure) -> Outcome {
    let doubt = failure.leaves_doubt();
    match look(world, order, if doubt { LOOKS } else { 1 }).await {
        Ok((token, true)) if order.seen.is_some() && doubt => Outcome::Renewed(token),
        Ok((token, true)) if order.seen.is_some() => Outcome::RenewedElsewhere(token),
        Err(_) | Ok((_, true)) if doubt => Outcome::Unknown(failure),
        _ => Outcome::NotRenewed(explained(world, failure, Method::Post).await),
    }
}

/// Looks at the token until it is another than the one the person saw, so many
/// times; and tells whether it is. A look that met a page just being replaced,
/// or a broken connection, is one of them.
async fn look<W: World>(
    world: &W,
    order: &Order,
    mut looks: u32,
) -> Result<(BadgeToken, bool), Failure> {
    loop {
        looks -= 1;
        match read_badge_token(world, &order.subject.project).await {
            Ok(token) => {
                let changed = order.seen.as_ref() != Some(&token);
                if changed || looks == 0 {
                    return Ok((token, changed));
                }
            }
            Err(Failure::Lost {
                loss: Loss::Navigated | Loss::Connection,
                ..
            }) if looks > 0 => {}
            Err(failure) => return Err(failure),
        }
        world.pause(PAUSE).await;
    }
}

/// Brings ledger and journal up to what is known.
async fn record<W: World>(world: &W, subject: &Subject, salt: Salt, outcome: &Outcome) {
    let token = match outcome {
        Outcome::Renewed(token) => Some(Fingerprint::of(token, salt)),
        Outcome::RenewedUnreadable | Outcome::RenewedUnread(_) => None,
        // The request may act late: the next page looks again.
        Outcome::Unknown(_) => return,
        Outcome::NotRenewed(failure) if failure.lingers() => return,
        Outcome::NotRenewed(_) | Outcome::RenewedElsewhere(_) => {
            return Intent::close(world, subject).await;
        }
    };
    Record::renewed(world, subject, token, world.now()).await;
    Intent::close(world, subject).await;
}
