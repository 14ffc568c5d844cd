//! The extension's own storage on this computer.

use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use super::dom::window;
use super::lock::exclusively;
use super::session::Session;
use crate::renewal::{Store, StoreRefused};
use crate::token::Salt;

const SALT: &str = "salt";

async fn get<T: DeserializeOwned>(name: &str) -> Option<T> {
    let records = JsFuture::from(chrome::storage_get(name).ok()?).await.ok()?;
    let record = js_sys::Reflect::get(&records, &name.into()).ok()?;
    serde_wasm_bindgen::from_value(record).ok()
}

async fn put<T: Serialize>(name: &str, record: &T) -> Result<(), StoreRefused> {
    let refused = |_: JsValue| StoreRefused;
    let record = serde_wasm_bindgen::to_value(record).map_err(|_| StoreRefused)?;
    let written = chrome::storage_set(&object(name, &record)).map_err(refused)?;
    JsFuture::from(written).await.map_err(refused)?;
    Ok(())
}

/// The salt that is there, or a new one that could be kept.
async fn salt() -> Option<Salt> {
    if let Some(salt) = get(SALT).await {
        return Some(salt);
    }
    let mut bytes = [0; 16];
    window()
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    let salt = Salt::new(bytes);
    put(SALT, &salt).await.ok()?;
    Some(salt)
}

impl Store for Session {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        get(name).await
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        put(name, record).await
    }

    async fn remove(&self, name: &str) {
        if let Ok(removed) = chrome::storage_remove(name) {
            let _ = JsFuture::from(removed).await;
        }
    }

    async fn salt(&self) -> Option<Salt> {
        // Two windows must not make one each.
        exclusively(SALT, salt()).await?
    }
}
