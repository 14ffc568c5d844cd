//! What a run says where it has to rest.

use rebadge::dashboard::{Action, Effect};
use rebadge::record::Ending;
use rebadge::rotation::Step;
use rebadge::sonar::{Failure, Loss};

use super::screen::*;

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

fn lost(loss: Loss, sent: bool) -> Failure {
    Failure::Lost { loss, sent }
}

/// A run in which turn after turn fails so, until it rests.
fn resting(failure: Failure) -> Screen {
    let memory = ledger(NAMES.map(|name| seen(name, 90)));
    let mut screen = Screen::of_cloud(memory, &NAMES.map(private));
    let (_, mut effects) = screen.begin();
    for _ in 0..4 {
        for project in steps(&effects) {
            effects = screen.step(&project, fails(failure));
            if screen.run().title.name == "run_rests" {
                return screen;
            }
        }
    }
    panic!("it never rests: {failure}");
}

#[test]
fn it_says_why_and_what_helps() {
    let cases = [
        (Failure::NotSignedIn, "not_signed_in", "sign_in"),
        (Failure::SessionRefused, "session_refused", "sign_in"),
        (Failure::Html, "page_came", "go_on"),
        (Failure::Refused { status: 418 }, "refused", "go_on"),
        (Failure::NotOffered, "not_offered", "go_on"),
        (lost(Loss::TabGone, false), "tab_gone", "open_host"),
        (lost(Loss::Navigated, false), "navigated", "open_host"),
        (lost(Loss::Offline, false), "offline", "go_on"),
        (lost(Loss::Connection, true), "connection_lost", "go_on"),
        (lost(Loss::Timeout, true), "timed_out", "go_on"),
    ];
    for (failure, what, button) in cases {
        let mut screen = resting(failure);
        let mut alert = screen.alert();
        assert_eq!(alert.texts[0].name, "run_had_to_rest");
        assert_eq!(alert.texts[1].name, what);
        let told = alert.buttons.remove(0);
        assert_eq!(told.label.name, button);
        assert_eq!(screen.buttons(), ["go_on", "stop"]);
        let effects = screen.act(told.action);
        match button {
            "go_on" => assert!(!steps(&effects).is_empty(), "{failure}"),
            _ => assert!(
                matches!(effects[..], [Effect::Visit(_) | Effect::Rejoin(_)]),
                "{failure}"
            ),
        }
        if button != "go_on" {
            assert!(!steps(&screen.act(Action::Resume)).is_empty());
        }
        assert_eq!(screen.run().title.name, "run_goes_on");
        assert_eq!(screen.view().alert, None);
    }
}

#[test]
fn a_storage_that_refuses_lets_it_rest_at_once() {
    let screen = &mut resting(Failure::Storage);
    let mut alert = screen.alert();
    assert_eq!(alert.texts[1].name, "storage_refused");
    let button = alert.buttons.remove(0);
    assert_eq!(button.action, Action::Resume);
    assert!(!steps(&screen.act(button.action)).is_empty());
}

#[test]
fn a_project_of_which_nobody_knows_does_not_let_the_others_rest() {
    let memory = ledger(NAMES.map(|name| seen(name, 90)));
    let mut screen = Screen::of_cloud(memory, &NAMES.map(private));
    let (_, effects) = screen.begin();
    let unknown = Step {
        failure: Some(Failure::NoAdminister),
        ..ended(Ending::NotRenewed)
    };
    let mut next = steps(&effects);
    for _ in 0..NAMES.len() {
        let effects = screen.step(&next.remove(0), unknown.clone());
        next.extend(steps(&effects));
    }
    assert_eq!(screen.run().title.name, "run_is_finished");
    assert_eq!(screen.view().alert, None);
}

#[test]
fn who_was_signed_in_is_asked_anew_after_a_sign_out() {
    let mut screen = resting(Failure::NotSignedIn);
    assert_eq!(screen.dashboard.login(), None, "the record is for auditors");
    let effects = screen.act(Action::Resume);
    assert!(matches!(effects[0], Effect::ReadCurrentUser));
    assert!(!steps(&effects).is_empty());
    // Where nobody was signed out, it is known.
    let mut screen = resting(Failure::Html);
    assert_eq!(screen.dashboard.login(), Some("ada"));
    let effects = screen.act(Action::Resume);
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::ReadCurrentUser))
    );
}
