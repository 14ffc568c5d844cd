//! What is written down of a list.

use rebadge::badge::PictureProblem;
use rebadge::dashboard::{Action, Effect, Event, Memory};
use rebadge::rotation::Roster;
use rebadge::sonar::Project;

use super::screen::*;

fn names(roster: &Roster) -> Vec<&str> {
    let entries = roster.entries.iter();
    entries
        .map(|entry| entry.key.as_str().trim_start_matches("acme_"))
        .collect()
}

/// Opens, and lets storage and list come in that order, or the other.
fn kept(memory: Option<Memory>, projects: &[Project], list_first: bool) -> [Option<Roster>; 2] {
    let (mut screen, effects) = Screen::open(cloud());
    screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    let recalled = Event::Recalled(memory.map(Box::new).ok_or(REFUSED));
    if list_first {
        let first = screen.serve(effects, projects);
        [kept_roster(&first), kept_roster(&screen.tell(recalled))]
    } else {
        let first = screen.tell(recalled);
        let second = screen.serve(effects, projects);
        [kept_roster(&first), kept_roster(&second)]
    }
}

#[test]
fn it_is_kept_once_when_both_list_and_storage_have_come() {
    for list_first in [true, false] {
        let memory = roster(["old", "gone"], 40);
        let [first, second] = kept(Some(memory), &[private("old"), private("new")], list_first);
        assert_eq!(first, None);
        let roster = second.unwrap();
        assert_eq!(names(&roster), ["new", "old"]);
        assert_eq!(roster.at, START);
        assert_eq!(roster.entries[0].listed, START);
        assert_eq!(roster.entries[1].listed, ago(40));
    }
}

#[test]
fn it_is_not_kept_where_the_storage_refused() {
    for list_first in [true, false] {
        let both = kept(None, &[private("a")], list_first);
        assert_eq!(both, [None, None]);
    }
}

#[test]
fn it_is_not_kept_again_before_a_list_is_made_anew() {
    let projects = [private("a"), public("b")];
    let mut screen = Screen::of_cloud(Memory::default(), &projects);
    assert_eq!(kept_roster(&screen.recalled(Memory::default())), None);
    let effects = screen.act(Action::Reload);
    assert_eq!(kept_roster(&screen.serve(effects, &projects)), None);
    let effects = screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    let roster = kept_roster(&effects).unwrap();
    assert_eq!(names(&roster), ["a", "b"]);
    assert!(roster.entries[0].needs_token);
    assert!(!roster.entries[1].needs_token);
}

#[test]
fn where_public_projects_turn_out_to_need_a_token_it_says_so() {
    let (mut screen, effects) = Screen::open(server());
    screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    screen.recalled(Memory::default());
    let first = kept_roster(&screen.serve(effects, &[public("a")])).unwrap();
    assert!(!first.entries[0].needs_token);
    let effects = screen.tell(public_picture(true));
    let second = kept_roster(&effects).unwrap();
    assert!(second.entries[0].needs_token);
    assert_eq!(second.entries[0].listed, first.entries[0].listed);
    let effects = screen.tell(public_picture(true));
    assert_eq!(kept_roster(&effects), None);
}

#[test]
fn a_picture_that_does_not_come_leaves_it_as_it_was_and_is_looked_at_again() {
    let looks = |effects: &[Effect]| {
        let mut all = effects.iter();
        all.any(|effect| matches!(effect, Effect::LookAtPublic(_)))
    };
    let (mut screen, effects) = Screen::open(server());
    screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    // It is a public one now, and needed a token when it was listed last.
    screen.recalled(roster(["a"], 59));
    let asked = screen.serve(effects, &[public("a")]);
    assert!(looks(&asked));
    assert!(kept_roster(&asked).unwrap().entries[0].needs_token);
    let nothing = Event::PublicPicture(Err(PictureProblem::Unreachable));
    assert_eq!(kept_roster(&screen.tell(nothing)), None);
    let again = screen.act(Action::Reload);
    assert!(looks(&screen.serve(again, &[public("a")])));
    screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    let kept = kept_roster(&screen.tell(public_picture(false))).unwrap();
    assert!(!kept.entries[0].needs_token);
}

#[test]
fn what_nobody_may_see_who_is_not_signed_in_is_not_taken_to_be_gone() {
    let (mut screen, effects) = Screen::open(cloud());
    screen.tell(Event::User(Ok(None)));
    screen.recalled(roster(["secret"], 59));
    let others = screen.serve(effects, &[public("open")]);
    let roster = kept_roster(&others).unwrap();
    assert_eq!(names(&roster), ["open", "secret"]);
    assert_eq!(roster.entries[1].listed, ago(59));
}

#[test]
fn where_all_projects_are_gone_none_is_kept() {
    let [_, second] = kept(Some(roster(["gone"], 40)), &[], true);
    assert_eq!(names(&second.unwrap()), [""; 0]);
}
