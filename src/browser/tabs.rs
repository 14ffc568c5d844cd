//! Tabs, as far as a button sends a person to one.

use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};

/// Shows a page in a new tab, and comes back once it is there.
pub async fn open_tab(url: &str) {
    if let Ok(promise) = chrome::create_tab(&object("url", &url.into())) {
        let _ = JsFuture::from(promise).await;
    }
}

/// Shows a page in that tab, or in a new one where the tab is gone.
pub async fn visit(tab: i32, url: &str) {
    let gone = match chrome::update_tab(tab, &object("url", &url.into())) {
        Ok(promise) => JsFuture::from(promise).await.is_err(),
        Err(_) => true,
    };
    if gone {
        open_tab(url).await;
    }
}

/// Loads that tab's page anew.
pub fn reload_tab(tab: i32) {
    finish(chrome::reload_tab(tab));
}

fn finish(promise: Result<js_sys::Promise, wasm_bindgen::JsValue>) {
    if let Ok(promise) = promise {
        chrome::finish(promise);
    }
}
