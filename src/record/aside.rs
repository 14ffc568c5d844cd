//! Records that cannot be read: set aside under another name, as they are, so
//! that nothing is lost and nothing is written over them.

use serde::de::{DeserializeOwned, IgnoredAny};

use crate::renewal::{Moment, Store, StoreRefused, Subject, World};

const BEGINNING: &str = "aside ";

/// A record that was set aside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// When.
    pub at: Moment,
    /// The name it had.
    pub name: String,
}

impl Aside {
    /// The name it is kept under: `aside AT NAME`, `AT` in milliseconds with 15
    /// digits, so that a second one of the same name leaves the first alone.
    #[must_use]
    pub fn kept_as(&self) -> String {
        format!("{BEGINNING}{:015} {}", self.at.0.max(0), self.name)
    }

    fn of(kept_as: &str) -> Option<Self> {
        let (at, name) = kept_as.strip_prefix(BEGINNING)?.split_once(' ')?;
        Some(Self {
            at: Moment(at.parse().ok()?),
            name: name.to_owned(),
        })
    }
}

/// Parts what can be read from the names of what cannot.
#[must_use]
pub fn unreadable<T>(records: Vec<(String, Option<T>)>) -> (Vec<(String, T)>, Vec<String>) {
    let mut readable = Vec::with_capacity(records.len());
    let mut names = Vec::new();
    for (name, record) in records {
        match record {
            Some(record) => readable.push((name, record)),
            None => names.push(name),
        }
    }
    (readable, names)
}

/// Sets records aside, their values as they are. Nobody else may write records of
/// these names meanwhile.
///
/// # Errors
/// [`StoreRefused`] at the first that could not be moved: it and the ones
/// after it stay where they are.
pub async fn set_aside<S: Store>(
    store: &S,
    names: &[String],
    now: Moment,
) -> Result<(), StoreRefused> {
    for name in names {
        let aside = Aside {
            at: now,
            name: name.clone(),
        };
        store.rename(name, &aside.kept_as()).await?;
    }
    Ok(())
}

/// The same for records that could not be read as `T` a moment ago, each under its
/// lock: one that was written anew since then stays. What a renewal tells the ledger
/// in between is what keeps a second one from being sent.
///
/// # Errors
/// As for [`set_aside`].
pub async fn set_aside_still<T: DeserializeOwned, W: World>(
    world: &W,
    names: &[String],
    now: Moment,
) -> Result<(), StoreRefused> {
    for name in names {
        let _held = world.lock(&Subject::lock_of(name)).await;
        if world.get::<T>(name).await?.is_none() {
            set_aside(world, std::slice::from_ref(name), now).await?;
        }
    }
    Ok(())
}

/// What was ever set aside, the oldest first.
///
/// # Errors
/// [`StoreRefused`] where it could not be looked up.
pub async fn read_aside<S: Store>(store: &S) -> Result<Vec<Aside>, StoreRefused> {
    let records = store.all::<IgnoredAny>(BEGINNING).await?;
    let names = records.iter().filter_map(|(name, _)| Aside::of(name));
    let mut aside: Vec<_> = names.collect();
    aside.sort();
    Ok(aside)
}
