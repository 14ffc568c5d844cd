//! Locks that all windows of the browser share.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::object;
use super::here::Here;
use crate::renewal::Locks;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request(name: &str, options: &JsValue, held: &JsValue) -> Promise;

    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = query)]
    fn query() -> Promise;
}

/// Whether a window of the browser holds a lock right now, this one or another.
/// Looking keeps nobody from it, as trying would.
pub async fn is_locked(name: &str) -> bool {
    let held = async {
        let locks = JsFuture::from(query()).await?;
        Reflect::get(&locks, &"held".into())
    };
    let Ok(held) = held.await else {
        return false;
    };
    held.unchecked_into::<Array>().iter().any(|lock| {
        let other = Reflect::get(&lock, &"name".into());
        other.is_ok_and(|other| other == name)
    })
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

impl<H: Here> Locks for H {
    type Held = Held;

    /// The browser holds a lock as long as a promise is open: this one is
    /// closed by letting go.
    async fn lock(&self, name: &str) -> Held {
        Held(hold(name, &Object::new()).await)
    }

    async fn try_lock(&self, name: &str) -> Option<Held> {
        let release = hold(name, &object("ifAvailable", &true.into())).await;
        release.map(|release| Held(Some(release)))
    }
}

/// What lets go of a lock, once it is held; nothing where it is not to be had.
async fn hold(name: &str, options: &Object) -> Option<Function> {
    let granted = Promise::new(&mut |granted: Function, _| {
        let held = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                let _ = granted.call0(&JsValue::NULL);
                return Promise::resolve(&JsValue::NULL);
            }
            Promise::new(&mut |release: Function, _| {
                let _ = granted.call1(&JsValue::NULL, &release);
            })
        });
        let _ = request(name, options, &held);
    });
    JsFuture::from(granted).await.ok()?.dyn_into().ok()
}
