//! The clipboard, through a tab's page: for a program that has no page.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::token::SecretText;

#[wasm_bindgen]
extern "C" {
    /// A page that waits for a text to put on the clipboard: `page-clipboard.js`
    /// has begun that while the press of the keys still counted.
    #[derive(Debug)]
    pub type PageClipboard;
    #[wasm_bindgen(method, js_name = write)]
    fn hand(this: &PageClipboard, text: &str) -> Promise;
    /// Has the page wait no longer.
    #[wasm_bindgen(method)]
    pub fn close(this: &PageClipboard);
}

impl PageClipboard {
    /// Hands the page the text; answers whether the clipboard has taken it.
    pub async fn write(&self, text: &SecretText) -> bool {
        // The person asked for this very text on the clipboard.
        let written = JsFuture::from(self.hand(text.expose())).await;
        written.is_ok_and(|taken| taken.is_truthy())
    }
}
