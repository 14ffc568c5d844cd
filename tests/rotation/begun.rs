//! Runs that are begun, or not.

use super::*;

#[test]
fn one_run_of_an_owner_at_a_time() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let other = RunOrder::new(later(5), vec![key(1)]);
    assert_eq!(
        finish(begin_run(&floor, &owner(), &other)),
        Err(RunTrouble::Open)
    );
    assert_eq!(floor.open().unwrap().0, order);
    // Who wants to run it has to hold its lock, and only one can.
    let lock = owner().name("rotation");
    let held = finish(floor.try_lock(&lock));
    assert!(held.is_some() && finish(floor.try_lock(&lock)).is_none());
    floor.close(&order).unwrap();
    assert_eq!(finish(begin_run(&floor, &owner(), &other)), Ok(()));
}

#[test]
fn a_store_that_refuses_begins_nothing() {
    let floor = Floor::new(2);
    floor.desk.full.set(true);
    let begun = finish(begin_run(&floor, &owner(), &order(2)));
    assert_eq!(begun, Err(RunTrouble::Refused));
    assert!(floor.open().is_none());
}

#[test]
fn a_run_that_cannot_be_read_is_said_and_not_begun_over() {
    let floor = Floor::new(2);
    floor.begin(2);
    for spoilt in [
        r#"{"version":2}"#,
        r#"{"version":2,"begun":1,"projects":[]}"#,
        "7",
    ] {
        let name = owner().name("rotation");
        let value = serde_json::from_str::<serde_json::Value>(spoilt).unwrap();
        finish(floor.put(&name, &value)).unwrap();
        assert_eq!(
            finish(open_run(&floor, &owner())),
            Err(RunTrouble::Unreadable)
        );
        let begun = finish(begin_run(&floor, &owner(), &order(2)));
        assert_eq!(begun, Err(RunTrouble::Unreadable), "{spoilt}");
    }
    finish(forget_run(&floor, &owner()));
    assert!(floor.open().is_none());
}
