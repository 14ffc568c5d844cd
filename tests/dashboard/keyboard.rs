//! Where the keyboard goes.

use rebadge::dashboard::{
    Action, Copyable, Effect, Event, Focus, Memory, Move, ROW_HEIGHT, Window,
};

use super::screen::*;

/// Thirty rows, of which ten are in view.
fn thirty() -> Screen {
    let projects: Vec<_> = (0..30).map(|n| private(&format!("{n:02}"))).collect();
    let mut screen = Screen::of_cloud(Memory::default(), &projects);
    let height = 10 * ROW_HEIGHT;
    screen.tell(Event::Scrolled(Window { top: 0, height }));
    screen
}

fn go(screen: &mut Screen, to: Move) -> (usize, Option<usize>) {
    let effects = screen.act(Action::Go(to, false));
    let scroll = match effects[..] {
        [] => None,
        [Effect::Scroll(top)] => Some(top / ROW_HEIGHT),
        ref other => panic!("{other:?}"),
    };
    (screen.view().table.active, scroll)
}

#[test]
fn it_goes_by_rows_and_pages_and_scrolls_no_further_than_it_has_to() {
    let mut screen = thirty();
    assert_eq!(go(&mut screen, Move::Up), (0, None));
    assert_eq!(go(&mut screen, Move::Down), (1, None));
    assert_eq!(go(&mut screen, Move::PageDown), (11, Some(2)));
    assert_eq!(go(&mut screen, Move::PageUp), (1, Some(1)));
    assert_eq!(go(&mut screen, Move::Last), (29, Some(20)));
    assert_eq!(go(&mut screen, Move::Down), (29, None));
    assert_eq!(go(&mut screen, Move::PageDown), (29, None));
    assert_eq!(go(&mut screen, Move::Up), (28, None));
    assert_eq!(go(&mut screen, Move::First), (0, Some(0)));
    assert_eq!(go(&mut screen, Move::PageUp), (0, None));
}

#[test]
fn an_empty_list_has_nowhere_to_go() {
    let (mut screen, _) = Screen::open(cloud());
    for to in [
        Move::Up,
        Move::Down,
        Move::PageUp,
        Move::PageDown,
        Move::First,
        Move::Last,
    ] {
        assert_eq!(go(&mut screen, to), (0, None));
        screen.act(Action::Go(to, true));
    }
    assert!(screen.act(Action::CopyActive).is_empty());
    screen.act(Action::ChooseActive);
    assert_eq!(screen.view().selection, None);
}

#[test]
fn a_filter_brings_it_to_the_first_row_and_the_list_to_its_top() {
    let mut screen = thirty();
    go(&mut screen, Move::Last);
    assert_ne!(screen.rows()[0].place, 0);
    screen.act(Action::Filter("the".to_owned()));
    assert_eq!(screen.view().table.active, 0);
    assert_eq!(screen.rows()[0].place, 0);
    let effects = screen.act(Action::EnterList);
    assert!(matches!(effects[..], [Effect::Focus(Focus::List)]));
}

#[test]
fn it_stays_within_a_list_that_gets_shorter() {
    let mut screen = thirty();
    go(&mut screen, Move::Last);
    screen.act(Action::Reload);
    assert_eq!(screen.view().table.active, 0);
}

#[test]
fn it_copies_where_it_stands() {
    let mut screen = thirty();
    go(&mut screen, Move::Down);
    let effects = screen.act(Action::CopyActive);
    let [
        Effect::CopySnippet {
            project,
            needs_token: true,
            token: None,
        },
    ] = &effects[..]
    else {
        panic!("{effects:?}");
    };
    assert_eq!(project, &key("acme_01"));
    let copied = Copyable::Snippet(project.clone());
    screen.tell(Event::Copied(copied, Ok(())));
    assert_eq!(name(screen.view().status), Some("copied_markdown"));
}
