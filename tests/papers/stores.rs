//! The stores: what they show keeps to their limits, and what they ask is answered.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{KINDS, listed, rows, section, subjects, text};

/// A text of the stores' listing, as one line.
fn listing(heading: &str) -> String {
    let document = text("docs/store/listing.md");
    let section = section(&document, heading);
    let lines = section.lines().filter_map(|line| line.strip_prefix("> "));
    lines.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_stores_texts_keep_to_their_limits() {
    // Chrome Web Store and Edge take the short one from the manifest.
    let short = listing("Short description");
    assert!((30..=132).contains(&short.chars().count()), "{short}");
    let messages: Value =
        serde_json::from_str(&text("extension/_locales/en/messages.json")).unwrap();
    assert_eq!(messages["extension_description"]["message"], *short);
    let summary = listing("Summary");
    assert!((30..=250).contains(&summary.chars().count()), "{summary}");
    let document = text("docs/store/listing.md");
    let long = section(&document, "Long description")
        .trim()
        .chars()
        .count();
    // Edge wants 250 at least, and takes 10,000.
    assert!((250..=10_000).contains(&long), "{long}");
}

#[test]
fn the_stores_are_told_the_reason_of_every_permission() {
    let document = text("docs/store/permissions.md");
    let told = subjects(section(&document, "Reasons"));
    let asked: BTreeSet<_> = KINDS.iter().flat_map(|(key, _)| listed(key)).collect();
    assert_eq!(told, asked);
    for row in rows(section(&document, "Reasons")) {
        // What the Chrome Web Store takes in a field.
        assert!((20..=1_000).contains(&row[1].chars().count()), "{row:?}");
    }
}
