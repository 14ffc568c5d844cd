//! What programs and pages say is a message, and every message is said.

use std::collections::BTreeSet;

use rebadge::badge::Metric;
use rebadge::record::Ending;

use super::files::{named, quoted_after, sources, text};
use super::language::{Words, counting, stem};

/// Everything that can say a message: programs, scripts, pages and the manifest.
fn places() -> String {
    let folder = |ending: &str| {
        let names = named("extension", ending);
        let texts = names.iter().map(|name| text(&format!("extension/{name}")));
        texts.collect::<String>()
    };
    sources("src") + &folder(".html") + &folder(".js") + &text("manifest.json")
}

#[test]
fn every_message_is_used() {
    let places = places();
    let english = Words::english();
    let counting = counting(&english);
    let said = |name: &str| {
        places.contains(&format!("\"{name}\"")) || places.contains(&format!("__MSG_{name}__"))
    };
    let unused: Vec<_> = english
        .messages
        .keys()
        .filter(|name| match stem(name) {
            Some((stem, _)) if counting.contains(stem) => !said(stem),
            _ => !said(name),
        })
        .collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    let places = places();
    let english = Words::english();
    let counting = counting(&english);
    let counted: BTreeSet<_> = quoted_after(&places, "say_count(")
        .into_iter()
        .chain(quoted_after(&places, "Text::counted("))
        .collect();
    assert!(counted.len() > 10, "found only {counted:?}");
    let missing: Vec<_> = counted.difference(&counting).collect();
    assert!(missing.is_empty(), "counts nothing: {missing:?}");

    let names: BTreeSet<_> = english.messages.keys().cloned().collect();
    let asked: BTreeSet<_> = ["Text::new(", "get_message(", " say(", "data-i18n="]
        .into_iter()
        .chain([
            "data-i18n-label=",
            "data-i18n-title=",
            "data-i18n-placeholder=",
        ])
        .flat_map(|opening| quoted_after(&places, opening))
        .chain(manifest_names())
        .filter(|name| !name.contains('{'))
        .collect();
    assert!(asked.len() > 200, "found only {}", asked.len());
    let missing: Vec<_> = asked.difference(&names).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

/// The names that the manifest asks for.
fn manifest_names() -> Vec<String> {
    let manifest = text("manifest.json");
    let parts = manifest.split("__MSG_").skip(1);
    let names = parts.map(|part| part.split("__").next().unwrap().to_owned());
    names.collect()
}

/// Checks that the words in quotes of a folder are messages, or count something
/// in both forms; `other` are words in quotes that are something else.
fn says_messages(folder: &str, least: usize, other: &[&str]) {
    let code = sources(folder);
    let english = Words::english();
    let counting = counting(&english);
    let is_name =
        |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    let said: BTreeSet<_> = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//") && !line.contains("assert"))
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(is_name)
        .filter(|word| !other.contains(word) && !Metric::of_key(word).is_some_and(|m| m.is_known()))
        .map(str::to_owned)
        .collect();
    assert!(said.len() > least, "found only {said:?}");
    let is_there = |name: &String| english.messages.contains_key(name) || counting.contains(name);
    let missing: Vec<_> = said.iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_name_that_the_popup_says_is_a_message() {
    // Other words in quotes: queries, and what tests are made of.
    says_messages("src/popup", 80, &["us", "asc"]);
}

#[test]
fn every_name_that_the_dashboard_says_is_a_message() {
    // Other words in quotes: the ends of files' names.
    says_messages("src/dashboard", 60, &["csv", "json"]);
    // What it says by other rooms' names for it.
    let english = Words::english();
    let missing: Vec<_> = Ending::ALL
        .map(Ending::message)
        .into_iter()
        .filter(|name| !english.messages.contains_key(*name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}
