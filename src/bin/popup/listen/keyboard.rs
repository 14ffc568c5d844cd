//! What keys do: Enter, Escape, and the arrows in lists.

use rebadge::browser::dom;
use rebadge::popup::Action;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::{shift, target};

/// Enter presses the primary button, unless the focus is on something that
/// Enter means something else for; Escape goes back; arrows walk the list.
pub fn pressed(event: &KeyboardEvent) -> Option<Action> {
    let target = target(event);
    let own = |tags: &[&str]| {
        target
            .as_ref()
            .is_some_and(|element| tags.contains(&element.tag_name().as_str()))
    };
    match event.key().as_str() {
        _ if event.is_composing() => None,
        // A key held down is one press.
        "Enter" if event.repeat() => {
            event.prevent_default();
            None
        }
        "Enter" if !own(&["BUTTON", "SELECT", "A"]) => Some(Action::Primary),
        "Escape" if !dom::by_id::<HtmlElement>("back").hidden() => Some(Action::Back),
        "ArrowUp" | "ArrowDown" if event.alt_key() => {
            let row = target?.closest("#badge-rows > li").ok()??;
            event.prevent_default();
            shift(&row.get_attribute("data-value")?, event.key() == "ArrowUp")
        }
        "ArrowDown" if is_search(target.as_ref()) || in_rows(target.as_ref()) => walk(event, true),
        "ArrowUp" if in_rows(target.as_ref()) => walk(event, false),
        _ => None,
    }
}

const ROWS: &str = "#rows > li, #badge-rows > li";

fn in_rows(target: Option<&Element>) -> bool {
    target.is_some_and(|element| matches!(element.closest(ROWS), Ok(Some(_))))
}

fn is_search(target: Option<&Element>) -> bool {
    target.is_some_and(|element| ["filter", "badge-filter"].contains(&element.id().as_str()))
}

/// Moves the focus from row to row, and back into the filter above the first.
fn walk(event: &KeyboardEvent, down: bool) -> Option<Action> {
    event.prevent_default();
    let target = target(event)?;
    let row = target.closest(ROWS).ok()?;
    let is_gallery = matches!(target.closest("#gallery"), Ok(Some(_)));
    let (filter, rows) = match is_gallery {
        true => ("badge-filter", "badge-rows"),
        false => ("filter", "rows"),
    };
    let next = match (row, down) {
        (None, _) => dom::by_id::<Element>(rows).first_element_child(),
        (Some(row), true) => row.next_element_sibling(),
        (Some(row), false) => row.previous_element_sibling(),
    };
    let focus: Option<HtmlElement> = match next {
        Some(row) => row
            .query_selector("button.pick, .pick input")
            .ok()?
            .map(JsCast::unchecked_into),
        None if down => None,
        None => Some(dom::by_id(filter)),
    };
    let _ = focus?.focus();
    None
}
