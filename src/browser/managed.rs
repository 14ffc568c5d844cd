//! What a company's policy says: `storage.managed`.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome;

/// What is managed, all of it.
#[derive(Debug)]
pub struct Company(JsValue);

impl Company {
    /// A part of it; nothing where nothing is set.
    pub fn part<T: DeserializeOwned + Default>(&self) -> T {
        serde_wasm_bindgen::from_value(self.0.clone()).unwrap_or_default()
    }
}

/// What is managed; nothing where no policy is there, which Firefox calls an
/// error.
pub async fn managed() -> Company {
    let told = async { JsFuture::from(chrome::managed_get_all()?).await };
    Company(told.await.unwrap_or_default())
}
