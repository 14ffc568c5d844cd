//! The browser's clock.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::renewal::Moment;

#[wasm_bindgen]
extern "C" {
    // Of whatever there is: the background program has no window in Chromium.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(call: &Function, delay: u32) -> JsValue;
}

/// Now.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    let wait = |resolve: Function, _| {
        let _ = set_timeout(&resolve, milliseconds);
    };
    let _ = JsFuture::from(Promise::new(&mut { wait })).await;
}
