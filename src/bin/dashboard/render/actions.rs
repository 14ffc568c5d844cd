//! Buttons whose words and deeds change.

use std::cell::RefCell;
use std::thread::LocalKey;

use rebadge::browser::{dom, say};
use rebadge::dashboard::{Action, Alert, Button};
use web_sys::{Element, HtmlButtonElement};

thread_local! {
    static ALERT: RefCell<Vec<Action>> = const { RefCell::new(Vec::new()) };
    static RUN: RefCell<Vec<Action>> = const { RefCell::new(Vec::new()) };
}

/// What the alert's button of that number does.
pub fn alert_action(number: &str) -> Option<Action> {
    of_number(&ALERT, number)
}

/// What the run's button of that number does.
pub fn run_action(number: &str) -> Option<Action> {
    of_number(&RUN, number)
}

fn of_number(actions: &'static LocalKey<RefCell<Vec<Action>>>, number: &str) -> Option<Action> {
    let number: usize = number.parse().ok()?;
    actions.with_borrow(|actions| actions.get(number).cloned())
}

/// Writes a button that always does the same.
pub fn write(id: &str, button: &Button) {
    let element: HtmlButtonElement = dom::by_id(id);
    dom::set_text(&element, &say(&button.label));
    element.set_disabled(!button.enabled);
}

/// Writes what went wrong, or takes it away.
pub fn write_alert(alert: Option<&Alert>) {
    let words = alert.map(|alert| alert.texts.iter().map(say).collect::<Vec<_>>().join(" "));
    dom::show("alert", alert.is_some());
    dom::write("alert-text", &words.unwrap_or_default());
    let buttons = alert.map_or(&[][..], |alert| &alert.buttons);
    write_all("alert-buttons", "alert", buttons);
    ALERT.set(actions_of(buttons));
}

/// Writes the buttons of a run.
pub fn write_run(buttons: &[Button]) {
    write_all("run-buttons", "run", buttons);
    RUN.set(actions_of(buttons));
}

fn actions_of(buttons: &[Button]) -> Vec<Action> {
    buttons.iter().map(|button| button.action.clone()).collect()
}

/// Writes a row of buttons; what has the focus keeps it.
fn write_all(id: &str, act: &str, buttons: &[Button]) {
    let row: Element = dom::by_id(id);
    dom::keep(&row, buttons.len());
    for (place, button) in buttons.iter().enumerate() {
        let Some(element) = dom::child(&row, place).or_else(|| new(&row, act, place)) else {
            return;
        };
        dom::set_text(&element, &say(&button.label));
    }
}

fn new(row: &Element, act: &str, place: usize) -> Option<Element> {
    let button = dom::document().create_element("button").ok()?;
    button.set_class_name("plain");
    dom::set_attribute(&button, "type", "button");
    dom::set_attribute(&button, "data-act", act);
    dom::set_attribute(&button, "data-value", &place.to_string());
    row.append_child(&button).ok()?;
    Some(button)
}
