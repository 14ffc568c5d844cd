//! Alarms: the browser wakes this program when nobody else does.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};

/// Sees to it that there is an alarm of that name, every so many minutes. One
/// that is there is left alone, so that waking up does not put it off.
pub async fn keep_alarm(name: &str, minutes: u32) {
    let Ok(asked) = chrome::get_alarm(name) else {
        return;
    };
    let alarm = JsFuture::from(Promise::resolve(&asked)).await;
    // Chromium says undefined where there is none, Firefox null at times.
    if alarm.is_ok_and(|alarm| alarm.is_null() || alarm.is_undefined()) {
        let _ = chrome::create_alarm(name, &object("periodInMinutes", &minutes.into()));
    }
}
