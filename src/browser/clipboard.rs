//! The clipboard.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::chrome::object;
use super::dom::window;
use super::file::blob;
use crate::token::SecretText;

#[wasm_bindgen]
extern "C" {
    type ClipboardItem;
    #[wasm_bindgen(constructor)]
    fn new(items: &Object) -> ClipboardItem;

    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = write)]
    fn write(items: &Array) -> Promise;
}

/// Puts a text on the clipboard: at once, as browsers want it inside a click.
/// Answers whether it was taken.
pub fn copy(text: &SecretText) -> impl Future<Output = bool> + use<> {
    // The person asked for this very text.
    let written = window().navigator().clipboard().write_text(text.expose());
    async move { JsFuture::from(written).await.is_ok() }
}

/// Puts a text on the clipboard that has still to be fetched: the browser is told
/// at once, as it wants to be inside a click, and waits. Answers whether it was taken.
///
/// # Errors
/// Why there is no text.
pub fn copy_later<E: 'static>(
    text: impl Future<Output = Result<SecretText, E>> + 'static,
) -> impl Future<Output = Result<bool, E>> {
    let trouble = Rc::new(RefCell::new(None));
    let noted = Rc::clone(&trouble);
    let blob = future_to_promise(async move {
        match text.await {
            Ok(text) => blob(&text, PLAIN).map(JsValue::from),
            Err(failure) => {
                noted.replace(Some(failure));
                Err(JsValue::UNDEFINED)
            }
        }
    });
    let item = ClipboardItem::new(&object(PLAIN, &blob));
    let written = write(&Array::of1(&item));
    async move {
        let taken = JsFuture::from(written).await.is_ok();
        match trouble.take() {
            Some(failure) => Err(failure),
            None => Ok(taken),
        }
    }
}

const PLAIN: &str = "text/plain";
