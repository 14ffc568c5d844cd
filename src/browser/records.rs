//! The records of this computer without any tab: for programs that work by
//! themselves.

use js_sys::{Array, Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use crate::renewal::StoreRefused;

/// All records as they were at one moment.
#[derive(Debug)]
pub struct Snapshot(Object);

impl Snapshot {
    /// Looks them all up at once.
    ///
    /// # Errors
    /// [`StoreRefused`] where they could not be looked up.
    pub async fn take() -> Result<Self, StoreRefused> {
        let read = chrome::storage_get_all().map_err(refused)?;
        let records = JsFuture::from(read).await.map_err(refused)?;
        Ok(Self(records.unchecked_into()))
    }

    /// The record of that name; one of another shape counts as none.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let record = Reflect::get(&self.0, &name.into()).ok()?;
        serde_wasm_bindgen::from_value(record).ok()
    }

    /// All records whose names begin so, by name; nothing in the place of one
    /// of another shape.
    pub fn all<T: DeserializeOwned>(&self, beginning: &str) -> Vec<(String, Option<T>)> {
        let entries = Object::entries(&self.0);
        let wanted = entries.iter().filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            let name = entry.get(0).as_string()?;
            name.starts_with(beginning)
                .then(|| (name, serde_wasm_bindgen::from_value(entry.get(1)).ok()))
        });
        wanted.collect()
    }
}

/// A record's value as it is, where there is one.
async fn value(name: &str) -> Result<Option<JsValue>, StoreRefused> {
    let read = chrome::storage_get(name).map_err(refused)?;
    let records = JsFuture::from(read).await.map_err(refused)?;
    let value = Reflect::get(&records, &name.into()).map_err(refused)?;
    Ok((!value.is_undefined()).then_some(value))
}

/// The record of that name; one of another shape counts as none.
///
/// # Errors
/// [`StoreRefused`] where it could not be looked up.
pub async fn get<T: DeserializeOwned>(name: &str) -> Result<Option<T>, StoreRefused> {
    // Left out before it is read: to some shapes nothing is something, too.
    let value = value(name).await?;
    Ok(value.and_then(|value| serde_wasm_bindgen::from_value(value).ok()))
}

async fn set(name: &str, value: &JsValue) -> Result<(), StoreRefused> {
    let written = chrome::storage_set(&object(name, value)).map_err(refused)?;
    JsFuture::from(written).await.map_err(refused)?;
    Ok(())
}

/// Removes a record, if it is there.
///
/// # Errors
/// [`StoreRefused`] where it was not removed.
pub async fn remove(name: &str) -> Result<(), StoreRefused> {
    let removed = chrome::storage_remove(name).map_err(refused)?;
    JsFuture::from(removed).await.map_err(refused)?;
    Ok(())
}

/// Gives a record another name, whatever its shape.
///
/// # Errors
/// [`StoreRefused`]: it is there under its old name still.
pub async fn rename(from: &str, to: &str) -> Result<(), StoreRefused> {
    match value(from).await? {
        Some(value) if from != to => {
            set(to, &value).await?;
            remove(from).await
        }
        _ => Ok(()),
    }
}

/// Writes a record, and is done only when it is written.
///
/// # Errors
/// [`StoreRefused`] where it was not written.
pub async fn put<T: Serialize>(name: &str, record: &T) -> Result<(), StoreRefused> {
    let record = serde_wasm_bindgen::to_value(record).map_err(|_| StoreRefused)?;
    set(name, &record).await
}

/// Deletes every record.
pub async fn delete_all() {
    if let Ok(cleared) = chrome::storage_clear() {
        let _ = JsFuture::from(cleared).await;
    }
}

fn refused(_: JsValue) -> StoreRefused {
    StoreRefused
}
