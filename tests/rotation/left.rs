//! A run whose page was closed, and goes on elsewhere or is given up.

use super::*;

/// A run of so many projects whose page is closed after so many pieces of work.
pub fn closed_after(projects: usize, pieces: usize) -> (Floor, RunOrder) {
    let floor = Floor::new(projects);
    let order = floor.begin(projects);
    close_after(&floor, &order, pieces);
    (floor, order)
}

pub fn close_after(floor: &Floor, order: &RunOrder, pieces: usize) {
    let mut run = Run::begin(order);
    let mut done = 0;
    page(floor, order, &mut run, |_| {
        done += 1;
        if done > pieces {
            Word::Close
        } else {
            Word::GoOn(done)
        }
    });
}

/// Goes on with it.
pub fn reopened(floor: &Floor) -> Step {
    let (order, entries) = floor.open().unwrap();
    let mut run = Run::resume(&order, &entries);
    work(floor, &order, &mut run);
    match run.item(&key(0)) {
        Some(ItemState::Ended(step)) => step.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_page_closed_at_any_point_goes_on_where_it_was() {
    for pieces in 0..140 {
        let (floor, _) = closed_after(4, pieces);
        let (order, entries) = floor.open().unwrap();
        let mut run = Run::resume(&order, &entries);
        if run.state() != RunState::Finished {
            assert_eq!(run.state(), RunState::Paused(Pause::Asked));
        }
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished, "closed after {pieces}");
        let progress = run.progress();
        assert_eq!(
            progress.renewed + progress.unknown,
            4,
            "closed after {pieces}"
        );
        assert!(progress.unknown <= 4, "only what was under way");
        assert_eq!(floor.record().len(), 4, "closed after {pieces}");
        let real: u32 = (0..4).map(|number| floor.renewals(number)).sum();
        assert!((0..4).all(|number| floor.renewals(number) <= 1));
        assert!(progress.renewed <= real as usize, "closed after {pieces}");
        assert!(real as usize <= 4);
    }
}

#[test]
fn once_the_server_has_accepted_a_closed_page_leaves_no_doubt() {
    let mut doubts = 0;
    for pieces in 0..40 {
        let (floor, _) = closed_after(1, pieces);
        let records = format!("{:?}", floor.desk.records.borrow());
        let accepted = records.contains(r#""accepted": Bool(true)"#);
        let sent = floor.desk.posts() > 0;
        let step = reopened(&floor);
        if accepted || !records.contains("intent") {
            assert_eq!(step.ending, Ending::Renewed, "closed after {pieces}");
        }
        doubts += usize::from(step.ending == Ending::Unknown);
        assert_eq!(
            floor.renewals(0) == 1,
            step.ending == Ending::Renewed || sent
        );
    }
    // Written and not sent, on its way, on its way back, and being written down.
    assert!((1..=4).contains(&doubts), "{doubts}");
}

#[test]
fn a_run_that_is_given_up_leaves_nothing_out_of_the_record() {
    for pieces in 0..140 {
        let (floor, order) = closed_after(4, pieces);
        let requests = floor.requests.get();
        floor.close(&order).unwrap();
        assert_eq!(floor.requests.get(), requests, "nothing is sent");
        let record = floor.record();
        for number in 0..4 {
            let mut entries = record
                .iter()
                .filter(|one| one.project == key(number).as_str());
            let ending = entries.next().map(|entry| entry.ending);
            assert_eq!(entries.next(), None);
            match ending {
                Some(Ending::Renewed) => assert_eq!(floor.renewals(number), 1),
                Some(Ending::Unknown) => {}
                Some(other) => panic!("{other:?}"),
                None => assert_eq!(floor.renewals(number), 0, "closed after {pieces}"),
            }
        }
    }
}
