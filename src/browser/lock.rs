//! Locks that all windows of the browser share.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::session::Session;
use crate::renewal::Locks;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request(name: &str, held: &JsValue) -> Promise;
}

/// A lock that is held, until this is dropped.
#[derive(Debug)]
pub struct Held(Option<Function>);

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = &self.0 {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

impl Locks for Session {
    type Held = Held;

    /// The browser holds a lock as long as a promise is open: this one is
    /// closed by letting go.
    async fn lock(&self, name: &str) -> Held {
        let granted = Promise::new(&mut |granted: Function, _| {
            let held = Closure::once_into_js(move || {
                Promise::new(&mut |release: Function, _| {
                    let _ = granted.call1(&JsValue::NULL, &release);
                })
            });
            let _ = request(name, &held);
        });
        let release = JsFuture::from(granted).await.ok();
        Held(release.and_then(|release| release.dyn_into().ok()))
    }
}
