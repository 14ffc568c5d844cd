//! The export: JSON and CSV, with dates for others.

use rebadge::record::{Imported, date, import};
use serde_json::Value;

use super::desk::finish;
use super::{NOW, fingerprint, renewed, with};

#[test]
fn the_export_says_what_it_is_and_when_things_were() {
    let (_, book) = with(&[renewed("a", NOW.0 + 120)]);
    let document: Value = serde_json::from_str(&book.to_json(NOW)).unwrap();
    let digits = fingerprint("old").unwrap().to_hex();
    assert_eq!(document["format"], "rebadge-record");
    assert_eq!(document["version"], 1);
    assert_eq!(document["exported"], "2026-11-22T09:30:00Z");
    assert_eq!(document["entries"][0]["at"], "2026-11-22T09:30:00.12Z");
    assert_eq!(document["entries"][0]["run"], "2026-11-22T09:30:00.115Z");
    assert_eq!(document["entries"][0]["before"], digits);
    let csv = book.to_csv();
    let lines: Vec<_> = csv.split("\r\n").collect();
    assert_eq!(
        lines[0],
        "at,instance,organization,project,ending,reason,before,after,login,run"
    );
    assert!(
        lines[1].starts_with("2026-11-22T09:30:00.12Z,https://sonarcloud.io,acme,a,renewed,,"),
        "{}",
        lines[1]
    );
    assert_eq!((lines.len(), lines[2]), (3, ""));
}

#[test]
fn an_empty_record_is_a_document_too() {
    let (desk, mut book) = with(&[]);
    let text = book.to_json(NOW);
    let imported = finish(import(&desk, &mut book, &text)).unwrap();
    assert_eq!(imported, Imported::default());
}

#[test]
fn dates_are_for_others_too() {
    assert_eq!(date::of_text(&date::to_text(NOW)), Some(NOW));
}
