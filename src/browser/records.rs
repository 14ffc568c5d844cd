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

/// Writes a record, and is done only when it is written.
///
/// # Errors
/// [`StoreRefused`] where it was not written.
pub async fn put<T: Serialize>(name: &str, record: &T) -> Result<(), StoreRefused> {
    let record = serde_wasm_bindgen::to_value(record).map_err(|_| StoreRefused)?;
    let written = chrome::storage_set(&object(name, &record)).map_err(refused)?;
    JsFuture::from(written).await.map_err(refused)?;
    Ok(())
}

fn refused(_: JsValue) -> StoreRefused {
    StoreRefused
}
