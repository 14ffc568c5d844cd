//! The toolbar button's mark and title.

use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};

/// The mark's colours, readable on each other whatever the toolbar's are.
const BACKGROUND: &str = "#b3261e";
const TEXT: &str = "#ffffff";

/// Writes a few characters on the toolbar icon, none to clear it, and what the
/// button says when it is pointed at. A browser that has no room for the mark,
/// as Firefox on Android, goes without.
pub async fn mark_action(mark: &str, title: &str) {
    let asked = [
        chrome::set_badge_background(&object("color", &BACKGROUND.into())),
        chrome::set_badge_color(&object("color", &TEXT.into())),
        chrome::set_badge_text(&object("text", &mark.into())),
        chrome::set_title(&object("title", &title.into())),
    ];
    for promise in asked.into_iter().flatten() {
        let _ = JsFuture::from(Promise::resolve(&promise)).await;
    }
}
