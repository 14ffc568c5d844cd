//! The import: what another machine takes in, and what it refuses.

use rebadge::record::{ImportError, Imported, LIMIT, import, read_all, write};
use rebadge::renewal::StoreRefused;
use serde_json::{Value, json};

use super::desk::finish;
use super::{NOW, projects, put, renewed, with};

#[test]
fn another_machine_takes_in_what_is_new_to_it_once() {
    let shared = renewed("shared", 10);
    let (_, book) = with(&[renewed("a", 20), shared.clone()]);
    let text = format!("\u{feff}{}", book.to_json(NOW));
    let (desk, mut here) = with(&[renewed("b", 30), shared]);
    let imported = finish(import(&desk, &mut here, &text)).unwrap();
    let expected = Imported {
        added: 1,
        known: 1,
        broken: 0,
    };
    assert_eq!(imported, expected);
    assert_eq!(projects(&here.entries), ["b", "a", "shared"]);
    assert_eq!(finish(read_all(&desk)).unwrap(), here);
    let again = finish(import(&desk, &mut here, &text)).unwrap();
    assert_eq!((again.added, again.known), (0, 2));
}

#[test]
fn an_import_writes_over_nothing_that_it_has_not_seen() {
    let (_, book) = with(&[renewed("a", 20), renewed("b", 30)]);
    let text = book.to_json(NOW);
    // Another window wrote one meanwhile; the other cannot be read.
    let (desk, mut stale) = with(&[]);
    let mut first = renewed("a", 20);
    first.login = Some("grace".into());
    finish(write(&desk, &first)).unwrap();
    put(&desk, &renewed("b", 30).name(), json!("broken"));
    let imported = finish(import(&desk, &mut stale, &text)).unwrap();
    assert_eq!((imported.added, imported.known), (0, 2));
    assert_eq!(stale.entries, [first]);
    assert_eq!(stale.unreadable.len(), 1);
}

#[test]
fn broken_entries_are_counted_and_left_out() {
    let (_, book) = with(&[renewed("a", 20)]);
    let mut document: Value = serde_json::from_str(&book.to_json(NOW)).unwrap();
    let good = document["entries"][0].clone();
    let spoilt = [
        ("at", json!("yesterday")),
        ("at", json!(5)),
        ("at", json!("1969-12-31T23:59:59Z")),
        ("run", json!("2026-13-01T00:00:00Z")),
        ("instance", json!("ftp://host")),
        ("instance", json!("https://")),
        ("instance", json!("https://a b")),
        ("instance", json!("https://host/")),
        ("instance", json!(format!("https://{}", "a".repeat(2_000)))),
        ("project", json!("a b")),
        ("project", json!("")),
        ("project", json!("1234")),
        ("organization", json!("no/organization")),
        ("ending", json!("perhaps")),
        ("before", json!("0123")),
        ("after", json!("z".repeat(32))),
        ("login", json!("a\nb")),
        ("login", json!("l".repeat(256))),
        ("reason", json!("r".repeat(101))),
    ];
    let mut entries = vec![json!(null), json!([]), good.clone(), good];
    entries[3]["more"] = json!("of a later version");
    for (name, value) in &spoilt {
        let mut entry = entries[2].clone();
        entry[name] = value.clone();
        entries.push(entry);
    }
    document["entries"] = entries.into();
    let (desk, mut here) = with(&[]);
    let imported = finish(import(&desk, &mut here, &document.to_string())).unwrap();
    let expected = Imported {
        added: 1,
        known: 1,
        broken: spoilt.len() + 2,
    };
    assert_eq!(imported, expected);
    assert_eq!(here, book);
}

#[test]
fn a_file_that_is_no_record_changes_nothing() {
    let (_, book) = with(&[renewed("a", 20)]);
    let text = book.to_json(NOW);
    let other = |from: &str, to: &str| text.replacen(from, to, 1);
    let cases = [
        ("not json".to_owned(), ImportError::NotJson),
        (String::new(), ImportError::NotJson),
        (text[..text.len() / 2].to_owned(), ImportError::NotJson),
        ("[".repeat(100_000), ImportError::NotARecord),
        ("[]".to_owned(), ImportError::NotARecord),
        ("{}".to_owned(), ImportError::NotARecord),
        (
            other("rebadge-record", "rebadge-handover"),
            ImportError::NotARecord,
        ),
        (other(":1,", ":\"1\","), ImportError::NotARecord),
        (other("\"entries\"", "\"rows\""), ImportError::NotARecord),
        (
            other(":1,", ":2,"),
            ImportError::UnknownVersion { version: 2 },
        ),
        (
            other(":1,", ":0,"),
            ImportError::UnknownVersion { version: 0 },
        ),
        (
            format!("{text}{}", " ".repeat(LIMIT)),
            ImportError::TooLarge,
        ),
    ];
    for (text, error) in cases {
        let (desk, mut here) = with(&[renewed("b", 30)]);
        let before = (desk.records.borrow().clone(), here.clone());
        let told = finish(import(&desk, &mut here, &text));
        let start: String = text.chars().take(60).collect();
        assert_eq!(told, Err(error), "{start}");
        assert_eq!((desk.records.borrow().clone(), here), before, "{start}");
    }
}

#[test]
fn a_store_that_fills_up_on_the_way_is_as_it_was() {
    let entries: Vec<_> = (5..10).map(|at| renewed("a", at)).collect();
    let (_, book) = with(&entries);
    let text = book.to_json(NOW);
    let (desk, mut here) = with(&[renewed("b", 30)]);
    let before = (desk.records.borrow().clone(), here.clone());
    {
        let mut work = std::pin::pin!(import(&desk, &mut here, &text));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        while desk.records.borrow().len() < before.0.len() + 3 {
            assert!(work.as_mut().poll(&mut context).is_pending());
        }
        desk.full.set(true);
        assert_eq!(finish(work), Err(ImportError::Refused(StoreRefused)));
    }
    assert_eq!((desk.records.borrow().clone(), here), before);
}
