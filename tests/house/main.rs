//! What stands in two places is the same in both: hosts, requests, ids. Words
//! have a folder of their own, `tests/words`.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod early;
#[path = "../words/files.rs"]
#[allow(dead_code, reason = "not all of it is wanted here")]
mod files;
mod manifest;
mod pages;

use files::text;
use rebadge::rotation::Records;
use rebadge::settings::Settings;

/// The number that stands after some text.
fn number_after(text: &str, before: &str) -> i64 {
    let rest = text.split(before).nth(1).unwrap();
    let digits: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '_')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap()
}

#[test]
fn a_renewal_ends_before_the_next_popup_stops_waiting_for_it() {
    let limit = number_after(&text("src/browser/session.rs"), "ACT_LIMIT: u32 = ");
    let grace = number_after(&text("extension/ask.js"), "const GRACE = ");
    assert!(limit + grace + 2_000 <= rebadge::renewal::PATIENCE);
}

#[test]
fn the_background_listens_for_every_record_that_counts() {
    let script = text("extension/background.js");
    let listed = script.split("const COUNTS = /^(").nth(1).unwrap();
    let listed: Vec<_> = listed.split(")/").next().unwrap().split('|').collect();
    let settings = format!("{}$", Settings::NAME);
    assert_eq!(
        listed,
        [Records::LEDGER, Records::ROSTER, Records::POLICY, &settings]
    );
}
