//! When a host says to retry: seconds, or a date.

use proptest::prelude::*;
use rebadge::access::retry_after;
use rebadge::renewal::Moment;

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
    fn no_retry_after_panics(value in "\\PC{0,30}", now: i64, then: i64) {
        let (now, then) = (now / 4, then / 4);
        let _ = retry_after(&value, Moment(now), |_| Some(Moment(then)));
    }
}
