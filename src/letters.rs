//! Small letters, and what stands in a text: what the standard library has for both
//! is made for other texts than names, and large.

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

/// Whether a part stands in a text, byte by byte: texts here are short.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    part.is_empty() || text.windows(part.len()).any(|there| there == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_alphabet_become_small() {
        assert_eq!(small("Zahlungen ÄÖÜ ΟΔΟΣ"), "zahlungen äöü οδος");
        assert_eq!(small("Payments"), "payments");
    }

    #[test]
    fn a_part_is_found_wherever_it_stands() {
        for part in ["", "a", "äb", "b", "aäb"] {
            assert!(holds("aäb", part), "{part}");
        }
        for part in ["ab", "ba", "aäbc", "A"] {
            assert!(!holds("aäb", part), "{part}");
        }
    }
}
