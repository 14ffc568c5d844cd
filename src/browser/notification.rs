//! A word to the desktop, for who has allowed it.

use js_sys::{Promise, Reflect};
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};

const ICON: &str = "icons/icon-128.png";

/// Shows a notification; one of the same name is replaced. Answers whether the
/// browser took it, which it does not where the permission is missing.
pub async fn notify(name: &str, title: &str, message: &str) -> bool {
    let options = object("type", &"basic".into());
    for (property, value) in [
        ("iconUrl", chrome::get_url(ICON).as_str()),
        ("title", title),
        ("message", message),
    ] {
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&options, &property.into(), &value.into());
    }
    match chrome::create_notification(name, &options) {
        Ok(shown) => JsFuture::from(Promise::resolve(&shown)).await.is_ok(),
        Err(_) => false,
    }
}
