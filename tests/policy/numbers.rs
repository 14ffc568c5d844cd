//! The numbers of policy and settings: their limits, and how they are stored.

use rebadge::rotation::{Part, Policy};
use rebadge::settings::Settings;
use serde_json::{from_value, json, to_value};

use super::{out_of_range, policy};

#[test]
fn a_policy_is_every_7_to_365_days_and_warns_some_days_before() {
    assert_eq!(Policy::default(), policy(60, 7));
    assert!(
        Policy::new(7, 6).is_ok() && Policy::new(365, 364).is_ok() && Policy::new(7, 0).is_ok()
    );
    let every = Err(out_of_range(Part::Every, 7, 365));
    for days in [0, 6, 366, u16::MAX] {
        assert_eq!(Policy::new(days, 0), every, "{days}");
    }
    assert_eq!(Policy::new(60, 60), Err(out_of_range(Part::Warn, 0, 59)));
    assert_eq!(
        Policy::new(7, 7).unwrap_err().to_string(),
        "rotation.warn is not from 0 to 6"
    );
}

#[test]
fn a_stored_policy_comes_back_and_a_bad_one_is_none() {
    let kept = to_value(policy(30, 5)).unwrap();
    assert_eq!(kept, json!({ "version": 1, "every": 30, "warn": 5 }));
    assert_eq!(from_value::<Policy>(kept).unwrap(), policy(30, 5));
    for bad in [
        json!({ "version": 2, "every": 30, "warn": 5 }),
        json!({ "version": 1, "every": 3, "warn": 1 }),
        json!({ "version": 1, "every": 30, "warn": 30 }),
        json!({ "version": 1, "every": "30", "warn": 5 }),
        json!({ "version": 1, "every": 30 }),
        json!(30),
    ] {
        assert!(from_value::<Policy>(bad.clone()).is_err(), "{bad}");
    }
}

#[test]
fn settings_fall_back_one_by_one() {
    let usual = Settings::default();
    assert_eq!((usual.notify, usual.keep_days), (false, 400));
    let kept = to_value(usual).unwrap();
    assert_eq!(
        kept,
        json!({ "version": 1, "notify": false, "keep_days": 400 })
    );
    let read = |value| from_value::<Settings>(value).unwrap();
    let set = Settings {
        notify: true,
        keep_days: 30,
    };
    assert_eq!(read(to_value(set).unwrap()), set);
    assert_eq!(read(json!({})), usual);
    assert_eq!(
        read(json!({ "notify": true, "keep_days": 0 })),
        Settings {
            notify: true,
            ..usual
        }
    );
    assert_eq!(
        read(json!({ "notify": "yes", "keep_days": 30 })),
        Settings {
            keep_days: 30,
            ..usual
        }
    );
    assert_eq!(read(json!({ "notify": 1, "keep_days": 99_999 })), usual);
}
