//! A fresh run, after one that was closed and ended.

use super::left::{close_after, closed_after, reopened};
use super::*;

/// What is left of a run of four projects that was closed after so many pieces of
/// work, went on or did not, and was ended; and how often each has been renewed.
fn ended(pieces: usize, goes_on: bool) -> (Floor, [u32; 4]) {
    let (floor, order) = closed_after(4, pieces);
    if goes_on {
        reopened(&floor);
    }
    floor.close(&order).unwrap();
    floor.desk.pass(60_000);
    let before = [0, 1, 2, 3].map(|number| floor.renewals(number));
    (floor, before)
}

#[test]
fn a_fresh_run_renews_once_more_wherever_the_one_before_it_ended() {
    for (goes_on, pieces) in [true, false]
        .into_iter()
        .flat_map(|goes_on| (0..140).map(move |pieces| (goes_on, pieces)))
    {
        let case = format!("closed after {pieces}, goes on: {goes_on}");
        let (floor, before) = ended(pieces, goes_on);
        if goes_on {
            assert!((0..4).all(|number| !floor.is_open(number)), "{case}");
        }
        // However often it is put off.
        let limited = Fault::new(RENEW, wait_for(1)).times(2);
        floor.desk.cloud.borrow_mut().add_fault(limited);
        let again = floor.begin(4);
        let mut run = Run::begin(&again);
        work(&floor, &again, &mut run);
        assert_eq!(run.progress().renewed, 4, "{case}");
        for (number, before) in before.into_iter().enumerate() {
            assert_eq!(floor.renewals(number), before + 1, "{case}");
            assert!(!floor.is_open(number), "{case}");
        }
    }
}

#[test]
fn a_fresh_run_that_is_closed_as_well_takes_no_earlier_renewal_for_its_own() {
    for pieces in (0..140).step_by(11) {
        for closed in (0..140).step_by(3) {
            let (floor, before) = ended(pieces, false);
            let again = floor.begin(4);
            close_after(&floor, &again, closed);
            reopened(&floor);
            for entry in floor.record() {
                if entry.run == Some(again.begun) {
                    let number = (0..4)
                        .find(|&one| key(one).as_str() == entry.project)
                        .unwrap();
                    let ours = floor.renewals(number) - before[number];
                    match entry.ending {
                        Ending::Renewed => assert_eq!(ours, 1),
                        Ending::Unknown => assert!(ours <= 1),
                        other => panic!("{other:?}, closed after {pieces}, then {closed}"),
                    }
                }
            }
        }
    }
}
