//! The book: its entries in their order, what is found in it, what is pruned.

use rebadge::record::{Book, Ending, Query, prune, read_all, read_aside};
use rebadge::renewal::Moment;
use serde_json::json;

use super::desk::{PAYMENTS, finish};
use super::{NOW, desk, entry, names, projects, put, renewed, with};

const DAY: i64 = 86_400_000;

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
