//! The dashboard where a company has set rules.

use rebadge::access::AccessToken;
use rebadge::dashboard::{Action, Event, Memory, Section};
use rebadge::popup::{Text, Tone};
use rebadge::record::Ending;
use rebadge::rotation::RunOrder;
use serde_json::{Value, json};

use super::screen::*;

fn ruled(managed: Value) -> Memory {
    Memory {
        rules: serde_json::from_value(managed).unwrap(),
        ..ledger([seen("a", 90)])
    }
}

fn no_renewal() -> Memory {
    ruled(json!({ "features": { "renewToken": false } }))
}

#[test]
fn an_instance_that_is_not_allowed_is_said_to_be_none() {
    let (mut screen, _) = Screen::open(cloud());
    assert!(screen.tell(Event::NotAllowed).is_empty());
    let alert = screen.view().alert.unwrap();
    assert_eq!(
        alert.texts,
        ["instance_not_allowed", "instance_not_allowed_next"].map(Text::new)
    );
    assert!(alert.buttons.is_empty());
}

#[test]
fn where_renewing_is_switched_off_nothing_is_planned() {
    let mut screen = Screen::of_cloud(no_renewal(), &[private("a")]);
    assert_eq!(screen.state("a"), Some("state_due"));
    let view = screen.view();
    assert!(!view.rotate_due.enabled);
    let said = (Text::new("renewal_switched_off"), Tone::Muted);
    assert!(view.summary.contains(&said));
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    screen.act(Action::ToggleAll);
    assert!(!screen.view().selection.unwrap().rotate.enabled);
    screen.act(Action::PlanSelected);
    assert!(screen.plan().is_none());
}

#[test]
fn nor_is_a_run_gone_on_with_that_was_left() {
    let order = RunOrder::new(ago(2), vec![key("acme_a")]);
    let memory = Memory {
        run: Some((order, vec![entry("acme_b", Ending::Renewed, None)])),
        ..no_renewal()
    };
    let mut screen = Screen::of_cloud(memory, &[private("a")]);
    let buttons = screen.run().buttons;
    let enabled: Vec<_> = buttons
        .iter()
        .map(|it| (it.label.name, it.enabled))
        .collect();
    assert_eq!(enabled, [("go_on", false), ("give_up", true)]);
    assert!(screen.act(Action::Resume).is_empty());
}

#[test]
fn access_tokens_can_be_switched_off() {
    let takes = |memory| {
        let mut screen = Screen::of_cloud(memory, &[]);
        screen.act(Action::Show(Section::Settings));
        let token = AccessToken::parse("squ_1234567890123456789012345678901234567890").unwrap();
        let tried = !screen.act(Action::UseToken(token, None)).is_empty();
        assert_eq!(screen.view().reach.unwrap().tokens, tried);
        tried
    };
    assert!(takes(Memory::default()));
    assert!(!takes(ruled(
        json!({ "features": { "accessToken": false } })
    )));
}

#[test]
fn what_is_set_badly_is_said_in_the_settings() {
    let bad =
        json!({ "instances": ["https://sonarcloud.io", "?"], "features": { "showToken": 1 } });
    let mut screen = Screen::of_cloud(ruled(bad), &[]);
    screen.act(Action::Show(Section::Settings));
    let faults = screen.view().preferences.unwrap().faults;
    assert_eq!(
        faults,
        [
            Text::new("managed_instance_fault").with("instances[1]"),
            Text::new("managed_fault").with("features.showToken"),
        ]
    );
}
