//! The record for auditors: written, found, pruned, exported, imported; and
//! what cannot be read, set aside.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod desk;

use desk::{Desk, PAYMENTS, abandon, finish};
use rebadge::record::{
    Aside, Book, Ending, Entry, ImportError, Imported, LIMIT, Query, Unopened, VERSION, check,
    date, import, open, prune, read_all, read_aside, set_aside, unreadable, write,
};
use rebadge::renewal::{Intent, Moment, Record, Store, StoreRefused};
use rebadge::token::{BadgeToken, Fingerprint, Salt};
use serde_json::{Value, json};
use stand_in::Profile;

const DAY: i64 = 86_400_000;
/// 2026-11-22T09:30:00Z.
const NOW: Moment = Moment(1_795_339_800_000);

fn desk() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

fn fingerprint(token: &str) -> Option<Fingerprint> {
    let token = BadgeToken::try_from(token.to_owned()).unwrap();
    Some(Fingerprint::of(&token, Salt::new(*b"sixteen bytes ok")))
}

fn entry(project: &str, at: i64, ending: Ending) -> Entry {
    Entry {
        instance: "https://sonarcloud.io".into(),
        organization: Some("acme".into()),
        project: project.into(),
        at: Moment(at),
        ending,
        reason: (ending == Ending::NotRenewed).then(|| "xsrf".into()),
        before: fingerprint("old"),
        after: fingerprint("new"),
        login: Some("Ada@github".into()),
        run: Some(Moment(at - 5)),
    }
}

fn renewed(project: &str, at: i64) -> Entry {
    entry(project, at, Ending::Renewed)
}

/// A desk where that was written.
fn with(entries: &[Entry]) -> (Desk, Book) {
    let desk = desk();
    for entry in entries {
        finish(write(&desk, entry)).unwrap();
    }
    let book = finish(read_all(&desk)).unwrap();
    (desk, book)
}

fn projects<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Vec<&'a str> {
    let keys = entries.into_iter().map(|entry| entry.project.as_str());
    keys.collect()
}

fn put(desk: &Desk, name: &str, value: Value) {
    desk.records.borrow_mut().insert(name.into(), value);
}

fn names(desk: &Desk) -> Vec<String> {
    desk.records.borrow().keys().cloned().collect()
}

#[test]
fn names_sort_by_time_and_tell_renewals_apart() {
    assert_eq!(
        renewed("a:b", 1_795_339_800_123).name(),
        "record 001795339800123 https://sonarcloud.io a:b renewed"
    );
    assert!(renewed("z", 999).name() < renewed("a", 1_000).name());
    let (_, book) = with(&[renewed("a", 5), entry("a", 5, Ending::Unknown)]);
    assert_eq!(book.entries.len(), 2, "nothing is written over");
}

#[test]
fn an_id_is_what_is_stored() {
    for ending in Ending::ALL {
        assert_eq!(serde_json::to_value(ending).unwrap(), ending.id());
    }
}

#[test]
fn the_book_has_the_newest_first() {
    let (_, book) = with(&[renewed("a", 10), renewed("c", 30), renewed("b", 20)]);
    assert_eq!(projects(&book.entries), ["c", "b", "a"]);
    assert_eq!(book.unreadable, [""; 0]);
}

#[test]
fn other_records_are_no_entries() {
    let desk = desk();
    desk.renew(&desk.order(PAYMENTS));
    assert!(!names(&desk).is_empty());
    assert_eq!(finish(read_all(&desk)).unwrap(), Book::default());
}

#[test]
fn what_cannot_be_read_is_set_aside_as_it_is() {
    let (desk, _) = with(&[renewed("a", 10)]);
    let broken = json!({"instance": 7, "odd": [null]});
    put(&desk, "record 5", broken.clone());
    // One that is not about what its name says was tampered with.
    let moved = serde_json::to_value(renewed("b", 20)).unwrap();
    put(&desk, &renewed("c", 20).name(), moved);
    let book = finish(read_all(&desk)).unwrap();
    assert_eq!(projects(&book.entries), ["a"]);
    assert_eq!(book.unreadable.len(), 2);

    finish(set_aside(&desk, &book.unreadable, NOW)).unwrap();
    let book = finish(read_all(&desk)).unwrap();
    assert_eq!((book.entries.len(), book.unreadable.len()), (1, 0));
    let aside = finish(read_aside(&desk)).unwrap();
    assert_eq!(aside.len(), 2);
    let first = Aside {
        at: NOW,
        name: "record 5".into(),
    };
    assert!(aside.contains(&first), "{aside:?}");
    let kept = desk.records.borrow()["aside 001795339800000 record 5"].clone();
    assert_eq!(kept, broken);
}

#[test]
fn a_second_one_of_the_same_name_leaves_the_first_alone() {
    let desk = desk();
    for (value, at) in [(1, 0), (2, 1)] {
        put(&desk, "policy x", json!(value));
        let name = ["policy x".to_owned()];
        finish(set_aside(&desk, &name, Moment(NOW.0 + at))).unwrap();
    }
    assert_eq!(finish(read_aside(&desk)).unwrap().len(), 2);
}

#[test]
fn setting_aside_that_is_broken_off_or_refused_loses_nothing() {
    for points in 0..8 {
        let desk = desk();
        put(&desk, "policy x", json!("broken"));
        abandon(set_aside(&desk, &["policy x".into()], NOW), points);
        let values: Vec<_> = desk.records.borrow().values().cloned().collect();
        assert!(values.contains(&json!("broken")), "{points}");
    }
    let desk = desk();
    put(&desk, "policy x", json!("broken"));
    desk.full.set(true);
    let done = finish(set_aside(&desk, &["policy x".into()], NOW));
    assert_eq!(done, Err(StoreRefused));
    assert_eq!(names(&desk), ["policy x"]);
}

#[test]
fn records_of_any_kind_are_checked() {
    let desk = desk();
    desk.renew(&desk.order(PAYMENTS));
    let of = "ledger https://sonarcloud.io k";
    put(&desk, of, json!("broken"));
    put(&desk, "ledgers", json!("of something else"));
    put(&desk, "settings", json!([]));
    assert_eq!(finish(check::<Record, _>(&desk, "ledger")).unwrap(), [of]);
    let none = finish(check::<Intent, _>(&desk, "intent")).unwrap();
    assert_eq!(none, [""; 0]);
    let settings = finish(check::<String, _>(&desk, "settings")).unwrap();
    assert_eq!(settings, ["settings"]);

    let (good, bad) = unreadable(finish(desk.all::<Record>("ledger ")).unwrap());
    assert_eq!((good.len(), bad), (1, vec![of.to_owned()]));
}

#[test]
fn a_search_looks_into_key_login_organization_and_ending_in_any_case() {
    let mut other = entry("Infra:db", 20, Ending::NotRenewed);
    other.organization = None;
    other.login = Some("ZOË@GitHub".into());
    let (_, book) = with(&[renewed("acme_web", 10), other]);
    let found = |text: &str| {
        let text = text.to_owned();
        projects(book.search(&Query {
            text,
            ..Query::default()
        }))
    };
    assert_eq!(found(""), ["Infra:db", "acme_web"]);
    assert_eq!(found("  "), ["Infra:db", "acme_web"]);
    assert_eq!(found("INFRA"), ["Infra:db"]);
    assert_eq!(found("acme"), ["acme_web"]);
    assert_eq!(found("ada"), ["acme_web"]);
    assert_eq!(found("zoë@"), ["Infra:db"]);
    assert_eq!(found("not-ren"), ["Infra:db"]);
    assert_eq!(found("renewed github"), ["Infra:db", "acme_web"]);
    assert_eq!(found("web ada"), ["acme_web"]);
    assert_eq!(found("webacme"), [""; 0], "not across two parts");
    assert_eq!(found("sonarcloud"), [""; 0]);
}

#[test]
fn a_search_keeps_to_a_time_and_an_ending() {
    let unknown = entry("d", 30, Ending::Unknown);
    let (_, book) = with(&[
        renewed("a", 10),
        renewed("b", 20),
        renewed("c", 30),
        unknown,
    ]);
    let found = |from, until, ending| {
        projects(book.search(&Query {
            text: String::new(),
            ending,
            from: Some(Moment(from)),
            until: Some(Moment(until)),
        }))
    };
    assert_eq!(found(10, 30, None), ["b", "a"]);
    assert_eq!(found(30, 31, Some(Ending::Renewed)), ["c"]);
    assert_eq!(found(31, 10, None), [""; 0]);
}

#[test]
fn pruning_takes_what_is_older_and_nothing_else() {
    let at = |days: i64, ms: i64| NOW.0 - days * DAY + ms;
    let entries = [
        renewed("older", at(30, -1)),
        renewed("just", at(30, 0)),
        renewed("young", at(1, 0)),
        renewed("future", at(-900, 0)),
    ];
    let (desk, mut book) = with(&entries);
    put(&desk, "record 1", json!("cannot be read"));
    put(&desk, "aside 000000000000001 record 0", json!(0));
    assert_eq!(finish(prune(&desk, &mut book, 30, NOW)), 1);
    assert_eq!(projects(&book.entries), ["future", "young", "just"]);
    let kept = finish(read_all(&desk)).unwrap();
    assert_eq!(kept.entries, book.entries);
    assert_eq!(kept.unreadable, ["record 1"]);
    assert_eq!(finish(read_aside(&desk)).unwrap().len(), 1);

    // The clock was set back to 1970, or to its lowest.
    for now in [Moment(0), Moment(i64::MIN)] {
        assert_eq!(finish(prune(&desk, &mut book, 0, now)), 0);
    }
}

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

#[test]
fn what_0_1_0_wrote_is_version_1_and_stays_as_it_is() {
    let desk = desk();
    let base = "https://sonarcloud.io";
    let written = [
        (
            format!("ledger {base} k"),
            json!({"token": "00112233445566778899aabbccddeeff", "seen": 5, "renewed": null, "changed": false}),
        ),
        (format!("intent {base} k"), json!({"old": null, "at": 7})),
        (
            format!("choice {base}"),
            json!({"badges": ["bugs"], "format": "html", "link": "", "token": ""}),
        ),
        ("salt".into(), json!("00112233445566778899aabbccddeeff")),
    ];
    for (name, value) in &written {
        put(&desk, name, value.clone());
    }
    assert_eq!(finish(open(&desk, NOW)), Ok(vec![]));
    for (name, value) in &written {
        assert_eq!(&desk.records.borrow()[name], value);
    }
    assert_eq!(desk.records.borrow()["format"], json!({"version": VERSION}));
    assert_eq!(desk.records.borrow().len(), written.len() + 1);
    let checked = finish(check::<Record, _>(&desk, "ledger")).unwrap();
    assert_eq!(checked, [""; 0]);
    assert_eq!(finish(open(&desk, NOW)), Ok(vec![]), "again");
}

#[test]
fn a_newer_version_is_left_alone() {
    for version in [2, 4_294_967_297_u64] {
        let desk = desk();
        put(&desk, "format", json!({"version": version, "more": 1}));
        let before = desk.records.borrow().clone();
        let told = finish(open(&desk, NOW));
        assert_eq!(told, Err(Unopened::Newer { version }));
        assert_eq!(*desk.records.borrow(), before);
    }
}

#[test]
fn a_version_that_cannot_be_read_is_set_aside() {
    let desk = desk();
    put(&desk, "format", json!("broken"));
    put(&desk, "formats", json!("of something else"));
    assert_eq!(finish(open(&desk, NOW)), Ok(vec!["format".to_owned()]));
    assert_eq!(
        names(&desk),
        ["aside 001795339800000 format", "format", "formats"]
    );
    assert_eq!(desk.records.borrow()["format"], json!({"version": VERSION}));
}

#[test]
fn a_full_store_is_opened_unless_something_has_to_be_moved() {
    let desk = desk();
    desk.full.set(true);
    assert_eq!(finish(open(&desk, NOW)), Ok(vec![]));
    put(&desk, "format", json!("broken"));
    let told = finish(open(&desk, NOW));
    assert_eq!(told, Err(Unopened::Refused(StoreRefused)));
    assert_eq!(desk.records.borrow()["format"], json!("broken"));
}

#[test]
fn dates_are_for_others_too() {
    assert_eq!(date::of_text(&date::to_text(NOW)), Some(NOW));
}
