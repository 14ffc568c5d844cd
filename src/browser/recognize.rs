//! Whether a tab shows a SonarQube Server, by its page alone.

use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::object;

#[wasm_bindgen(raw_module = "../recognize.js")]
extern "C" {
    #[wasm_bindgen(js_name = recognize)]
    fn look(tab: &JsValue) -> Promise;
}

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct Recognized {
    /// The context path, where it says it is a Server's.
    pub context: Option<String>,
    /// Whether it is too busy to say anything.
    pub busy: bool,
}

/// Looks at a tab's page.
pub async fn recognize(tab: i32) -> Recognized {
    let Ok(seen) = JsFuture::from(look(&object("id", &tab.into()))).await else {
        return Recognized::default();
    };
    let part = |name: &str| Reflect::get(&seen, &name.into()).unwrap_or_default();
    Recognized {
        context: part("context").as_string(),
        busy: part("busy").is_truthy(),
    }
}
