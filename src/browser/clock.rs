//! The browser's clock.

use js_sys::{Function, Promise};
use wasm_bindgen_futures::JsFuture;

use super::dom::window;
use crate::renewal::Moment;

/// Now.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
pub fn now() -> Moment {
    Moment(js_sys::Date::now() as i64)
}

/// Waits so many milliseconds.
pub async fn pause(milliseconds: u32) {
    let wait = |resolve: Function, _| {
        let delay = i32::try_from(milliseconds).unwrap_or(i32::MAX);
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, delay);
    };
    let _ = JsFuture::from(Promise::new(&mut { wait })).await;
}
