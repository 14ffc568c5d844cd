//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::dom::window;
use crate::token::SecretText;

/// Puts a text on the clipboard: at once, as browsers want it inside a click.
/// Answers whether it was taken.
pub fn copy(text: &SecretText) -> impl Future<Output = bool> + use<> {
    // The person asked for this very text.
    let written = window().navigator().clipboard().write_text(text.expose());
    async move { JsFuture::from(written).await.is_ok() }
}
