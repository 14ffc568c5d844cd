//! Failures: each is said, and waited for where the host wants that.

use rebadge::popup::{Action, Advice, Effect, Event, Popup, ScreenView};
use rebadge::sonar::{Failure, Loss};

use super::{PROJECT, START, at, open};

/// One of each.
pub fn failures() -> Vec<Failure> {
    let losses = [
        Loss::Offline,
        Loss::Connection,
        Loss::Timeout,
        Loss::TabGone,
        Loss::Navigated,
    ];
    let lost = losses.map(|loss| Failure::Lost { loss, sent: true });
    let mut all = vec![
        Failure::Unauthorized,
        Failure::NotSignedIn,
        Failure::SessionRefused,
        Failure::NoBrowse,
        Failure::NoAdminister,
        Failure::NotFound,
        Failure::NotOffered,
        Failure::RateLimited { retry_after: None },
        Failure::Server { status: 503 },
        Failure::Html,
        Failure::Unreadable,
        Failure::Refused { status: 400 },
        Failure::Unchanged,
        Failure::Storage,
    ];
    all.extend(lost);
    all
}

#[test]
fn every_failure_says_what_happened_and_has_a_button_unless_only_others_can_help() {
    for failure in failures() {
        let advice = Advice::on(failure, Action::Reload, 0);
        assert_ne!(advice.what, advice.next, "{failure:?}");
        let others = matches!(failure, Failure::NoBrowse | Failure::NoAdminister);
        assert_eq!(advice.link.is_none(), others, "{failure:?}");
    }
}

#[test]
fn a_token_that_may_not_be_read_is_not_called_a_project_that_may_not_be_seen() {
    let advice = Advice::on(Failure::NoBrowse, Action::ReadToken, 0);
    assert_eq!(advice.what.name, "token_forbidden");
    assert_eq!(advice.link.unwrap().label.name, "read_again");
}

#[test]
fn a_rate_limit_counts_down_and_then_lets_go() {
    let (mut popup, id, _) = open(PROJECT);
    let failure = Failure::RateLimited {
        retry_after: Some(12),
    };
    let effects = popup.update(Event::Component(id, Err(failure)), START);
    assert!(matches!(effects.as_slice(), [Effect::Countdown]));
    let button = |popup: &Popup| match popup.view().screen {
        ScreenView::Trouble(trouble) => trouble.links[0].clone(),
        other => panic!("{other:?}"),
    };
    popup.update(Event::Tick, at(4_500));
    assert_eq!(button(&popup).label.name, "try_again_in");
    assert!(popup.is_waiting() && !button(&popup).enabled);
    popup.update(Event::Tick, at(12_000));
    assert!(!popup.is_waiting() && button(&popup).enabled);
}
