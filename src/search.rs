//! Finding an entry by what was typed: every word is somewhere in it, in whatever
//! letter case.

/// What was typed, as its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words(Vec<String>);

impl Words {
    pub(crate) fn typed(text: &str) -> Self {
        let text = small(text);
        Self(text.split_whitespace().map(str::to_owned).collect())
    }

    /// Whether all of them are in a [`searchable`] text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        self.0.iter().all(|word| text.contains(word))
    }
}

/// The parts of an entry as words are looked for in them: no word goes over the
/// break between two.
pub(crate) fn searchable(parts: &[&str]) -> String {
    lowered(parts.join("\n"))
}

/// A text in small letters, whatever its alphabet. A sigma is the same wherever in
/// a word it stands, or the beginning of a word would not be found in the word.
///
/// A browser brings the tables of all alphabets along; ours would be a good part
/// of what the popup has to load.
pub(crate) fn small(text: &str) -> String {
    lowered(text.to_owned())
}

/// The same, in place where that can be.
fn lowered(mut text: String) -> String {
    if text.is_ascii() {
        text.make_ascii_lowercase();
        return text;
    }
    #[cfg(target_arch = "wasm32")]
    let small: String = js_sys::JsString::from(text).to_lower_case().into();
    #[cfg(not(target_arch = "wasm32"))]
    let small = text.to_lowercase();
    small.replace('ς', "σ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, name: &str, key: &str) -> bool {
        Words::typed(typed).are_in(&searchable(&[name, key]))
    }

    #[test]
    fn every_word_has_to_be_in_one_of_the_parts() {
        assert!(finds("pay SERV", "Payments Service", "acme_pay"));
        assert!(finds("acme service", "Payments Service", "acme_pay"));
        assert!(!finds("acme checkout", "Payments Service", "acme_pay"));
        assert!(!finds("serviceacme", "Payments Service", "acme_pay"));
    }

    #[test]
    fn nothing_typed_finds_everything() {
        assert!(finds("  ", "Payments Service", "acme_pay"));
    }

    #[test]
    fn letters_of_every_alphabet_become_small() {
        assert_eq!(small("Zahlungen ÄÖÜ"), "zahlungen äöü");
        assert_eq!(small("Payments"), "payments");
        assert!(finds("ΟΔΟΣ", "ΟΔΟΣΑ", "odos") && finds("οδοσ", "ΟΔΟΣ", "odos"));
    }
}
