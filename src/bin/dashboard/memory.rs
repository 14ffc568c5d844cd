//! What the storage knows of an owner.

use rebadge::browser::{Session, now};
use rebadge::dashboard::Memory;
use rebadge::page::ProjectKey;
use rebadge::record::{self, Book, ImportError, Imported, prune, read_all, read_aside, set_aside};
use rebadge::renewal::{Record, Store, StoreRefused};
use rebadge::rotation::{Managed, Owner, Policy, Roster, RunTrouble, open_run};
use rebadge::settings::Settings;

/// Reads the record, and sets aside what of it cannot be read; tells how many
/// records lie aside.
///
/// # Errors
/// [`StoreRefused`] where the storage refused.
pub async fn record(session: &Session) -> Result<(Book, usize), StoreRefused> {
    let mut book = read_all(session).await?;
    set_aside(session, &book.unreadable, now()).await?;
    let settings: Settings = session.get(Settings::NAME).await?.unwrap_or_default();
    prune(session, &mut book, settings.keep_days.into(), now()).await;
    Ok((book, read_aside(session).await?.len()))
}

/// Takes in a record that was exported.
///
/// # Errors
/// Why nothing of it was taken.
pub async fn import(session: &Session, text: &str) -> Result<Imported, ImportError> {
    let mut book = read_all(session).await?;
    record::import(session, &mut book, text).await
}

/// Looks everything up.
///
/// # Errors
/// [`StoreRefused`] where the storage could not be read.
pub async fn recall(
    session: &Session,
    owner: &Owner,
    managed: Managed,
) -> Result<Memory, StoreRefused> {
    let base = owner.instance.base_url();
    let beginning = format!("ledger {base} ");
    let ledger = session.all::<Record>(&beginning).await?.into_iter();
    let ledger = ledger.filter_map(|(name, record)| {
        let project = ProjectKey::parse(name.strip_prefix(&beginning)?).ok()?;
        Some((project, record?))
    });
    let run = open_run(session, owner).await;
    if run == Err(RunTrouble::Refused) {
        return Err(StoreRefused);
    }
    Ok(Memory {
        ledger: ledger.collect(),
        roster: session.get::<Roster>(&owner.name("roster")).await?,
        policy: session.get::<Policy>(&owner.name("policy")).await?,
        managed,
        settings: session
            .get::<Settings>(Settings::NAME)
            .await?
            .unwrap_or_default(),
        choice: session
            .get(&format!("choice {base}"))
            .await?
            .unwrap_or_default(),
        run: run.clone().unwrap_or_default(),
        unreadable_run: run == Err(RunTrouble::Unreadable),
    })
}
