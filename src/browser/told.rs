//! What commands leave for the popup, in memory only: gone with the browser.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use crate::command::Told;

/// Leaves a word for the popup of a tab, or takes back what was left.
pub async fn keep_told(tab: i32, told: Option<&Told>) {
    let name = Told::name(tab);
    let asked = match told.map(serde_wasm_bindgen::to_value) {
        Some(Ok(told)) => chrome::session_set(&object(&name, &told)),
        _ => chrome::session_remove(&name),
    };
    if let Ok(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
}

/// Takes what was left for the popup of a tab: it is said once.
pub async fn take_told(tab: i32) -> Option<Told> {
    let name = Told::name(tab);
    let records = JsFuture::from(chrome::session_get(&name).ok()?)
        .await
        .ok()?;
    let told: JsValue = Reflect::get(&records, &name.as_str().into()).ok()?;
    let told = serde_wasm_bindgen::from_value(told).ok()?;
    keep_told(tab, None).await;
    Some(told)
}
