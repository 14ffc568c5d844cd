//! Locks that all windows of the browser share.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request)]
    fn request(name: &str, held: &JsValue) -> Promise;
}

/// Does something while holding the lock of that name; waits for whoever holds
/// it now, in whatever window. A closed window lets go.
pub async fn exclusively<T: 'static>(
    name: &str,
    work: impl Future<Output = T> + 'static,
) -> Option<T> {
    let done = Rc::new(RefCell::new(None));
    let keep = Rc::clone(&done);
    let held = Closure::once_into_js(move || {
        future_to_promise(async move {
            let answer = work.await;
            *keep.borrow_mut() = Some(answer);
            Ok(JsValue::UNDEFINED)
        })
    });
    let _ = JsFuture::from(request(name, &held)).await;
    done.take()
}
