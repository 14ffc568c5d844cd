//! The access token that an instance's person asked to have remembered.

use super::Sealed;
use crate::page::Instance;
use crate::renewal::{Store, StoreRefused};
use crate::settings::Kept;

/// What is remembered for an instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remembered {
    /// Nothing.
    Nothing,
    /// A token that a passphrase opens.
    Sealed(Sealed),
    /// Something that is no sealed token. It is kept until the person has it
    /// forgotten, or remembers another one.
    Corrupt,
}

/// What is remembered for an instance.
///
/// # Errors
/// [`StoreRefused`] where it could not be looked up.
pub async fn recall<S: Store>(store: &S, instance: &Instance) -> Result<Remembered, StoreRefused> {
    // One of another shape must not count as none.
    let kept: Option<Option<Kept<Sealed>>> = store.get(&name(instance)).await?;
    Ok(match kept.flatten() {
        None => Remembered::Nothing,
        Some(Kept::Good(sealed)) => Remembered::Sealed(sealed),
        Some(Kept::Bad(_)) => Remembered::Corrupt,
    })
}

/// Remembers a sealed token, in the place of what was remembered before.
///
/// # Errors
/// [`StoreRefused`] where it was not written; what was there before, still is.
pub async fn remember<S: Store>(
    store: &S,
    instance: &Instance,
    sealed: &Sealed,
) -> Result<(), StoreRefused> {
    store.put(&name(instance), sealed).await
}

/// Forgets what is remembered for an instance.
pub async fn forget<S: Store>(store: &S, instance: &Instance) {
    store.remove(&name(instance)).await;
}

fn name(instance: &Instance) -> String {
    format!("access {}", instance.base_url())
}
