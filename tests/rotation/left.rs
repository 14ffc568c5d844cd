//! A run whose page was closed, and goes on elsewhere.

use rebadge::record::settle_noted;
use rebadge::renewal::recall;

use super::*;

/// A run of so many projects whose page is closed after so many pieces of work.
fn closed_after(projects: usize, pieces: usize) -> (Floor, RunOrder) {
    let floor = Floor::new(projects);
    let order = floor.begin(projects);
    close_after(&floor, &order, pieces);
    (floor, order)
}

fn close_after(floor: &Floor, order: &RunOrder, pieces: usize) {
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

/// Somebody opens the popup of a project, which finds out what was left open.
fn popup_opens(floor: &Floor, subject: &Subject) {
    finish(settle_noted(floor, subject, owner().organization.as_ref()));
}

/// Goes on with it.
fn reopened(floor: &Floor) -> Step {
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
fn what_others_do_between_two_pages_does_not_make_the_run_forget() {
    for pieces in 0..40 {
        let (floor, _) = closed_after(1, pieces);
        let ours = floor.renewals(0);
        let mut cloud = floor.desk.cloud.borrow_mut();
        cloud.renew_behind_the_back(key(0).as_str());
        drop(cloud);
        floor.desk.pass(60_000);
        let subject = Subject {
            instance: desk::INSTANCE,
            project: key(0),
        };
        popup_opens(&floor, &subject);
        let token = finish(read_badge_token(&floor, &key(0))).unwrap();
        finish(note(&floor, &subject, &token, floor.now()));
        let step = reopened(&floor);
        assert!(floor.renewals(0) <= 1, "closed after {pieces}");
        assert!(
            ours == 0 || step.ending != Ending::NotRenewed,
            "closed after {pieces}"
        );
        assert_eq!(floor.record().len(), 1);
    }
}

#[test]
fn a_popup_that_may_not_read_the_new_token_leaves_the_run_what_it_knows() {
    for pieces in 0..40 {
        let (floor, _) = closed_after(1, pieces);
        let without = reopened(&floor).ending;
        let (floor, _) = closed_after(1, pieces);
        for path in [TOKEN, "/api/navigation/component"] {
            let refused = Fault::new(path, status(403));
            floor.desk.cloud.borrow_mut().add_fault(refused);
        }
        let subject = subject(key(0).as_str());
        popup_opens(&floor, &subject);
        floor.desk.cloud.borrow_mut().clear_faults();
        let told = finish(recall(&floor, &subject));
        assert!(
            floor.renewals(0) > 0 || told.is_none(),
            "closed after {pieces}"
        );
        assert_eq!(reopened(&floor).ending, without, "closed after {pieces}");
    }
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

#[test]
fn somebody_elses_renewal_since_the_run_began_counts() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let popup = rebadge::renewal::Order {
        subject: Subject {
            instance: desk::INSTANCE,
            project: key(0),
        },
        seen: finish(read_badge_token(&floor, &key(0))).ok(),
        since: floor.now(),
    };
    floor.desk.pass(1_000);
    finish(rebadge::renewal::renew(&floor, &popup));
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    let progress = run.progress();
    assert_eq!((progress.renewed, progress.renewed_elsewhere), (1, 1));
    assert_eq!((floor.renewals(0), floor.renewals(1)), (1, 1));
}
