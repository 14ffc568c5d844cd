//! What cannot be read: found in records of any kind, set aside, never lost.

use std::pin::pin;

use rebadge::record::{Aside, check, read_all, read_aside, set_aside, set_aside_still, unreadable};
use rebadge::renewal::{Intent, Moment, Order, Record, Store, StoreRefused, Subject, renew};
use serde_json::json;

use super::desk::{PAYMENTS, abandon, finish, subject};
use super::floor::{self, Floor};
use super::{NOW, desk, names, projects, put, renewed, with};

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
fn what_was_written_anew_in_between_stays() {
    let desk = desk();
    let names = ["policy a".to_owned(), "policy b".to_owned()];
    put(&desk, "policy a", json!("broken"));
    put(&desk, "policy b", json!(7));
    finish(set_aside_still::<u32, _>(&desk, &names, NOW)).unwrap();
    assert_eq!(finish(read_aside(&desk)).unwrap().len(), 1);
    assert_eq!(desk.records.borrow()["policy b"], json!(7));
}

#[test]
fn a_renewal_under_way_keeps_what_it_tells_the_ledger() {
    let floor = Floor::new(1);
    let subject = subject(floor::key(0).as_str());
    let name = Subject::ledgers(&subject.instance) + subject.project.as_str();
    put(&floor.desk, &name, json!("broken"));
    let names = [name.clone()];
    let order = Order {
        subject,
        seen: None,
        since: NOW,
    };
    let mut renewal = pin!(renew(&floor, &order, async |_| {}));
    let mut aside = pin!(set_aside_still::<Record, _>(&floor, &names, NOW));
    // The renewal has begun, and holds the lock when the other one looks.
    assert!(abandon(renewal.as_mut(), 3).is_none());
    assert!(abandon(aside.as_mut(), 20).is_none(), "it waits");
    finish(renewal);
    finish(aside).unwrap();
    assert_eq!(finish(read_aside(&floor)).unwrap(), []);
    let record: Record = finish(floor.get(&name)).unwrap().unwrap();
    assert!(record.renewed.is_some());
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
