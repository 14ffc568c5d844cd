//! What the storage knows of an owner.

use rebadge::access::{Remembered, recall as recall_token};
use rebadge::badge::Choice;
use rebadge::browser::records::Snapshot;
use rebadge::browser::{Access, is_locked, managed, now};
use rebadge::dashboard::Memory;
use rebadge::page::ProjectKey;
use rebadge::record::{
    self, Book, ImportError, Imported, Unopened, prune, read_all, read_aside, set_aside,
    set_aside_still, unreadable,
};
use rebadge::renewal::{Record, Store, StoreRefused, Subject};
use rebadge::rotation::{Owner, Policy, Records, Roster, RunTrouble, open_run};
use rebadge::settings::Settings;

/// Reads the record, and sets aside what of it cannot be read; tells how many
/// records lie aside.
///
/// # Errors
/// [`StoreRefused`] where the storage refused.
pub async fn record(session: &Access) -> Result<(Book, usize), StoreRefused> {
    let mut book = read_all(session).await?;
    set_aside(session, &book.unreadable, now()).await?;
    let settings: Settings = session.get(Settings::NAME).await?.unwrap_or_default();
    prune(session, &mut book, settings.keep_days.into(), now()).await;
    Ok((book, read_aside(session).await?.len()))
}

/// Sets aside what cannot be read; tells how many records lie aside.
///
/// # Errors
/// [`StoreRefused`] where the storage refused.
pub async fn check_store(session: &Access) -> Result<usize, StoreRefused> {
    let stored = Snapshot::take().await?;
    let ledger = unreadable(stored.all::<Record>(Records::LEDGER)).1;
    set_aside_still::<Record, _>(session, &ledger, now()).await?;
    let rosters = unreadable(stored.all::<Roster>(Records::ROSTER)).1;
    set_aside_still::<Roster, _>(session, &rosters, now()).await?;
    let policies = unreadable(stored.all::<Policy>(Records::POLICY)).1;
    set_aside_still::<Policy, _>(session, &policies, now()).await?;
    Ok(read_aside(session).await?.len())
}

/// Takes in a record that was exported.
///
/// # Errors
/// Why nothing of it was taken.
pub async fn import(session: &Access, text: &str) -> Result<Imported, ImportError> {
    // It reads the record itself; what is shown is read anew afterwards.
    record::import(session, &mut Book::default(), text).await
}

/// Looks everything up.
///
/// # Errors
/// Why the storage cannot be used.
pub async fn recall(session: &Access, owner: &Owner) -> Result<Memory, Unopened> {
    record::open(session, now()).await?;
    let beginning = Subject::ledgers(&owner.instance);
    let ledger = session.all::<Record>(&beginning).await?.into_iter();
    let ledger = ledger.filter_map(|(name, record)| {
        let project = ProjectKey::parse(name.strip_prefix(&beginning)?).ok()?;
        Some((project, record?))
    });
    let run = open_run(session, owner).await;
    if run == Err(RunTrouble::Refused) {
        return Err(StoreRefused.into());
    }
    let company = managed().await;
    Ok(Memory {
        ledger: ledger.collect(),
        roster: session.get::<Roster>(&owner.roster()).await?,
        policy: session.get::<Policy>(&owner.policy()).await?,
        managed: company.part(),
        rules: company.part(),
        remembered_token: !matches!(
            recall_token(session, &owner.instance).await?,
            Remembered::Nothing
        ),
        settings: session
            .get::<Settings>(Settings::NAME)
            .await?
            .unwrap_or_default(),
        choice: session
            .get(&Choice::kept_as(&owner.instance))
            .await?
            .unwrap_or_default(),
        run: run.clone().unwrap_or_default(),
        run_is_elsewhere: is_locked(&owner.rotation()).await,
        unreadable_run: run == Err(RunTrouble::Unreadable),
    })
}
