//! JSON as the browser parsed it.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::sonar::Body;

/// A parsed body.
#[derive(Debug)]
pub struct JsBody(pub JsValue);

impl Body for JsBody {
    fn decode<T: DeserializeOwned>(self) -> Option<T> {
        serde_wasm_bindgen::from_value(self.0).ok()
    }
}
