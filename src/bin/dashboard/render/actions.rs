//! Buttons whose words and deeds change.

use std::cell::RefCell;

use rebadge::browser::{dom, say};
use rebadge::dashboard::{Action, Alert, Button};
use web_sys::{Element, HtmlButtonElement};

thread_local! {
    static ALERT: RefCell<Option<Action>> = const { RefCell::new(None) };
    static RUN: RefCell<Vec<Action>> = const { RefCell::new(Vec::new()) };
}

/// What the alert's button does.
pub fn alert_action() -> Option<Action> {
    ALERT.with_borrow(Clone::clone)
}

/// What the run's button of that number does.
pub fn run_action(number: &str) -> Option<Action> {
    let number: usize = number.parse().ok()?;
    RUN.with_borrow(|actions| actions.get(number).cloned())
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
    let button = alert.and_then(|alert| alert.button.as_ref());
    dom::show("alert-button", button.is_some());
    if let Some(button) = button {
        write("alert-button", button);
    }
    ALERT.set(button.map(|button| button.action.clone()));
}

/// Writes the buttons of a run; what has the focus keeps it.
pub fn write_run(buttons: &[Button]) {
    let row: Element = dom::by_id("run-buttons");
    while row.child_element_count() as usize > buttons.len() {
        if let Some(last) = row.last_element_child() {
            last.remove();
        }
    }
    while (row.child_element_count() as usize) < buttons.len() {
        let Ok(button) = dom::document().create_element("button") else {
            return;
        };
        button.set_class_name("plain");
        dom::set_attribute(&button, "type", "button");
        dom::set_attribute(&button, "data-act", "run");
        dom::set_attribute(
            &button,
            "data-value",
            &row.child_element_count().to_string(),
        );
        let _ = row.append_child(&button);
    }
    for (index, button) in buttons.iter().enumerate() {
        let child = row
            .children()
            .item(u32::try_from(index).unwrap_or(u32::MAX));
        if let Some(child) = child {
            dom::set_text(&child, &say(&button.label));
        }
    }
    RUN.set(buttons.iter().map(|button| button.action.clone()).collect());
}
