//! Narrowing a list down by what was typed.

use crate::letters::small;

/// As many rows as are put on the screen; the rest is for the filter to find.
pub(super) const ROWS: usize = 60;

/// What was typed, as its words.
pub(super) struct Filter(Vec<String>);

impl Filter {
    /// The words of a text, in whatever case.
    pub fn new(typed: &str) -> Self {
        let typed = small(typed);
        Self(typed.split_whitespace().map(str::to_owned).collect())
    }

    /// Whether every word of it is in an entry's [`searchable`] text.
    pub fn finds(&self, text: &str) -> bool {
        self.0.iter().all(|word| text.contains(word))
    }
}

/// An entry's name and key as a filter looks at them. No word goes over the
/// break between the two.
pub(super) fn searchable(name: &str, key: &str) -> String {
    small(&format!("{name}\n{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(typed: &str, name: &str, key: &str) -> bool {
        Filter::new(typed).finds(&searchable(name, key))
    }

    #[test]
    fn every_word_has_to_be_in_the_name_or_the_key() {
        assert!(finds("pay SERV", "Payments Service", "acme_pay"));
        assert!(finds("acme service", "Payments Service", "acme_pay"));
        assert!(!finds("acme checkout", "Payments Service", "acme_pay"));
        assert!(!finds("serviceacme", "Payments Service", "acme_pay"));
    }

    #[test]
    fn an_empty_filter_finds_everything() {
        assert!(finds("  ", "Payments Service", "acme_pay"));
    }
}
