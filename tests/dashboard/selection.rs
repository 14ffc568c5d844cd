//! What is selected.

use rebadge::dashboard::{Action, Column, Effect, Focus, Memory, Move, Reach, Selection};
use rebadge::popup::Text;

use super::screen::*;

fn six() -> Screen {
    let projects = ["a", "b", "c", "d", "e", "f"].map(private);
    Screen::of_cloud(Memory::default(), &projects)
}

#[test]
fn one_is_selected_and_let_go_and_the_others_stay() {
    let mut screen = six();
    screen.select("b");
    screen.select("e");
    assert_eq!(screen.selected(), ["b", "e"]);
    screen.select("b");
    assert_eq!(screen.selected(), ["e"]);
    let selection = screen.view().selection.unwrap();
    assert_eq!(selection.count, Text::counted("selected", 1));
    assert!(selection.rotate.enabled);
    assert_eq!(selection.rotate.action, Action::PlanSelected);
    screen.select("e");
    assert_eq!(screen.view().selection, None);
}

#[test]
fn a_range_goes_from_the_last_one_chosen_either_way() {
    let mut screen = six();
    screen.select("d");
    screen.act(Action::Choose(4, Reach::Range));
    assert_eq!(screen.selected(), ["d", "e"]);
    screen.act(Action::Choose(1, Reach::Range));
    assert_eq!(screen.selected(), ["b", "c", "d"]);
    assert_eq!(screen.view().table.active, 1);
}

#[test]
fn where_nothing_is_nothing_is_chosen() {
    let mut screen = six();
    screen.act(Action::Choose(6, Reach::One));
    screen.act(Action::Choose(usize::MAX, Reach::Range));
    assert_eq!(screen.view().selection, None);
    screen.act(Action::Filter("none".to_owned()));
    screen.act(Action::Choose(0, Reach::Range));
    screen.act(Action::ChooseActive);
    screen.act(Action::ToggleAll);
    assert_eq!(screen.view().selection, None);
    assert!(!screen.view().table.all_selected);
}

#[test]
fn all_that_are_shown_are_selected_and_no_others() {
    let mut screen = six();
    screen.select("f");
    screen.act(Action::Filter("acme_a".to_owned()));
    assert!(!screen.view().table.all_selected);
    screen.act(Action::ToggleAll);
    assert!(screen.view().table.all_selected);
    screen.act(Action::Filter(String::new()));
    assert_eq!(screen.selected(), ["a", "f"]);
    assert!(!screen.view().table.all_selected);
    screen.act(Action::Filter("acme_a".to_owned()));
    screen.act(Action::ToggleAll);
    screen.act(Action::Filter(String::new()));
    assert_eq!(screen.selected(), ["f"]);
    let effects = screen.act(Action::ClearSelection);
    assert!(matches!(effects[..], [Effect::Focus(Focus::List)]));
    assert_eq!(screen.selected(), [""; 0]);
}

#[test]
fn what_is_selected_stays_so_when_filtered_and_sorted_anew() {
    let mut screen = six();
    screen.select("b");
    screen.select("c");
    screen.act(Action::Filter("the f".to_owned()));
    assert_eq!(screen.selected(), [""; 0]);
    let count = screen.view().selection.unwrap().count;
    assert_eq!(count, Text::counted("selected", 2), "the hidden ones count");
    screen.act(Action::Filter(String::new()));
    screen.act(Action::SortBy(Column::Name));
    screen.act(Action::SortBy(Column::Name));
    assert_eq!(screen.selected(), ["c", "b"]);
}

#[test]
fn after_a_filter_a_range_begins_at_the_first_row() {
    let mut screen = six();
    screen.select("e");
    screen.act(Action::Filter("the".to_owned()));
    screen.act(Action::ClearSelection);
    screen.act(Action::Choose(1, Reach::Range));
    assert_eq!(screen.selected(), ["a", "b"]);
}

#[test]
fn the_keyboard_selects_what_it_goes_over_and_nothing_before() {
    let mut screen = six();
    for _ in 0..3 {
        screen.act(Action::Go(Move::Down, false));
    }
    assert_eq!(screen.selected(), [""; 0]);
    screen.act(Action::Go(Move::Down, true));
    assert_eq!(screen.selected(), ["d", "e"]);
    screen.act(Action::Go(Move::Last, true));
    assert_eq!(screen.selected(), ["d", "e", "f"]);
    screen.act(Action::Go(Move::First, false));
    screen.act(Action::ChooseActive);
    assert_eq!(screen.selected(), ["a", "d", "e", "f"]);
}

#[test]
fn a_selection_by_itself() {
    let mut selection = Selection::default();
    selection.choose(&[7, 3, 9], 2, Reach::Range);
    assert_eq!(selection.count(), 3);
    let mut rows: Vec<_> = selection.rows().collect();
    rows.sort_unstable();
    assert_eq!(rows, [3, 7, 9]);
    assert!(selection.has(9) && !selection.has(0));
    assert!(selection.has_all(&[3, 9]));
    assert!(!selection.has_all(&[]) && !selection.has_all(&[3, 4]));
    // Fewer rows are shown than when the range was begun.
    selection.choose(&[7, 3, 9], 2, Reach::One);
    selection.choose(&[7], 0, Reach::Range);
    assert_eq!(selection.active, 0);
    selection.go(9, 2);
    assert_eq!(selection.active, 1);
    selection.go(9, 0);
    assert_eq!(selection.active, 0);
    selection.clear();
    assert_eq!(selection.count(), 0);
}
