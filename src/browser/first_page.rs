//! What `first-page.js` has begun before this program was up.

use js_sys::Map;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "../first-page.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = early)]
    static EARLY: Map;
}

/// The answers on their way, by the path that was asked.
pub fn first_page() -> Map {
    EARLY.with(Clone::clone)
}
