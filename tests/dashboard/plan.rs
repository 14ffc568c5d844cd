//! The plan that a person is asked about.

use rebadge::dashboard::{Action, Effect, Event, Focus, Memory};
use rebadge::popup::Text;

use super::screen::*;

const NAMES: [&str; 4] = ["a", "b", "c", "d"];

/// Two that are due, one that is not, and one that needs no token.
pub fn due() -> Screen {
    let memory = ledger([seen("a", 90), seen("b", 80), renewed("c", 1)]);
    let projects = [private("a"), private("b"), private("c"), public("d")];
    Screen::of_cloud(memory, &projects)
}

fn planned(screen: &mut Screen) -> Vec<String> {
    let order = begun(&screen.act(Action::Confirm)).unwrap();
    let projects = order.projects.iter();
    projects
        .map(|project| project.as_str().replace("acme_", ""))
        .collect()
}

#[test]
fn it_says_how_many_and_how_long_before_anything_is_done() {
    let mut screen = due();
    assert!(screen.act(Action::PlanDue).is_empty());
    let plan = screen.plan().unwrap();
    assert_eq!(plan.title, Text::counted("plan_renews", 2));
    assert_eq!(plan.notes[0], Text::new("renewal_consequence"));
    assert_eq!(plan.notes[1], Text::counted("takes_seconds", 1));
    assert_eq!(plan.obstacles, []);
    assert!(plan.confirm.enabled);
    assert_eq!(plan.confirm.action, Action::Confirm);
    assert_eq!(plan.confirm.label, Text::counted("renew_tokens", 2));
    assert_eq!(screen.view().run, None);
    let effects = screen.act(Action::Cancel);
    assert!(effects.is_empty() && screen.plan().is_none());
    assert!(screen.act(Action::Confirm).is_empty());
}

#[test]
fn a_long_one_is_told_in_minutes() {
    let names: Vec<_> = (0..400).map(|number| format!("{number:03}")).collect();
    let memory = ledger(names.iter().map(|name| seen(name, 90)));
    let projects: Vec<_> = names.iter().map(|name| private(name)).collect();
    let mut screen = Screen::of_cloud(memory, &projects);
    screen.act(Action::PlanDue);
    let notes = screen.plan().unwrap().notes;
    assert_eq!(notes[1], Text::counted("takes_minutes", 2));
}

#[test]
fn exactly_what_was_planned_is_begun_and_only_once() {
    let mut screen = due();
    screen.act(Action::PlanDue);
    screen.act(Action::PlanDue);
    let effects = screen.act(Action::Confirm);
    assert!(matches!(
        effects[..],
        [Effect::Begin(_), Effect::Focus(Focus::List)]
    ));
    let order = begun(&effects).unwrap();
    assert_eq!(order.projects, [key("acme_a"), key("acme_b")]);
    assert_eq!(order.begun, START);
    assert!(screen.act(Action::Confirm).is_empty());
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    assert!(screen.act(Action::Confirm).is_empty());
    assert_eq!(screen.run().title.name, "run_begins");
    assert_eq!(screen.buttons(), [""; 0]);
}

#[test]
fn what_is_selected_is_planned_in_the_order_of_the_list_hidden_or_not() {
    let mut screen = due();
    for name in ["c", "b", "a"] {
        screen.select(name);
    }
    screen.act(Action::Filter("the c".to_owned()));
    screen.act(Action::PlanSelected);
    assert_eq!(planned(&mut screen), ["a", "b", "c"]);
    screen.act(Action::Filter(String::new()));
    assert_eq!(screen.selected(), [""; 0], "a run has them now");
}

#[test]
fn what_cannot_be_renewed_is_left_out_and_counted() {
    let mut screen = due();
    screen.administers(&["acme_b", "acme_d"]);
    screen.act(Action::ToggleAll);
    screen.act(Action::PlanSelected);
    let plan = screen.plan().unwrap();
    assert_eq!(plan.title, Text::counted("plan_renews", 1));
    assert_eq!(
        plan.obstacles,
        [
            Text::counted("cannot_administer", 2),
            Text::counted("cannot_needless", 1)
        ]
    );
    assert_eq!(planned(&mut screen), ["b"]);
}

#[test]
fn a_plan_that_renews_nothing_cannot_be_confirmed() {
    let mut screen = due();
    screen.select("d");
    screen.act(Action::PlanSelected);
    let plan = screen.plan().unwrap();
    assert_eq!(plan.title, Text::new("plan_renews_nothing"));
    assert_eq!(plan.notes, [Text::new("renewal_consequence")]);
    assert!(!plan.confirm.enabled);
    assert!(screen.act(Action::Confirm).is_empty());
    assert_eq!(screen.view().run, None);
}

#[test]
fn a_host_that_renews_no_tokens_is_asked_for_none() {
    let mut screen = due();
    screen.select("a");
    screen.act(Action::PlanSelected);
    screen.tell(services(false));
    assert!(!screen.view().rotate_due.enabled);
    assert!(!screen.view().selection.unwrap().rotate.enabled);
    assert!(begun(&screen.act(Action::Confirm)).is_none());
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_none());
    screen.tell(services(true));
    screen.act(Action::PlanDue);
    assert!(screen.plan().is_some());
}

#[test]
fn what_cannot_be_written_down_is_not_begun() {
    let (mut screen, effects) = Screen::open(cloud());
    screen.tell(Event::Recalled(Err(REFUSED)));
    screen.serve(effects, &NAMES.map(private));
    assert_eq!(screen.alert().texts[0].name, "storage_refused");
    assert_eq!(screen.alert().buttons.remove(0).action, Action::Reload);
    screen.select("a");
    assert!(!screen.view().selection.unwrap().rotate.enabled);
    screen.act(Action::PlanSelected);
    assert!(screen.plan().is_none());
    // It works again.
    screen.recalled(Memory::default());
    assert_eq!(screen.view().alert, None);
    screen.act(Action::PlanSelected);
    assert!(screen.plan().is_some());
    // The storage breaks while the person thinks about it.
    screen.tell(Event::NotKept);
    assert!(begun(&screen.act(Action::Confirm)).is_none());
}

#[test]
fn a_storage_that_refuses_takes_nothing_away_that_is_known() {
    let mut screen = due();
    screen.tell(Event::Recalled(Err(REFUSED)));
    assert_eq!(screen.state("a"), Some("state_due"));
    assert_eq!(screen.alert().texts[0].name, "storage_refused");
}
