//! A renewal by a click of its own, outside of any run.

use serde::de::IgnoredAny;

use super::reason::reason;
use super::{Ending, Entry, write};
use crate::page::OrganizationKey;
use crate::renewal::{End, Intent, Moment, Order, Outcome, Settled, Subject, World, renew, settle};
use crate::sonar::{Failure, ReadCurrentUser, ask};
use crate::token::{BadgeToken, Fingerprint};

/// Renews a token, and writes down what came of it before that counts as over. A
/// store that refuses costs the entry, never the renewal. The organization is
/// asked for at the end, when more of it may be known. The entry is that of this
/// renewal; one that was found open gets its own.
pub async fn renew_noted<W: World>(
    world: &W,
    order: &Order,
    organization: impl Fn() -> Option<OrganizationKey>,
) -> (Outcome, Option<Entry>) {
    let mut entry = None;
    let note = async |end: End<'_>| {
        let organization = organization();
        match end {
            End::Click(at, outcome) => {
                entry = note_click(world, order, organization, at, outcome).await;
            }
            End::Found(intent, settled) => {
                let organization = organization.as_ref();
                note_settled(world, &order.subject, organization, intent, settled).await;
            }
        }
    };
    let outcome = renew(world, order, note).await;
    (outcome, entry)
}

async fn note_click<W: World>(
    world: &W,
    order: &Order,
    organization: Option<OrganizationKey>,
    at: Moment,
    outcome: &Outcome,
) -> Option<Entry> {
    let (ending, token, failure) = match outcome {
        Outcome::Renewed(token) => (Ending::Renewed, Some(token), None),
        Outcome::RenewedUnreadable => (Ending::Renewed, None, Some(Failure::NoBrowse)),
        Outcome::RenewedUnread(failure) => (Ending::Renewed, None, Some(*failure)),
        Outcome::RenewedElsewhere(token) => (Ending::RenewedElsewhere, Some(token), None),
        Outcome::NotRenewed(failure) => (Ending::NotRenewed, None, Some(*failure)),
        Outcome::Unknown(failure) => (Ending::Unknown, None, Some(*failure)),
    };
    let mut entry = Entry::about(&order.subject, organization.as_ref(), at, ending);
    entry.reason = failure.map(reason);
    write_down(world, entry, order.seen.as_ref(), token).await
}

/// Writes an entry with the fingerprints of the tokens before and after.
async fn write_down<W: World>(
    world: &W,
    mut entry: Entry,
    before: Option<&BadgeToken>,
    after: Option<&BadgeToken>,
) -> Option<Entry> {
    if let Ok(salt) = world.salt().await {
        let print = |token: &BadgeToken| Fingerprint::of(token, salt);
        entry.before = before.map(print).or(entry.before);
        entry.after = after.map(print);
    }
    write(world, &entry).await.ok()?;
    Some(entry)
}

/// Finds out what became of a renewal that is open, and writes it down where that
/// is known now.
pub async fn settle_noted<W: World>(
    world: &W,
    subject: &Subject,
    organization: Option<&OrganizationKey>,
) -> (Settled, Option<Entry>) {
    let mut entry = None;
    let note = async |intent: &Intent, settled: &Settled| {
        entry = note_settled(world, subject, organization, intent, settled).await;
    };
    let settled = settle(world, subject, note).await;
    (settled, entry)
}

/// Writes down what became of a click's renewal, unless that was done by the page
/// that was closed then. A run's it leaves to the run, which goes on or is given
/// up, and writes down itself what it did.
pub(crate) async fn note_settled<W: World>(
    world: &W,
    subject: &Subject,
    organization: Option<&OrganizationKey>,
    intent: &Intent,
    settled: &Settled,
) -> Option<Entry> {
    if intent.run.is_some() {
        return None;
    }
    let (ending, token) = match settled {
        Settled::Renewed(token) => (Ending::Renewed, token),
        Settled::NotRenewed(token) => (Ending::NotRenewed, token),
        Settled::Incomparable(token) => (Ending::Unknown, token),
        // Whoever was at it writes it down, or nothing is known yet.
        Settled::Finished | Settled::Unknown(_) => return None,
    };
    let mut entry = Entry::about(subject, organization, intent.at, ending);
    if let Ok(Some(IgnoredAny)) = world.get(&entry.name()).await {
        return None;
    }
    entry.before = intent.before();
    write_down(world, entry, None, Some(token)).await
}

/// Asks who is signed in, and adds that to an entry that is written down.
pub async fn add_login<W: World>(world: &W, mut entry: Entry) {
    if let Ok(Some(login)) = ask(world, &ReadCurrentUser).await {
        entry.login = Some(login);
        let _ = write(world, &entry).await;
    }
}
