//! The extension's own storage on this computer.

use js_sys::{Array, Object};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use super::dom::window;
use super::here::Here;
use crate::renewal::{Locks, Store, StoreRefused};
use crate::token::Salt;

const SALT: &str = "salt";

async fn get<T: DeserializeOwned>(name: &str) -> Result<Option<T>, StoreRefused> {
    let read = chrome::storage_get(name).map_err(refused)?;
    let records = JsFuture::from(read).await.map_err(refused)?;
    let record = js_sys::Reflect::get(&records, &name.into()).map_err(refused)?;
    Ok(serde_wasm_bindgen::from_value(record).ok())
}

async fn all<T: DeserializeOwned>(
    beginning: &str,
) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
    let read = chrome::storage_get_all().map_err(refused)?;
    let records: Object = JsFuture::from(read)
        .await
        .map_err(refused)?
        .unchecked_into();
    let entries = Object::entries(&records);
    let wanted = entries.iter().filter_map(|entry| {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string()?;
        name.starts_with(beginning)
            .then(|| (name, serde_wasm_bindgen::from_value(entry.get(1)).ok()))
    });
    Ok(wanted.collect())
}

async fn put<T: Serialize>(name: &str, record: &T) -> Result<(), StoreRefused> {
    let record = serde_wasm_bindgen::to_value(record).map_err(|_| StoreRefused)?;
    let written = chrome::storage_set(&object(name, &record)).map_err(refused)?;
    JsFuture::from(written).await.map_err(refused)?;
    Ok(())
}

fn refused(_: JsValue) -> StoreRefused {
    StoreRefused
}

/// The salt that is there, or a new one that could be kept.
async fn salt() -> Result<Salt, StoreRefused> {
    if let Some(salt) = get(SALT).await? {
        return Ok(salt);
    }
    let mut bytes = [0; 16];
    let crypto = window().crypto().map_err(refused)?;
    crypto
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(refused)?;
    let salt = Salt::new(bytes);
    put(SALT, &salt).await?;
    Ok(salt)
}

impl<H: Here> Store for H {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        get(name).await
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        put(name, record).await
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        all(beginning).await
    }

    async fn remove(&self, name: &str) {
        if let Ok(removed) = chrome::storage_remove(name) {
            let _ = JsFuture::from(removed).await;
        }
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        // Two windows must not make one each.
        let _held = self.lock(SALT).await;
        salt().await
    }
}
