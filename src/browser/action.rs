//! The toolbar button's mark and title.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use super::clock;

/// The mark's colours, readable on each other whatever the toolbar's are.
const BACKGROUND: &str = "#b3261e";
const TEXT: &str = "#ffffff";
/// The background of good news.
const GOOD: &str = "#1d7a3a";

/// For how many milliseconds an outcome stays on the icon.
const FLASH: u32 = 4_000;

thread_local! {
    /// How many outcomes each tab has shown: the last one takes its mark away.
    static FLASHED: RefCell<BTreeMap<i32, u32>> = const { RefCell::new(BTreeMap::new()) };
}

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
    finish(asked).await;
}

/// Shows on one tab's icon, for a few seconds, how something ended; then the tab
/// has the mark of all tabs again.
pub async fn flash_action(tab: i32, good: bool) {
    let number = FLASHED.with_borrow_mut(|flashed| {
        let number = flashed.entry(tab).or_default();
        *number += 1;
        *number
    });
    let (mark, background) = if good {
        ("✓", GOOD)
    } else {
        ("!", BACKGROUND)
    };
    finish([
        chrome::set_badge_background(&on(tab, "color", &background.into())),
        chrome::set_badge_color(&on(tab, "color", &TEXT.into())),
        chrome::set_badge_text(&on(tab, "text", &mark.into())),
    ])
    .await;
    clock::pause(FLASH).await;
    if FLASHED.with_borrow(|flashed| flashed.get(&tab) != Some(&number)) {
        return;
    }
    FLASHED.with_borrow_mut(|flashed| flashed.remove(&tab));
    // No text of its own: the mark of all tabs stands there again, on the colour
    // that it has, which is fixed.
    finish([
        chrome::set_badge_text(&on(tab, "text", &JsValue::NULL)),
        chrome::set_badge_background(&on(tab, "color", &BACKGROUND.into())),
    ])
    .await;
}

/// Details about one tab's icon.
fn on(tab: i32, name: &str, value: &JsValue) -> Object {
    let details = object(name, value);
    let _ = Reflect::set(&details, &"tabId".into(), &tab.into());
    details
}

async fn finish<const N: usize>(asked: [Result<JsValue, JsValue>; N]) {
    for promise in asked.into_iter().flatten() {
        let _ = JsFuture::from(Promise::resolve(&promise)).await;
    }
}
