//! Small letters.

/// A text in small letters, whatever its alphabet.
///
/// A browser brings the tables of all alphabets along; ours would be a good part
/// of what the popup has to load.
pub(crate) fn small(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    #[cfg(target_arch = "wasm32")]
    return js_sys::JsString::from(text).to_lower_case().into();
    #[cfg(not(target_arch = "wasm32"))]
    text.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_alphabet_become_small() {
        assert_eq!(small("Zahlungen ÄÖÜ ΟΔΟΣ"), "zahlungen äöü οδος");
        assert_eq!(small("Payments"), "payments");
    }
}
