//! What single failures do to a run.

use super::*;

/// One project, whose token the ledger knows.
fn known_before() -> (Floor, Subject) {
    let floor = Floor::new(1);
    let subject = Subject {
        instance: desk::INSTANCE,
        project: key(0),
    };
    let token = finish(read_badge_token(&floor, &key(0))).unwrap();
    finish(note(&floor, &subject, &token, floor.now()));
    floor.desk.pass(1_000);
    (floor, subject)
}

#[test]
fn a_token_known_before_stands_in_the_entry_and_tells_that_nothing_was_done() {
    let (floor, _) = known_before();
    let order = floor.begin(1);
    // The answer gets lost before the server acted: the look proves it, and the
    // project is tried again.
    let fault = Fault::new(RENEW, FaultKind::Drop).times(1);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!((run.progress().renewed, floor.renewals(0)), (1, 1));
    assert_eq!(floor.desk.posts(), 2);
    let entry = &floor.record()[0];
    assert!(entry.before.is_some() && entry.before != entry.after);
}

#[test]
fn an_answer_lost_over_a_token_never_seen_is_said_not_to_be_known_and_not_sent_again() {
    for acted in [false, true] {
        let floor = Floor::new(2);
        let order = floor.begin(2);
        let fault = Fault::new(RENEW, FaultKind::Drop).times(1);
        let fault = if acted { fault.after_acting() } else { fault };
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished);
        assert_eq!((run.progress().unknown, run.progress().renewed), (1, 1));
        assert_eq!(floor.desk.posts(), 2, "one each");
        let (order, entries) = floor.open().unwrap();
        assert_eq!(Run::resume(&order, &entries).state(), RunState::Finished);
        // The next run is not held up by it.
        floor.close(&order).unwrap();
        let order = floor.begin(2);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.progress().renewed, 2);
    }
}

#[test]
fn a_limiter_is_believed_without_a_look_and_obeyed_to_the_second() {
    let floor = Floor::new(6);
    let order = floor.begin(6);
    let fault = Fault::new(RENEW, wait_for(120)).times(1).skipping(2);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let begun = floor.now();
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    // The floor itself sees to it that nothing is sent too early.
    assert_eq!(run.progress().renewed, 6);
    assert!(floor.now().since(begun) >= 120_000);
    assert_eq!(floor.requests.get(), 13, "two each, and the one refused");
}

#[test]
fn a_server_that_refuses_for_ever_is_asked_five_times_a_project() {
    let floor = Floor::new(2);
    let order = floor.begin(2);
    let fault = Fault::new(RENEW, status(429)).about(key(0).as_str());
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(run.state(), RunState::Finished);
    assert_eq!((run.progress().renewed, run.progress().not_renewed), (1, 1));
    assert_eq!(floor.desk.posts(), 6);
    let record = floor.record();
    let entry = record
        .iter()
        .find(|entry| entry.project == key(0).as_str())
        .unwrap();
    assert_eq!(entry.ending, Ending::NotRenewed);
    assert_eq!(entry.reason.as_deref(), Some("rate-limited"));
}

#[test]
fn one_failure_never_stops_the_others() {
    let failures = [
        (status(403), Ending::NotRenewed, "no-administer"),
        (
            FaultKind::Status {
                status: 400,
                body: Some(r#"{"errors":[{"msg":"Project or Application not found"}]}"#.into()),
                retry_after: None,
                cloudflare: false,
            },
            Ending::NotRenewed,
            "not-found",
        ),
        (status(404), Ending::NotRenewed, "not-offered"),
        (status(500), Ending::Unknown, "server-500"),
    ];
    for (kind, ending, reason) in failures {
        let floor = Floor::new(12);
        let order = floor.begin(12);
        let fault = Fault::new(RENEW, kind).about(key(1).as_str());
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(run.state(), RunState::Finished, "{reason}");
        assert_eq!(run.progress().renewed, 11, "{reason}");
        let record = floor.record();
        let entry = record
            .iter()
            .find(|entry| entry.project == key(1).as_str())
            .unwrap();
        assert_eq!(
            (entry.ending, entry.reason.as_deref()),
            (ending, Some(reason))
        );
    }
}

#[test]
fn a_refusal_is_believed_without_a_look() {
    // Refused, renewed, read; and refused, and asked who is signed in.
    for (kind, requests, reads) in [(status(429), 3, 1), (status(403), 2, 0)] {
        let floor = Floor::new(1);
        let order = floor.begin(1);
        let fault = Fault::new(RENEW, kind).times(1);
        floor.desk.cloud.borrow_mut().add_fault(fault);
        let mut run = Run::begin(&order);
        work(&floor, &order, &mut run);
        assert_eq!(
            (run.state(), floor.requests.get()),
            (RunState::Finished, requests)
        );
        let cloud = floor.desk.cloud.borrow();
        assert_eq!(cloud.project(key(0).as_str()).unwrap().reads, reads);
    }
}

#[test]
fn what_may_act_late_is_waited_for_before_it_is_said_not_to_be() {
    let (floor, subject) = known_before();
    let order = floor.begin(1);
    let fault = Fault::new(RENEW, status(504));
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let begun = floor.now();
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(
        (run.state(), run.progress().not_renewed),
        (RunState::Finished, 1)
    );
    assert!(floor.now().since(begun) >= 5 * rebadge::renewal::PATIENCE);
    assert!(!finish(rebadge::renewal::is_open(&floor, &subject)));
}
