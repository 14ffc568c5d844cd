//! The version of what is stored: of an earlier release, of a later one, damaged.

use rebadge::record::{Unopened, VERSION, check, open};
use rebadge::renewal::{Record, StoreRefused};
use serde_json::json;

use super::desk::finish;
use super::{NOW, desk, names, put};

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
