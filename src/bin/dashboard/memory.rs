//! What the storage knows of an owner.

use rebadge::browser::Session;
use rebadge::dashboard::Memory;
use rebadge::page::ProjectKey;
use rebadge::renewal::{Record, Store, StoreRefused};
use rebadge::rotation::{Managed, Owner, Policy, Roster, RunTrouble, open_run};
use rebadge::settings::Settings;

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
