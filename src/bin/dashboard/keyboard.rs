//! What keys do.

use rebadge::browser::dom;
use rebadge::dashboard::{Action, Move};
use web_sys::KeyboardEvent;

/// What a key asks for where it is pressed.
pub fn pressed(event: &KeyboardEvent) -> Option<Action> {
    let focused = dom::document().active_element()?;
    match focused.id().as_str() {
        "grid" => in_list(event),
        "filter" if event.key() == "ArrowDown" => Some(Action::EnterList),
        _ => None,
    }
}

fn in_list(event: &KeyboardEvent) -> Option<Action> {
    let (key, shift) = (event.key(), event.shift_key());
    let command = event.ctrl_key() || event.meta_key();
    if event.alt_key() || (command && !matches!(key.as_str(), "a" | "Home" | "End")) {
        return None;
    }
    Some(match key.as_str() {
        "ArrowUp" => Action::Go(Move::Up, shift),
        "ArrowDown" => Action::Go(Move::Down, shift),
        "PageUp" => Action::Go(Move::PageUp, shift),
        "PageDown" => Action::Go(Move::PageDown, shift),
        "Home" => Action::Go(Move::First, shift),
        "End" => Action::Go(Move::Last, shift),
        " " => Action::ChooseActive,
        "Enter" => Action::CopyActive,
        "a" if command => Action::ToggleAll,
        _ => return None,
    })
}
