//! Narrowing a list down by what was typed.

use crate::letters::{holds, small};

/// As many rows as are put on the screen; the rest is for the filter to find.
pub(super) const ROWS: usize = 60;

/// Whether a filter finds an entry: every word of it in the name or the key,
/// in whatever case.
pub(super) fn finds(filter: &str, name: &str, key: &str) -> bool {
    let name = small(name);
    let key = small(key);
    small(filter)
        .split_whitespace()
        .all(|word| holds(&name, word) || holds(&key, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_to_be_in_the_name_or_the_key() {
        assert!(finds("pay SERV", "Payments Service", "acme_pay"));
        assert!(finds("acme service", "Payments Service", "acme_pay"));
        assert!(!finds("acme checkout", "Payments Service", "acme_pay"));
    }

    #[test]
    fn an_empty_filter_finds_everything() {
        assert!(finds("  ", "Payments Service", "acme_pay"));
    }
}
