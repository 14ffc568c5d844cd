//! What a company's policy says: `storage.managed`.

use serde::de::DeserializeOwned;
use wasm_bindgen_futures::JsFuture;

use super::chrome;

/// A part of what is managed; nothing where no policy is there, which Firefox
/// calls an error.
pub async fn managed<T: DeserializeOwned + Default>() -> T {
    let Ok(asked) = chrome::managed_get_all() else {
        return T::default();
    };
    match JsFuture::from(asked).await {
        Ok(values) => serde_wasm_bindgen::from_value(values).unwrap_or_default(),
        Err(_) => T::default(),
    }
}
