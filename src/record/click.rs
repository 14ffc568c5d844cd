//! A renewal by a click of its own, outside of any run.

use super::reason::reason;
use super::{Ending, Entry, write};
use crate::page::OrganizationKey;
use crate::renewal::{Order, Outcome, Settled, Subject, World, is_of_run, settle};
use crate::sonar::{Failure, ReadCurrentUser, ask};
use crate::token::{BadgeToken, Fingerprint, Salt};

/// Writes down what came of a click. A store that refuses costs the entry, never
/// the renewal.
pub async fn note_click<W: World>(
    world: &W,
    order: &Order,
    organization: Option<&OrganizationKey>,
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
    let mut entry = Entry::about(&order.subject, organization, world.now(), ending);
    entry.reason = failure.map(reason);
    if let Ok(salt) = world.salt().await {
        let print = |token: &BadgeToken| Fingerprint::of(token, salt);
        entry.before = order.seen.as_ref().map(print);
        entry.after = token.map(print);
    }
    write(world, &entry).await.ok()?;
    Some(entry)
}

/// Finds out what became of a renewal that is open, and writes it down where that
/// is known now. A run's it leaves to the run, which goes on or is given up, and
/// writes down itself what it did.
pub async fn settle_noted<W: World>(
    world: &W,
    subject: &Subject,
    organization: Option<&OrganizationKey>,
) -> (Settled, Option<Entry>) {
    let by_run = is_of_run(world, subject).await;
    let settled = settle(world, subject).await;
    let entry = match by_run {
        true => None,
        false => note_settled(world, subject, organization, &settled).await,
    };
    (settled, entry)
}

async fn note_settled<W: World>(
    world: &W,
    subject: &Subject,
    organization: Option<&OrganizationKey>,
    settled: &Settled,
) -> Option<Entry> {
    let (ending, token) = match settled {
        Settled::Renewed(token) => (Ending::Renewed, token),
        Settled::NotRenewed(token) => (Ending::NotRenewed, token),
        Settled::Incomparable(token) => (Ending::Unknown, token),
        // Whoever was at it writes it down, or nothing is known yet.
        Settled::Finished | Settled::Unknown(_) => return None,
    };
    let mut entry = Entry::about(subject, organization, world.now(), ending);
    let salt: Option<Salt> = world.salt().await.ok();
    entry.after = salt.map(|salt| Fingerprint::of(token, salt));
    write(world, &entry).await.ok()?;
    Some(entry)
}

/// Asks who is signed in, and adds that to an entry that is written down.
pub async fn add_login<W: World>(world: &W, mut entry: Entry) {
    if let Ok(Some(login)) = ask(world, &ReadCurrentUser).await {
        entry.login = Some(login);
        let _ = write(world, &entry).await;
    }
}
