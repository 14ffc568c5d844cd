//! What the browser lets Rebadge do beyond what it was installed with.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};

/// Asks the person for a permission, which has to be inside a click. Answers
/// whether it was granted, now or before.
pub fn request_permission(name: &str) -> impl Future<Output = bool> + use<> {
    let wanted = object("permissions", &Array::of1(&name.into()));
    let asked = chrome::request_permissions(&wanted);
    async move {
        match asked {
            Ok(asked) => JsFuture::from(asked).await == Ok(JsValue::TRUE),
            Err(_) => false,
        }
    }
}
