//! How a token stands by its age, and what ledger and roster know of that.

use rebadge::renewal::{DAY, Moment};
use rebadge::rotation::{Known, Policy, Roster, Standing, Told, standing};
use serde_json::{from_value, json, to_value};

use super::{NOW, days_ago, key, ledger, policy};

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
