//! A run that is not over is kept, so that it can go on after the page was
//! closed. Whoever does any of this holds the lock `rotation BASE_URL ORGANIZATION`.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Ended, RunContext};
use super::{Owner, RunOrder};
use crate::record::{Ending, Entry};
use crate::renewal::{Clock, Intent, Record, Store, StoreRefused, Subject};
use crate::settings::Kept;

/// Why a run can be neither begun nor taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RunTrouble {
    /// The store refused.
    #[error("the store refused")]
    Refused,
    /// One is kept that this version cannot read.
    #[error("an unreadable run is kept")]
    Unreadable,
    /// Another one is not over.
    #[error("another run is not over")]
    Open,
}

impl From<StoreRefused> for RunTrouble {
    fn from(_: StoreRefused) -> Self {
        Self::Refused
    }
}

/// Keeps a run that begins.
///
/// # Errors
/// Any [`RunTrouble`]; nothing may be sent then.
pub async fn begin_run<S: Store>(
    store: &S,
    owner: &Owner,
    order: &RunOrder,
) -> Result<(), RunTrouble> {
    if kept(store, owner).await?.is_some() {
        return Err(RunTrouble::Open);
    }
    Ok(store.put(&owner.rotation(), order).await?)
}

/// The run of an owner that is not over, with what the record has of it, the
/// oldest entry first.
///
/// # Errors
/// [`RunTrouble::Refused`] or [`RunTrouble::Unreadable`].
pub async fn open_run<S: Store>(
    store: &S,
    owner: &Owner,
) -> Result<Option<(RunOrder, Vec<Entry>)>, RunTrouble> {
    let Some(order) = kept(store, owner).await? else {
        return Ok(None);
    };
    let gate = super::Gate::default();
    let context = RunContext {
        owner,
        begun: order.begun,
        login: None,
        gate: &gate,
    };
    let entries = entries(store, &context).await?;
    Ok(Some((order, entries)))
}

/// Ends a run, finished or not. What it did and could not write into the record
/// any more, since it was broken off or stopped, is written now; nothing is sent.
///
/// # Errors
/// [`StoreRefused`]: then the run is still kept.
pub async fn close_run<W: Store + Clock>(
    world: &W,
    context: &RunContext<'_>,
    order: &RunOrder,
) -> Result<(), StoreRefused> {
    let instance = &context.owner.instance;
    let entries = entries(world, context).await?;
    let told: BTreeSet<_> = entries.iter().map(|entry| entry.project.as_str()).collect();
    let ledger: BTreeMap<String, Option<Record>> = world
        .all(&Subject::ledgers(instance))
        .await?
        .into_iter()
        .collect();
    let intents: BTreeMap<String, Option<Intent>> = world
        .all(&Subject::intents(instance))
        .await?
        .into_iter()
        .collect();
    for project in &order.projects {
        if told.contains(project.as_str()) {
            continue;
        }
        let subject = context.subject(project);
        let record = ledger.get(&subject.ledger()).copied().flatten();
        let attempt = record.and_then(|record| record.attempt_of(context.begun));
        let intent = intents.get(&subject.intent()).copied().flatten();
        let intent = intent.filter(|intent| intent.run == Some(context.begun));
        let (renewed, before) = match (attempt, intent) {
            (Some(attempt), _) => (attempt.renewed, attempt.before),
            (None, Some(intent)) => (intent.accepted, intent.before()),
            (None, None) => continue,
        };
        let ended = Ended {
            at: world.now(),
            ending: if renewed {
                Ending::Renewed
            } else {
                Ending::Unknown
            },
            reason: None,
            before,
            after: record
                .filter(|_| renewed && attempt.is_some())
                .and_then(|record| record.token),
        };
        context.write(world, project, ended).await?;
    }
    world.remove(&context.owner.rotation()).await;
    Ok(())
}

/// Forgets a run that cannot be read. What it renewed stays in the ledger.
pub async fn forget_run<S: Store>(store: &S, owner: &Owner) {
    store.remove(&owner.rotation()).await;
}

async fn kept<S: Store>(store: &S, owner: &Owner) -> Result<Option<RunOrder>, RunTrouble> {
    // One of another shape must not count as none.
    let kept: Option<Option<Kept<RunOrder>>> = store.get(&owner.rotation()).await?;
    match kept.flatten() {
        None => Ok(None),
        Some(Kept::Good(order)) if order.is_readable() => Ok(Some(order)),
        Some(_) => Err(RunTrouble::Unreadable),
    }
}

async fn entries<S: Store>(
    store: &S,
    context: &RunContext<'_>,
) -> Result<Vec<Entry>, StoreRefused> {
    let all = store.all::<Entry>(Entry::BEGINNING).await?;
    let mut ours: Vec<_> = all
        .into_iter()
        .filter_map(|(_, entry)| entry)
        .filter(|entry| context.owns(entry))
        .collect();
    ours.sort_by_key(|entry| entry.at);
    Ok(ours)
}
