//! A request for a renewal that is on its way, and what comes of it.

use super::{Intent, Moment, Outcome, Record, StoreRefused, Subject, World};
use crate::sonar::{Failure, Loss, Method, RenewBadgeToken, ask, explained, read_badge_token};
use crate::token::{BadgeToken, Fingerprint, Salt};

/// How often a token is looked at that ought to have changed, or may yet, and
/// the milliseconds in between.
const LOOKS: u32 = 3;
const PAUSE: u32 = 400;

/// What came of a request for a renewal.
pub(crate) struct Answered {
    /// When the renewal was begun: its intent is named by that.
    pub(crate) at: Moment,
    pub(crate) outcome: Outcome,
    /// Whether its intent is to be closed now, once the end is written down.
    pub(crate) is_over: bool,
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
) -> Answered {
    let at = world.now();
    let intent = Intent {
        old,
        known: known.and_then(|record| record.token),
        at,
        run,
        accepted: false,
    };
    let Ok(mut sent) = Sent::begin(world, subject, intent).await else {
        return Answered {
            at,
            outcome: Outcome::NotRenewed(Failure::Storage),
            is_over: false,
        };
    };
    let outcome = match ask(world, &RenewBadgeToken(subject.project.clone())).await {
        Ok(()) => {
            sent.accept().await;
            sent.read_back().await
        }
        Err(failure) => sent.compare(failure).await,
    };
    let is_over = sent.record(&outcome).await;
    Answered {
        at,
        outcome,
        is_over,
    }
}

/// Renewed, and the new token was not read.
pub(super) fn unread(failure: Failure) -> Outcome {
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

impl<'a, W: World> Sent<'a, W> {
    /// Right before it is sent.
    ///
    /// # Errors
    /// [`StoreRefused`]: nothing may be sent then.
    async fn begin(
        world: &'a W,
        subject: &'a Subject,
        intent: Intent,
    ) -> Result<Self, StoreRefused> {
        let salt = world.salt().await?;
        intent.write(world, subject).await?;
        Ok(Self {
            world,
            subject,
            salt,
            intent,
        })
    }

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

    /// Brings the ledger up to what is known; tells whether the renewal is over.
    async fn record(&self, outcome: &Outcome) -> bool {
        let token = match outcome {
            Outcome::Renewed(token) => Some(Fingerprint::of(token, self.salt)),
            Outcome::RenewedUnreadable | Outcome::RenewedUnread(_) => None,
            // The request may act late: the next page looks again.
            Outcome::Unknown(_) => return false,
            Outcome::NotRenewed(failure) if failure.lingers() => return false,
            Outcome::NotRenewed(_) | Outcome::RenewedElsewhere(_) => return true,
        };
        let attempt = self.intent.attempt(true);
        let now = self.world.now();
        let kept = Record::renewed(self.world, self.subject, token, now, attempt).await;
        // A run has nothing else to go by than the one or the other.
        kept.is_ok() || self.intent.run.is_none()
    }
}
