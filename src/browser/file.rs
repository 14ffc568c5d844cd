//! Files that a person saves or opens.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::dom::document;
use crate::token::SecretText;

/// Saves a text as a file of that name and media type, the way the browser
/// saves downloads. Answers whether the browser took it.
pub fn save_file(name: &str, kind: &str, text: &SecretText) -> bool {
    let Some(url) = blob(text, kind)
        .ok()
        .and_then(|blob| Url::create_object_url_with_blob(&blob).ok())
    else {
        return false;
    };
    let Ok(link) = document().create_element("a") else {
        return false;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let _ = Url::revoke_object_url(&url);
    true
}

/// A text of that media type, as the browser takes it.
///
/// # Errors
/// Where the browser has no room for it.
pub(super) fn blob(text: &SecretText, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // The person asked for this very text.
    let parts = Array::of1(&text.expose().into());
    Blob::new_with_str_sequence_and_options(&parts, &options)
}

/// The text of a file; nothing where it cannot be read.
pub async fn read_file(file: &File) -> Option<String> {
    JsFuture::from(file.text()).await.ok()?.as_string()
}
