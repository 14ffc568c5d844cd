//! Reaching an instance without the popup: tokens, passphrases, records, tabs.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "desk/mod.rs"]
mod desk;

use desk::{Desk, INSTANCE, finish};
use proptest::prelude::*;
use rebadge::access::{
    AccessToken, Passphrase, Remembered, Sealed, TabSeen, best, forget, pattern, quiet_page,
    recall, remember, retry_after,
};
use rebadge::page::{Instance, Region, read_on_server};
use rebadge::renewal::{Moment, StoreRefused};
use serde_json::{Value, json};
use stand_in::Profile;

const RECORD: &str = "access https://sonarcloud.io";
const SECRET: &str = "0123456789abcdef0123456789abcdef01234567";

fn server(url: &str, context: &str) -> Instance {
    read_on_server(url, context).unwrap().instance
}

fn desk() -> Desk {
    Desk::new(Profile::CloudFull, "ada")
}

fn sealed() -> Sealed {
    Sealed::new([7; 16], [9; 12], vec![5; 56]).unwrap()
}

#[test]
fn an_access_token_is_one_word_of_ascii() {
    let token = AccessToken::parse(&format!(" \t{SECRET}\r\n")).unwrap();
    assert_eq!(token.expose(), SECRET);
    assert!(AccessToken::parse(&"a".repeat(200)).is_ok());
    for bad in [
        "",
        "  ",
        "two words",
        "a\nb",
        "tök",
        "a\0b",
        &"a".repeat(201),
    ] {
        assert!(AccessToken::parse(bad).is_err(), "{bad:?}");
    }
}

#[test]
fn secrets_do_not_show_in_logs() {
    let token = AccessToken::parse(SECRET).unwrap();
    let passphrase = Passphrase::new("correct horse".into()).unwrap();
    let shown = format!("{token:?} {passphrase:?}");
    assert_eq!(shown, "AccessToken([redacted]) Passphrase([redacted])");
}

#[test]
fn a_passphrase_has_eight_characters() {
    assert!(Passphrase::new("1234567".into()).is_err());
    // Characters count, not bytes: seven of two bytes are too few.
    assert!(Passphrase::new("äöüäöüä".into()).is_err());
    assert!(Passphrase::new("äöüäöüäö".into()).is_ok());
    assert_eq!(
        Passphrase::new(" blanks ".into()).unwrap().expose(),
        " blanks "
    );
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

#[test]
fn access_is_asked_for_one_site() {
    let cases = [
        (INSTANCE, "https://sonarcloud.io/*"),
        (Instance::Cloud(Region::Us), "https://sonarqube.us/*"),
        (
            server("https://sonar.example/sonar/projects", "/sonar"),
            "https://sonar.example/*",
        ),
        (
            server("http://intranet:9000/projects", ""),
            "http://intranet/*",
        ),
        (
            server("http://127.0.0.1:9000/projects", ""),
            "http://127.0.0.1/*",
        ),
        (server("http://[::1]:9000/projects", ""), "http://[::1]/*"),
        (server("http://[::1]/projects", ""), "http://[::1]/*"),
    ];
    for (instance, expected) in cases {
        assert_eq!(pattern(&instance), expected);
    }
    assert_eq!(
        quiet_page(&server("http://intranet:9000/sonar/projects", "/sonar")),
        "http://intranet:9000/sonar/api/server/version"
    );
}

fn tab(id: i32, url: &str) -> TabSeen {
    TabSeen {
        id: Some(id),
        url: Some(url.into()),
        status: "complete".into(),
        discarded: false,
        frozen: false,
    }
}

#[test]
fn the_tab_that_serves_is_on_the_instance_and_runs() {
    let hidden = TabSeen {
        url: None,
        ..tab(1, "")
    };
    let elsewhere = [
        hidden,
        tab(2, "https://sonarcloud.io.example/projects"),
        tab(3, "http://sonarcloud.io/projects"),
        tab(4, "https://sonarqube.us/projects"),
        TabSeen {
            discarded: true,
            ..tab(5, "https://sonarcloud.io/projects")
        },
        TabSeen {
            frozen: true,
            ..tab(6, "https://sonarcloud.io/projects")
        },
        TabSeen {
            id: None,
            ..tab(7, "https://sonarcloud.io/projects")
        },
    ];
    assert_eq!(best(&elsewhere, &INSTANCE), None);
    let mut all = elsewhere.to_vec();
    all.push(TabSeen {
        status: "loading".into(),
        ..tab(8, "https://sonarcloud.io/projects")
    });
    assert_eq!(best(&all, &INSTANCE), Some(8));
    all.push(tab(9, "https://sonarcloud.io"));
    all.push(tab(10, "https://sonarcloud.io/projects"));
    assert_eq!(best(&all, &INSTANCE), Some(9));
}

#[test]
fn a_tab_beside_the_context_path_does_not_serve() {
    let server = server("http://intranet/sonar/projects", "/sonar");
    assert_eq!(best(&[tab(1, "http://intranet/wiki")], &server), None);
    assert_eq!(
        best(&[tab(1, "http://intranet/sonarx/projects")], &server),
        None
    );
    assert_eq!(best(&[tab(1, "http://intranet/sonar?x")], &server), Some(1));
}

#[test]
fn a_tab_is_read_as_the_browser_tells_it() {
    let told = json!({ "id": 4, "index": 0, "status": "complete", "discarded": false });
    let read: TabSeen = serde_json::from_value(told).unwrap();
    assert_eq!((read.id, read.url), (Some(4), None));
}

#[test]
fn retry_after_is_seconds_or_a_date() {
    let now = Moment(1_000_000);
    let none = |_: &str| None;
    assert_eq!(retry_after("120", now, none), Some(120));
    assert_eq!(retry_after(" 0 ", now, none), Some(0));
    assert_eq!(retry_after("soon", now, none), None);
    assert_eq!(retry_after("", now, none), None);
    assert_eq!(retry_after("-5", now, none), None);
    let at = |moment| move |_: &str| Some(Moment(moment));
    assert_eq!(retry_after("a date", now, at(1_000_001)), Some(1));
    assert_eq!(retry_after("a date", now, at(1_005_000)), Some(5));
    assert_eq!(retry_after("a date", now, at(999_999)), None);
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

    #[test]
    fn no_retry_after_panics(value in "\\PC{0,30}", now: i64, then: i64) {
        let (now, then) = (now / 4, then / 4);
        let _ = retry_after(&value, Moment(now), |_| Some(Moment(then)));
    }
}
