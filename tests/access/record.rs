//! The record of a sealed token: what it says, when it is damaged, whose it is.

use proptest::prelude::*;
use rebadge::access::{Remembered, Sealed, forget, recall, remember};
use rebadge::page::{Instance, Region};
use rebadge::renewal::StoreRefused;
use serde_json::{Value, json};
use stand_in::Profile;

use super::desk::{Desk, INSTANCE, finish};

const RECORD: &str = "access https://sonarcloud.io";

fn desk() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

fn sealed() -> Sealed {
    Sealed::new([7; 16], [9; 12], vec![5; 56]).unwrap()
}

/// A good record with one field of another value; without it for null.
fn record_with(field: &str, value: &Value) -> Value {
    let mut record = serde_json::to_value(sealed()).unwrap();
    let fields = record.as_object_mut().unwrap();
    if value.is_null() {
        fields.remove(field).unwrap();
    } else {
        fields.insert(field.into(), value.clone()).unwrap();
    }
    record
}

#[test]
fn a_record_says_all_that_opening_needs() {
    assert_eq!(
        serde_json::to_value(sealed()).unwrap(),
        json!({
            "version": 1,
            "iterations": 600_000,
            "salt": "07".repeat(16),
            "iv": "09".repeat(12),
            "sealed": "05".repeat(56),
        })
    );
}

#[test]
fn a_record_with_more_iterations_keeps_them() {
    for count in [100_000, 1_000_000, 10_000_000] {
        let read: Sealed =
            serde_json::from_value(record_with("iterations", &json!(count))).unwrap();
        assert_eq!(read.iterations(), count);
        assert_eq!(serde_json::to_value(read).unwrap()["iterations"], count);
    }
}

#[test]
fn a_damaged_record_is_told_from_none_and_kept() {
    let desk = desk();
    assert_eq!(finish(recall(&desk, &INSTANCE)), Ok(Remembered::Nothing));
    let damaged = [
        record_with("version", &json!(2)),
        record_with("iterations", &json!(99_999)),
        record_with("iterations", &json!(10_000_001)),
        record_with("iterations", &json!(-1)),
        record_with("iterations", &json!("600000")),
        record_with("salt", &json!("07".repeat(15))),
        record_with("salt", &json!("zz".repeat(16))),
        record_with("iv", &json!("09".repeat(16))),
        record_with("sealed", &json!("05".repeat(16))),
        record_with("sealed", &json!("05".repeat(217))),
        record_with("sealed", &json!("")),
        record_with("salt", &Value::Null),
        json!("text"),
        json!([]),
        json!(3),
    ];
    for record in damaged {
        desk.records
            .borrow_mut()
            .insert(RECORD.into(), record.clone());
        let recalled = finish(recall(&desk, &INSTANCE));
        assert_eq!(recalled, Ok(Remembered::Corrupt), "{record}");
        assert_eq!(desk.records.borrow()[RECORD], record);
    }
}

#[test]
fn a_token_is_remembered_for_its_instance_until_it_is_forgotten() {
    let desk = desk();
    let us = Instance::Cloud(Region::Us);
    finish(remember(&desk, &INSTANCE, &sealed())).unwrap();
    assert!(desk.records.borrow().contains_key(RECORD));
    let recalled = finish(recall(&desk, &INSTANCE));
    assert_eq!(recalled, Ok(Remembered::Sealed(sealed())));
    assert_eq!(finish(recall(&desk, &us)), Ok(Remembered::Nothing));
    finish(forget(&desk, &us));
    assert_eq!(finish(recall(&desk, &INSTANCE)), recalled);
    finish(forget(&desk, &INSTANCE));
    assert_eq!(finish(recall(&desk, &INSTANCE)), Ok(Remembered::Nothing));
}

#[test]
fn a_store_that_refuses_leaves_what_was_there() {
    let desk = desk();
    finish(remember(&desk, &INSTANCE, &sealed())).unwrap();
    desk.full.set(true);
    let other = Sealed::new([1; 16], [1; 12], vec![1; 56]).unwrap();
    assert_eq!(
        finish(remember(&desk, &INSTANCE, &other)),
        Err(StoreRefused)
    );
    let recalled = finish(recall(&desk, &INSTANCE));
    assert_eq!(recalled, Ok(Remembered::Sealed(sealed())));
}

#[test]
fn a_record_is_bound_to_its_instance() {
    assert_eq!(
        Sealed::bound_to(&INSTANCE),
        "rebadge access 1 https://sonarcloud.io"
    );
    assert_ne!(
        Sealed::bound_to(&INSTANCE),
        Sealed::bound_to(&Instance::Cloud(Region::Us))
    );
}

proptest! {
    #[test]
    fn what_was_sealed_is_read_back(
        salt: [u8; 16],
        iv: [u8; 12],
        text in proptest::collection::vec(any::<u8>(), 17..=216),
    ) {
        let sealed = Sealed::new(salt, iv, text).unwrap();
        let record = serde_json::to_value(&sealed).unwrap();
        prop_assert_eq!(serde_json::from_value::<Sealed>(record).unwrap(), sealed);
    }
}
