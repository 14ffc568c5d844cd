//! What the browser lets Rebadge do beyond what it was installed with: access
//! to an instance's site, and telling the desktop.
//!
//! Measured on Chromium 156: access that the extension gave back is granted
//! again without a question; access that a person took back in the browser's
//! settings is gone for requests at once, and [`on_site_access`] is told.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::object;
use crate::access::pattern;
use crate::page::Instance;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = contains)]
    fn contains(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = remove)]
    fn remove(permissions: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = getAll)]
    fn get_all() -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "permissions", "onAdded"], js_name = addListener)]
    fn when_added(call: &JsValue);

    #[wasm_bindgen(js_namespace = ["chrome", "permissions", "onRemoved"], js_name = addListener)]
    fn when_removed(call: &JsValue);
}

/// Whether the browser grants access to an instance's site. A toolbar click
/// does not count: it opens one tab, for a while.
pub async fn has_site_access(instance: &Instance) -> bool {
    is_true(contains(&site(instance))).await
}

/// Has the browser ask the person for access to an instance's site, and to no
/// other; answers whether it is granted. The browser is called at once, as it
/// wants inside a click: nothing may be awaited before.
pub fn request_site_access(instance: &Instance) -> impl Future<Output = bool> + use<> {
    is_true(request(&site(instance)))
}

/// Has the browser ask the person for a permission by its name, inside a click
/// as well; answers whether it is granted.
pub fn request_permission(name: &str) -> impl Future<Output = bool> + use<> {
    is_true(request(&object("permissions", &Array::of1(&name.into()))))
}

/// Gives a permission back; answers whether it is gone.
pub async fn drop_permission(name: &str) -> bool {
    is_true(remove(&object("permissions", &Array::of1(&name.into())))).await
}

/// Gives access to an instance's site back; answers whether it is gone.
pub async fn revoke_site_access(instance: &Instance) -> bool {
    is_true(remove(&site(instance))).await
}

/// Gives access to all sites back; answers whether it is gone.
pub async fn revoke_all_sites() -> bool {
    let granted = async {
        let all = JsFuture::from(get_all()?).await?;
        Reflect::get(&all, &"origins".into())
    };
    match granted.await {
        Ok(origins) => is_true(remove(&object("origins", &origins))).await,
        Err(_) => false,
    }
}

/// Calls a function whenever access to some site is granted or taken back.
pub fn on_site_access(call: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(call);
    when_added(closure.as_ref());
    when_removed(closure.as_ref());
    // The page listens as long as it lives.
    closure.forget();
}

fn site(instance: &Instance) -> Object {
    object("origins", &Array::of1(&pattern(instance).into()))
}

async fn is_true(asked: Result<Promise, JsValue>) -> bool {
    match asked {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy()),
        Err(_) => false,
    }
}
