//! What is planned, and how fast it goes.

use super::*;

#[test]
fn a_plan_says_what_will_happen_and_what_cannot() {
    let candidate = |number, needs_token, may_administer| Candidate {
        project: key(number),
        needs_token,
        may_administer,
    };
    let chosen = || {
        [
            candidate(0, true, Some(true)),
            candidate(1, true, None),
            candidate(2, true, Some(false)),
            candidate(3, false, Some(true)),
        ]
    };
    let plan = Plan::of(chosen(), true);
    assert_eq!(plan.renew, [key(0), key(1)]);
    let cannot = [
        (key(2), Obstacle::NoAdminister),
        (key(3), Obstacle::NoTokenNeeded),
    ];
    assert_eq!(plan.cannot, cannot);
    // Two projects, two requests each, two at once.
    assert_eq!((plan.seconds(1_000), plan.seconds(100)), (2, 1));
    let plan = Plan::of(chosen(), false);
    assert!(plan.renew.is_empty());
    assert!(
        plan.cannot
            .iter()
            .all(|(_, why)| *why == Obstacle::NotOffered)
    );
    assert_eq!(plan.seconds(1_000), 0);
}

#[test]
fn the_pace_follows_the_server() {
    let mut pace = Pace::default();
    assert_eq!(pace.allowed(), 2);
    for allowed in [3, 4, 5, 6, 7, 8, 8] {
        pace.speed_up(NOW);
        assert_eq!(pace.allowed(), allowed);
    }
    pace.slow_down(Some(30), NOW, 0.0);
    assert_eq!((pace.allowed(), pace.rests(NOW)), (4, Some(later(30_000))));
    // The others that were under way meet the same refusal.
    pace.slow_down(Some(31), later(10), 0.0);
    pace.slow_down(None, later(10), 0.0);
    pace.speed_up(later(10));
    assert_eq!(
        (pace.allowed(), pace.rests(later(10))),
        (4, Some(later(31_010)))
    );
    // Once it has refused, four have to go well for one more.
    let now = later(31_010);
    assert_eq!(pace.rests(now), None);
    for allowed in [4, 4, 4, 5] {
        pace.speed_up(now);
        assert_eq!(pace.allowed(), allowed);
    }
    let mut now = now;
    for allowed in [2, 1, 1] {
        pace.slow_down(Some(0), now, 0.0);
        assert_eq!(pace.allowed(), allowed);
        assert_eq!(pace.rests(Moment(0)), None, "a clock set back ends a rest");
        // A server that says at once is given a second.
        now = Moment(now.0 + 1_000);
        assert_eq!(pace.rests(now), None);
    }
}

#[test]
fn without_a_time_named_the_rests_grow_to_five_minutes() {
    let mut pace = Pace::default();
    let mut now = NOW;
    for (longest, chance) in [
        (5_000, 0.0),
        (15_000, 1.0),
        (30_000, 0.5),
        (60_000, 0.0),
        (120_000, 1.0),
        (300_000, 0.0),
        (300_000, 1.0),
        (300_000, 7.0),
    ] {
        pace.slow_down(None, now, chance);
        let until = pace.rests(now).unwrap();
        let rest = until.since(now);
        assert!(
            rest <= longest && rest >= longest * 3 / 4,
            "{rest} {longest}"
        );
        if chance == 0.0 {
            assert_eq!(rest, longest);
        }
        now = until;
    }
    pace.speed_up(now);
    pace.slow_down(None, now, 0.0);
    assert_eq!(
        pace.rests(now).unwrap().since(now),
        5_000,
        "reset by success"
    );
}
