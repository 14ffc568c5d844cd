//! A run on its way to its end.

use super::*;

#[test]
fn a_run_that_goes_well_ends_with_each_project_renewed_in_two_requests() {
    let floor = Floor::new(30);
    let order = floor.begin(30);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(run.state(), RunState::Finished);
    let progress = run.progress();
    assert_eq!(
        (progress.total, progress.ended, progress.renewed),
        (30, 30, 30)
    );
    assert_eq!(floor.requests.get(), 60, "a POST and a look a project");
    let record = floor.record();
    assert_eq!(record.len(), 30);
    for number in 0..30 {
        assert_eq!(floor.renewals(number), 1);
        let Some(ItemState::Ended(step)) = run.item(&key(number)) else {
            panic!("not ended");
        };
        let token = step.token.as_ref().unwrap().expose().to_owned();
        assert_eq!(Some(token), floor.desk.real_token(key(number).as_str()));
    }
    let entry = &record[0];
    assert_eq!(
        (entry.ending, entry.run),
        (Ending::Renewed, Some(order.begun))
    );
    assert_eq!(entry.login.as_deref(), Some(LOGIN));
    assert_eq!(entry.organization.as_deref(), Some("acme"));
    assert!(entry.after.is_some() && entry.before.is_none());
    floor.close(&order).unwrap();
    assert!(floor.open().is_none());
    assert_eq!(floor.record().len(), 30, "closing adds nothing to that");
    let records = format!("{:?}", floor.desk.records.borrow());
    assert!(
        !records.contains("intent") && !records.contains("rotation"),
        "{records}"
    );
    let token = floor.desk.real_token(key(0).as_str()).unwrap();
    assert!(!records.contains(&token), "a token is stored");
}

#[test]
fn a_new_token_that_cannot_be_read_at_once_is_read_later_and_renewed_once() {
    let floor = Floor::new(3);
    let order = floor.begin(3);
    let fault = Fault::new(TOKEN, wait_for(60)).times(1);
    floor.desk.cloud.borrow_mut().add_fault(fault);
    let mut run = Run::begin(&order);
    work(&floor, &order, &mut run);
    assert_eq!(floor.desk.posts(), 3);
    for (_, item) in run.items() {
        let ItemState::Ended(step) = item else {
            panic!("not ended");
        };
        assert!(step.token.is_some());
    }
    assert!(floor.record().iter().all(|entry| entry.after.is_some()));
}

#[test]
fn a_run_of_nothing_is_finished_and_a_project_named_twice_counts_once() {
    assert_eq!(Run::begin(&order(0)).state(), RunState::Finished);
    let twice = RunOrder::new(NOW, vec![key(0), key(1), key(0)]);
    assert_eq!(Run::begin(&twice).progress().total, 2);
}
