//! What holds for every word of a company, every age, every list and every count.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rebadge::renewal::{DAY, Moment};
use rebadge::rotation::{Known, Policy, Roster, Standing, Told, effective, standing};
use serde_json::{Value, json};

use super::{NOW, key, managed, policy};

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
