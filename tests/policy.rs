//! The rotation policy: its limits, a company's word on it, what is due, and
//! when the desktop is told.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rebadge::page::{Instance, OrganizationKey, ProjectKey, Region};
use rebadge::renewal::{DAY, Moment, Record};
use rebadge::rotation::{
    Count, Fault, Known, Locked, Managed, Owner, Part, Policy, Records, Roster, Standing, Told,
    Why, count_due, effective, standing,
};
use rebadge::settings::Settings;
use serde_json::{Value, from_value, json, to_value};

const NOW: Moment = Moment(1_764_000_000_000);

fn days_ago(days: i64) -> Moment {
    Moment(NOW.0 - days * DAY)
}

fn policy(every: u16, warn: u16) -> Policy {
    Policy::new(every, warn).unwrap()
}

fn managed(value: Value) -> Managed {
    from_value(value).unwrap()
}

fn key(text: &str) -> ProjectKey {
    ProjectKey::parse(text).unwrap()
}

fn ledger(seen: Moment, renewed: Option<Moment>, changed: bool) -> Record {
    Record {
        token: None,
        seen,
        renewed,
        changed,
        attempt: None,
    }
}

fn out_of_range(part: Part, least: u16, most: u16) -> Fault {
    let why = Why::OutOfRange { least, most };
    Fault { part, why }
}

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

#[test]
fn a_token_is_due_on_its_day_and_not_an_hour_before() {
    let stands = |age| {
        standing(
            policy(60, 7),
            true,
            Known::Renewed(Moment(NOW.0 - age)),
            NOW,
        )
    };
    assert_eq!(stands(0), Standing::Fresh);
    assert_eq!(stands(53 * DAY - 1), Standing::Fresh);
    assert_eq!(stands(53 * DAY), Standing::Soon);
    assert_eq!(stands(60 * DAY - 1), Standing::Soon);
    assert_eq!(stands(60 * DAY), Standing::Due);
    assert_eq!(stands(-9 * DAY), Standing::Fresh, "the clock was set back");
    let unwarned = standing(policy(60, 0), true, Known::Since(days_ago(59)), NOW);
    assert_eq!(unwarned, Standing::Fresh);
    let public = standing(policy(7, 0), false, Known::Since(days_ago(900)), NOW);
    assert_eq!(public, Standing::NotNeeded);
}

#[test]
fn the_age_is_what_ledger_and_roster_know() {
    let listed = days_ago(50);
    assert_eq!(Known::of(None, listed), Known::Since(listed));
    let renewed = ledger(days_ago(1), Some(days_ago(2)), false);
    assert_eq!(
        Known::of(Some(&renewed), listed),
        Known::Renewed(days_ago(2))
    );
    let older = ledger(days_ago(80), None, false);
    assert_eq!(Known::of(Some(&older), listed), Known::Since(days_ago(80)));
    let looked_at = ledger(days_ago(1), None, false);
    assert_eq!(
        Known::of(Some(&looked_at), listed),
        Known::Since(listed),
        "looking at a token does not make it younger"
    );
    let changed = ledger(days_ago(1), None, true);
    assert_eq!(Known::of(Some(&changed), listed), Known::Since(days_ago(1)));
}

#[test]
fn a_damaged_moment_is_long_ago_or_yet_to_come() {
    let policy = Policy::default();
    let stands = |at| standing(policy, true, Known::Since(Moment(at)), NOW);
    assert_eq!(stands(i64::MIN), Standing::Due);
    assert_eq!(stands(i64::MAX), Standing::Fresh);
    let told: Told = from_value(json!({ "at": i64::MIN, "due": 0 })).unwrap();
    assert!(told.calls_for_word(1, NOW));
}

#[test]
fn a_roster_keeps_since_when_and_loses_who_is_gone_once_all_were_listed() {
    let first = [(key("b"), true), (key("a"), false)];
    let roster = Roster::merge(None, first, true, days_ago(9));
    let partly = [(key("c"), true), (key("a"), true)];
    let roster = Roster::merge(Some(roster), partly.clone(), false, days_ago(5));
    let kept = json!({ "version": 1, "at": days_ago(5), "entries": [
        ["a", days_ago(9), true], ["b", days_ago(9), true], ["c", days_ago(5), true],
    ] });
    assert_eq!(to_value(&roster).unwrap(), kept);
    assert_eq!(from_value::<Roster>(kept.clone()).unwrap(), roster);
    let roster = Roster::merge(Some(roster), partly, true, NOW);
    let keys: Vec<_> = roster
        .entries
        .iter()
        .map(|entry| entry.key.as_str())
        .collect();
    assert_eq!(keys, ["a", "c"]);

    let mut newer = kept;
    newer["version"] = json!(2);
    assert!(from_value::<Roster>(newer).is_err());
}

#[test]
fn a_moment_yet_to_come_is_a_wrong_clocks() {
    let wrong = Moment(NOW.0 + 20_000 * DAY);
    let roster = Roster::merge(None, [(key("a"), true)], true, wrong);
    let roster = Roster::merge(Some(roster), [(key("a"), true)], true, NOW);
    assert_eq!(roster.entries[0].listed, NOW);
}

/// An owner's records by their real names.
fn owner(region: Region, organization: &str) -> Owner {
    Owner {
        instance: Instance::Cloud(region),
        organization: Some(OrganizationKey::parse(organization).unwrap()),
    }
}

fn roster(entries: &[(&str, bool)], listed: Moment) -> Roster {
    let listing = entries.iter().map(|(text, needs)| (key(text), *needs));
    Roster::merge(None, listing, true, listed)
}

#[test]
fn due_tokens_of_all_owners_are_counted_under_their_own_policies() {
    let (acme, other) = (owner(Region::Eu, "acme"), owner(Region::Us, "acme"));
    let mut records = Records {
        rosters: vec![
            (
                acme.roster(),
                Some(roster(
                    &[("a", true), ("b", true), ("c", false)],
                    days_ago(60),
                )),
            ),
            (
                other.roster(),
                Some(roster(&[("a", true), ("b", true)], days_ago(25))),
            ),
            (
                "roster https://sonar.example/sonar".to_owned(),
                Some(roster(&[("a", true)], days_ago(56))),
            ),
            (owner(Region::Eu, "broken").roster(), None),
        ],
        policies: vec![(other.policy(), Some(policy(30, 6)))],
        ledger: vec![(
            "ledger https://sonarcloud.io b".to_owned(),
            Some(ledger(NOW, Some(NOW), false)),
        )],
    };
    let count = |records: &Records, managed: &Managed| count_due(records, managed, NOW);
    // acme: a; other: both soon; the server: soon.
    assert_eq!(
        count(&records, &Managed::default()),
        Count { due: 1, soon: 3 }
    );
    let weekly = managed(json!({ "rotation": { "every": 7 } }));
    assert_eq!(count(&records, &weekly), Count { due: 4, soon: 0 });
    // A bad policy, or a bad line of the ledger, counts as none.
    records.policies[0].1 = None;
    records.ledger[0].1 = None;
    assert_eq!(
        count(&records, &Managed::default()),
        Count { due: 2, soon: 1 }
    );
}

#[test]
fn the_icon_has_room_for_four_characters() {
    let mark = |due| Count { due, soon: 5 }.mark();
    assert_eq!([mark(0), mark(1), mark(999)], ["", "1", "999"]);
    assert_eq!([mark(1_000), mark(10_000)], ["999+", "999+"]);
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

/// The desktop's words, one for each count that calls for one.
fn words(counts: &[(i64, usize)]) -> Vec<usize> {
    let mut told = Told::default();
    let mut said = Vec::new();
    for (at, due) in counts {
        let now = Moment(NOW.0 + at);
        told = if told.calls_for_word(*due, now) {
            said.push(*due);
            Told::spoken(*due, now)
        } else {
            told.silent(*due)
        };
    }
    said
}

#[test]
fn the_desktop_is_told_of_more_tokens_only_and_once_a_day() {
    assert_eq!(words(&[(0, 0), (1, 12), (2, 13)]), [12]);
    assert_eq!(words(&[(0, 12), (DAY, 12), (DAY + 1, 13)]), [12, 13]);
    // Told late rather than never.
    assert_eq!(words(&[(0, 12), (1, 14), (DAY, 14)]), [12, 14]);
    // Rotated in between: fewer than ever told are more again.
    assert_eq!(words(&[(0, 12), (1, 0), (60 * DAY, 5)]), [12, 5]);
    // A clock set back silences nobody.
    assert_eq!(words(&[(9_000 * DAY, 1), (0, 2)]), [1, 2]);
}

fn listing() -> impl Strategy<Value = (Vec<(String, bool)>, bool)> {
    (
        prop::collection::vec(("[a-e]", any::<bool>()), 0..7),
        any::<bool>(),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_company_says_a_policy_comes_of_it(
        every in prop::option::of(prop_oneof![any::<i32>().prop_map(Value::from), (0..400).prop_map(Value::from), any::<f64>().prop_map(Value::from), ".{0,3}".prop_map(Value::from)]),
        warn in prop::option::of(prop_oneof![any::<i32>().prop_map(Value::from), (0..400).prop_map(Value::from), any::<bool>().prop_map(Value::from)]),
        own in prop::option::of((7..=365_u16).prop_flat_map(|every| (Just(every), 0..every))),
    ) {
        let mut rotation = json!({});
        if let Some(every) = &every { rotation["every"] = every.clone(); }
        if let Some(warn) = &warn { rotation["warn"] = warn.clone(); }
        let managed = managed(json!({ "rotation": rotation }));
        let (effective, locked) = effective(own.map(|(every, warn)| policy(every, warn)), &managed);
        prop_assert!(Policy::new(effective.every(), effective.warn()).is_ok());
        if locked.every {
            prop_assert_eq!(every.unwrap().as_f64(), Some(f64::from(effective.every())));
        }
        prop_assert!(managed.faults().len() <= 2);
    }

    #[test]
    fn standings_only_grow_worse_with_age(
        (every, warn) in (7..=365_u16).prop_flat_map(|every| (Just(every), 0..every)),
        ages in (0..500 * DAY, 0..500 * DAY),
    ) {
        let stands = |age: i64| standing(policy(every, warn), true, Known::Since(Moment(NOW.0 - age)), NOW);
        let (younger, older) = (ages.0.min(ages.1), ages.0.max(ages.1));
        prop_assert!(stands(younger) <= stands(older));
        prop_assert_eq!(stands(older) == Standing::Due, older >= i64::from(every) * DAY);
        prop_assert_eq!(
            stands(older) >= Standing::Soon,
            older >= i64::from(every - warn) * DAY
        );
    }

    #[test]
    fn rosters_are_what_a_model_says(listings in prop::collection::vec(listing(), 1..6)) {
        let mut roster = None;
        let mut model: BTreeMap<String, (i64, bool)> = BTreeMap::new();
        for (day, (listing, complete)) in (0..).zip(listings) {
            let keys = listing.iter().map(|(text, needs)| (key(text), *needs));
            roster = Some(Roster::merge(roster, keys, complete, Moment(day * DAY)));
            if complete {
                model.retain(|known, _| listing.iter().any(|(text, _)| text == known));
            }
            for (text, needs) in listing {
                model.entry(text).or_insert((day * DAY, needs)).1 = needs;
            }
        }
        let rows: Vec<_> = roster.unwrap().entries.into_iter()
            .map(|entry| (entry.key.to_string(), (entry.listed.0, entry.needs_token)))
            .collect();
        prop_assert_eq!(rows, model.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn words_to_the_desktop_are_a_day_apart(
        steps in prop::collection::vec((0..DAY, 0..5_usize), 0..40),
    ) {
        let mut now = NOW;
        let (mut told, mut last) = (Told::default(), None);
        for (passed, due) in steps {
            now = Moment(now.0 + passed);
            if told.calls_for_word(due, now) {
                prop_assert!(due > 0);
                prop_assert!(last.is_none_or(|last: Moment| now.since(last) >= DAY));
                last = Some(now);
                told = Told::spoken(due, now);
            } else {
                told = told.silent(due);
            }
        }
    }
}
