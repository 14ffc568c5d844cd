//! What is written about permissions, security and the stores is so: held to the
//! manifest, to the tests that are named, and to the stores' limits.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod named;
mod packages;
mod permissions;
mod security;
mod stores;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn manifest() -> Value {
    serde_json::from_str(&text("manifest.json")).unwrap()
}

/// The strings of a list in the manifest, none where it is not there.
fn listed(key: &str) -> BTreeSet<String> {
    let manifest = manifest();
    let list = manifest.get(key).and_then(Value::as_array);
    list.into_iter()
        .flatten()
        .map(|one| one.as_str().unwrap().to_owned())
        .collect()
}

/// What stands in a document under a heading, up to the next one.
fn section<'a>(document: &'a str, heading: &str) -> &'a str {
    let begin = format!("\n## {heading}\n");
    let rest = document.split_once(&begin).expect(heading).1;
    rest.split("\n## ").next().unwrap()
}

/// The words between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

/// The cells of a table's rows, without its head.
fn rows(section: &str) -> Vec<Vec<String>> {
    section
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            line.trim_matches('|')
                .split(" | ")
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect()
}

/// What a table is about: the one word between backticks in the first cell of each row.
fn subjects(section: &str) -> BTreeSet<String> {
    let rows = rows(section);
    let subjects: BTreeSet<_> = rows.iter().flat_map(|row| quoted(&row[0])).collect();
    assert_eq!(subjects.len(), rows.len(), "a row of its own for each");
    subjects
}

/// Each kind of permission in the manifest, and where its reasons stand.
const KINDS: [(&str, &str); 3] = [
    ("permissions", "Permissions"),
    ("optional_permissions", "Optional permissions"),
    ("optional_host_permissions", "Optional access to sites"),
];
