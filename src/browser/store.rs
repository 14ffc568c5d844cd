//! The extension's own storage on this computer.

use serde::{Serialize, de::DeserializeOwned};

use super::dom::window;
use super::here::Here;
use super::records::{Snapshot, get, put, remove, rename};
use crate::renewal::{Locks, Store, StoreRefused};
use crate::token::Salt;

const SALT: &str = "salt";

/// The salt that is there, or a new one that could be kept.
async fn salt() -> Result<Salt, StoreRefused> {
    if let Some(salt) = get(SALT).await? {
        return Ok(salt);
    }
    let mut bytes = [0; 16];
    let crypto = window().crypto().map_err(|_| StoreRefused)?;
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| StoreRefused)?;
    let salt = Salt::new(bytes);
    put(SALT, &salt).await?;
    Ok(salt)
}

impl<H: Here> Store for H {
    // Handed on as they are: waiting here once more would cost code for every type.

    fn get<T: DeserializeOwned>(
        &self,
        name: &str,
    ) -> impl Future<Output = Result<Option<T>, StoreRefused>> {
        get(name)
    }

    fn put<T: Serialize>(
        &self,
        name: &str,
        record: &T,
    ) -> impl Future<Output = Result<(), StoreRefused>> {
        put(name, record)
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        Ok(Snapshot::take().await?.all(beginning))
    }

    async fn remove(&self, name: &str) {
        let _ = remove(name).await;
    }

    fn rename(&self, from: &str, to: &str) -> impl Future<Output = Result<(), StoreRefused>> {
        rename(from, to)
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        if let Some(salt) = get(SALT).await? {
            return Ok(salt);
        }
        // Two windows must not make one each.
        let _held = self.lock(SALT).await;
        salt().await
    }
}
