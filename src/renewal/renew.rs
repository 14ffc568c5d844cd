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
    match Record::of(world, subject).await {
        Ok(known) => send(world, subject, old, known, None).await,
        Err(_) => Outcome::NotRenewed(Failure::Storage),
    }
}

/// Sends the request, for who holds the lock and has made sure that no renewal
/// is open; for a rotation run, told by when it was begun, or for a click.
/// `known` is what the ledger has of the project.
pub(crate) async fn send<W: World>(
    world: &W,
    subject: &Subject,
    old: Option<Fingerprint>,
    known: Option<Record>,
    run: Option<Moment>,
) -> Outcome {
    let Ok(salt) = world.salt().await else {
        return Outcome::NotRenewed(Failure::Storage);
    };
    let intent = Intent {
        old,
        known: known.and_then(|record| record.token),
        at: world.now(),
        run,
        accepted: false,
    };
    if intent.write(world, subject).await.is_err() {
        return Outcome::NotRenewed(Failure::Storage);
    }
    let mut sent = Sent {
        world,
        subject,
        salt,
        intent,
    };
    let outcome = match ask(world, &RenewBadgeToken(subject.project.clone())).await {
        Ok(()) => {
            sent.accept().await;
            sent.read_back().await
        }
        Err(failure) => sent.compare(failure).await,
    };
    sent.record(&outcome).await;
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

/// Renewed, and the new token was not read.
fn unread(failure: Failure) -> Outcome {
    match failure {
        Failure::NoBrowse => Outcome::RenewedUnreadable,
        failure => Outcome::RenewedUnread(failure),
    }
}

/// A request that was sent.
struct Sent<'a, W> {
    world: &'a W,
    subject: &'a Subject,
    salt: Salt,
    intent: Intent,
}

impl<W: World> Sent<'_, W> {
    /// Right after a success. A run that is broken off before it has read the
    /// new token could not tell that it was its own doing.
    async fn accept(&mut self) {
        self.intent.accepted = true;
        if self.intent.run.is_some() {
            let _ = self.intent.write(self.world, self.subject).await;
        }
    }

    /// After a success: reads the new token, which one known before must not be.
    async fn read_back(&self) -> Outcome {
        match self.look(LOOKS).await {
            Ok((token, true)) => Outcome::Renewed(token),
            Ok((_, false)) => Outcome::NotRenewed(Failure::Unchanged),
            Err(failure) => unread(explained(self.world, failure, Method::Get).await),
        }
    }

    /// After anything but a success: the token tells whether the server acted. A
    /// refusal that meets another token was somebody else's renewal, or a gateway's
    /// word about what the server behind it had done; it says nothing to who has
    /// not seen the token before, so nobody looks then.
    async fn compare(&self, failure: Failure) -> Outcome {
        let doubt = failure.leaves_doubt();
        let seen = self.intent.old.is_some();
        let found = match (doubt, seen) {
            (true, _) => self.look(LOOKS).await,
            (false, true) => self.look(1).await,
            (false, false) => Err(failure),
        };
        match found {
            Ok((token, true)) if seen && doubt => Outcome::Renewed(token),
            Ok((token, true)) if seen => Outcome::RenewedElsewhere(token),
            Err(_) | Ok((_, true)) if doubt => Outcome::Unknown(failure),
            _ => Outcome::NotRenewed(explained(self.world, failure, Method::Post).await),
        }
    }

    /// Looks at the token until it is another than the one known before, so many
    /// times; and tells whether it is. A look that met a page just being replaced,
    /// or a broken connection, is one of them.
    async fn look(&self, mut looks: u32) -> Result<(BadgeToken, bool), Failure> {
        loop {
            looks -= 1;
            match read_badge_token(self.world, &self.subject.project).await {
                Ok(token) => {
                    let changed = self.intent.before() != Some(Fingerprint::of(&token, self.salt));
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
            self.world.pause(PAUSE).await;
        }
    }

    /// Brings ledger and journal up to what is known.
    async fn record(&self, outcome: &Outcome) {
        let token = match outcome {
            Outcome::Renewed(token) => Some(Fingerprint::of(token, self.salt)),
            Outcome::RenewedUnreadable | Outcome::RenewedUnread(_) => None,
            // The request may act late: the next page looks again.
            Outcome::Unknown(_) => return,
            Outcome::NotRenewed(failure) if failure.lingers() => return,
            Outcome::NotRenewed(_) | Outcome::RenewedElsewhere(_) => {
                return Intent::close(self.world, self.subject).await;
            }
        };
        let attempt = self.intent.attempt(true);
        let now = self.world.now();
        let kept = Record::renewed(self.world, self.subject, token, now, attempt).await;
        // A run has nothing else to go by than the one or the other.
        if kept.is_ok() || self.intent.run.is_none() {
            Intent::close(self.world, self.subject).await;
        }
    }
}
