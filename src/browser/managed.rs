//! What a company's policy says: `storage.managed`.

use wasm_bindgen_futures::JsFuture;

use super::chrome;
use crate::rotation::Managed;

/// What is managed; nothing where no policy is there, which Firefox calls an error.
pub async fn managed() -> Managed {
    let Ok(asked) = chrome::managed_get_all() else {
        return Managed::default();
    };
    match JsFuture::from(asked).await {
        Ok(values) => serde_wasm_bindgen::from_value(values).unwrap_or_default(),
        Err(_) => Managed::default(),
    }
}
