//! A company's word on the policy, good and bad.

use rebadge::rotation::{Fault, Locked, Managed, Part, Policy, Why, effective};
use serde_json::json;

use super::{managed, out_of_range, policy};

#[test]
fn a_company_sets_and_locks_each_number_by_itself() {
    let own = Some(policy(90, 10));
    let says = |value| effective(own, &managed(value));
    let locked = |every, warn| Locked { every, warn };
    assert_eq!(says(json!({})), (policy(90, 10), locked(false, false)));
    assert_eq!(
        says(json!({ "rotation": { "every": 30 } })),
        (policy(30, 10), locked(true, false))
    );
    assert_eq!(
        says(json!({ "rotation": { "warn": 3.0 } })),
        (policy(90, 3), locked(false, true))
    );
    assert_eq!(
        says(json!({ "rotation": { "every": 30, "warn": 3 }, "other": [] })),
        (policy(30, 3), locked(true, true))
    );
    assert_eq!(
        effective(None, &Managed::default()),
        (Policy::default(), Locked::default())
    );
}

#[test]
fn a_warning_that_no_longer_fits_begins_right_after_a_renewal() {
    let shorter = managed(json!({ "rotation": { "every": 7 } }));
    assert_eq!(effective(Some(policy(90, 30)), &shorter).0, policy(7, 6));
    assert!(shorter.faults().is_empty());
    let longer = managed(json!({ "rotation": { "warn": 100 } }));
    assert_eq!(effective(Some(policy(30, 7)), &longer).0, policy(30, 29));
    assert!(longer.faults().is_empty());
}

#[test]
fn a_bad_word_of_the_company_falls_back_and_is_told() {
    let own = Some(policy(90, 10));
    let not_whole = |part| {
        let why = Why::NotWhole;
        Fault { part, why }
    };
    let no_object = Fault {
        part: Part::Rotation,
        why: Why::NoObject,
    };
    for (said, faults, falls_back_to) in [
        (
            json!({ "every": 6 }),
            vec![out_of_range(Part::Every, 7, 365)],
            policy(90, 10),
        ),
        (
            json!({ "every": 1e300 }),
            vec![out_of_range(Part::Every, 7, 365)],
            policy(90, 10),
        ),
        (
            json!({ "every": -30 }),
            vec![out_of_range(Part::Every, 7, 365)],
            policy(90, 10),
        ),
        (
            json!({ "every": 30.5 }),
            vec![not_whole(Part::Every)],
            policy(90, 10),
        ),
        (
            json!({ "every": "30", "warn": 3 }),
            vec![not_whole(Part::Every)],
            policy(90, 3),
        ),
        (
            json!({ "every": 30, "warn": [3] }),
            vec![not_whole(Part::Warn)],
            policy(30, 10),
        ),
        (
            json!({ "every": 30, "warn": 30 }),
            vec![out_of_range(Part::Warn, 0, 29)],
            policy(30, 10),
        ),
        (
            json!({ "warn": 365 }),
            vec![out_of_range(Part::Warn, 0, 364)],
            policy(90, 10),
        ),
        (
            json!({ "every": true, "warn": {} }),
            vec![not_whole(Part::Every), not_whole(Part::Warn)],
            policy(90, 10),
        ),
        (json!({ "every": null }), vec![], policy(90, 10)),
        (json!(60), vec![no_object], policy(90, 10)),
        (json!("weekly"), vec![no_object], policy(90, 10)),
    ] {
        let managed = managed(json!({ "rotation": said }));
        assert_eq!(managed.faults(), faults, "{said}");
        let (policy, locked) = effective(own, &managed);
        assert_eq!(policy, falls_back_to, "{said}");
        let is_bad = |part| faults.iter().any(|fault| fault.part == part);
        assert!(!locked.every || !is_bad(Part::Every), "{said}");
        assert!(!locked.warn || !is_bad(Part::Warn), "{said}");
    }
}
