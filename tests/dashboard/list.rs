//! The list as it comes.

use rebadge::dashboard::{Action, Column, Effect, Event, Memory};
use rebadge::popup::Text;
use rebadge::sonar::{Failure, ListPage, PAGE_SIZE};

use super::screen::*;

#[test]
fn storage_list_person_and_services_are_asked_at_once() {
    let (_, effects) = Screen::open(cloud());
    let asked =
        |wanted: fn(&Effect) -> bool| effects.iter().filter(|effect| wanted(effect)).count();
    assert_eq!(asked(|effect| matches!(effect, Effect::Recall)), 1);
    assert_eq!(asked(|effect| matches!(effect, Effect::ReadCurrentUser)), 1);
    assert_eq!(asked(|effect| matches!(effect, Effect::ListServices)), 1);
    assert_eq!(
        asked(|effect| matches!(effect, Effect::ListAdministered(1))),
        1
    );
    let (lists, _) = split(effects);
    assert_eq!(lists[0].page, 1);
    assert_eq!(lists[0].organization, cloud().organization);
    let (_, effects) = Screen::open(server());
    assert_eq!(split(effects).0[0].organization, None);
}

#[test]
fn nothing_is_said_to_be_empty_while_it_comes() {
    let (screen, _) = Screen::open(cloud());
    let view = screen.view();
    assert!(view.table.loading);
    assert_eq!(view.table.empty, None);
    assert_eq!(view.listing, Some(Text::new("listing")));
    assert_eq!(view.summary, []);
    assert!(!view.rotate_due.enabled);
    assert_eq!(view.alert, None);
}

#[test]
fn rows_are_shown_as_pages_come() {
    let projects: Vec<_> = (0..PAGE_SIZE + 100)
        .map(|number| private(&format!("{number:04}")))
        .collect();
    let (mut screen, effects) = Screen::open(cloud());
    let (lists, _) = split(effects);
    screen.recalled(Memory::default());
    let more = screen.serve_page(lists[0].clone(), &projects);
    assert_eq!(screen.view().table.count, PAGE_SIZE);
    assert_eq!(screen.rows().len(), PAGE_SIZE);
    assert_eq!(
        screen.view().summary[0].0,
        Text::counted("projects", PAGE_SIZE)
    );
    screen.serve(more, &projects);
    let keys = screen.keys();
    let mut sorted = keys.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(keys, sorted);
}

#[test]
fn a_project_that_is_listed_twice_is_shown_once() {
    let twice = [private("pay"), private("web"), private("pay")];
    let screen = Screen::of_cloud(Memory::default(), &twice);
    assert_eq!(screen.keys(), ["pay", "web"]);
}

#[test]
fn what_a_row_says() {
    let mut project = private("pay");
    project.analysed = Some("2026-11-22T00:58:47+0000".to_owned());
    let screen = Screen::of_cloud(Memory::default(), &[project, public("web")]);
    let row = screen.row("pay");
    assert_eq!(row.name, "The pay");
    assert_eq!(row.analysed, "2026-11-22");
    assert_eq!(row.visibility.unwrap().name, "private");
    assert_eq!(row.copy, Text::new("copy_markdown"));
    assert_eq!(screen.row("web").analysed, "");
    // A date of another shape is none, wherever its characters end.
    let mut odd = private("odd");
    odd.analysed = Some("2026-11-2é".to_owned());
    let screen = Screen::of_cloud(Memory::default(), &[odd]);
    assert_eq!(screen.row("odd").analysed, "");
}

#[test]
fn listing_anew_begins_from_nothing_and_keeps_filter_and_order() {
    let projects = [private("pay"), private("web")];
    let mut screen = Screen::of_cloud(Memory::default(), &projects);
    screen.act(Action::Filter("pay".to_owned()));
    screen.act(Action::SortBy(Column::Name));
    screen.act(Action::ToggleAll);
    let effects = screen.act(Action::Reload);
    assert!(recalls(&effects));
    assert!(
        effects
            .iter()
            .any(|effect| matches!(effect, Effect::ReadCurrentUser))
    );
    assert!(screen.rows().is_empty());
    assert_eq!(screen.view().selection, None);
    assert!(screen.view().table.loading);
    screen.serve(effects, &projects);
    assert_eq!(screen.keys(), ["pay"]);
    assert_eq!(screen.view().table.sort.column, Column::Name);
}

#[test]
fn who_is_known_not_to_administer_a_project_is_told() {
    let projects = [private("pay"), private("web"), private("old")];
    let mut screen = Screen::of_cloud(ledger([seen("old", 90)]), &projects);
    assert_eq!(screen.state("web"), None);
    screen.administers(&["acme_pay"]);
    assert_eq!(screen.state("pay"), None);
    for name in ["web", "old"] {
        assert_eq!(screen.state(name), Some("state_not_mine"));
    }
}

#[test]
fn what_is_administered_is_asked_for_to_the_last_page() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("pay"), private("web")]);
    let entries: Vec<_> = (0..PAGE_SIZE)
        .map(|number| key(&format!("p{number}")))
        .collect();
    let total = PAGE_SIZE + 1;
    let effects = screen.tell(Event::Administered(1, Ok(ListPage { entries, total })));
    assert!(matches!(effects[..], [Effect::ListAdministered(2)]));
    assert_eq!(screen.state("web"), None, "it may still come");
    let entries = vec![key("acme_pay")];
    let effects = screen.tell(Event::Administered(2, Ok(ListPage { entries, total })));
    assert!(effects.is_empty());
    assert_eq!(screen.state("pay"), None);
    assert_eq!(screen.state("web"), Some("state_not_mine"));
}

#[test]
fn where_nobody_says_what_is_administered_nothing_is_held_against_a_project() {
    let mut screen = Screen::of_cloud(ledger([seen("pay", 90)]), &[private("pay")]);
    let effects = screen.tell(Event::Administered(1, Err(Failure::NotOffered)));
    assert!(effects.is_empty());
    assert_eq!(screen.state("pay"), Some("state_due"));
    // A page that is not full is the last; what is missing is not known.
    let entries = vec![key("acme_web")];
    let total = 7;
    let effects = screen.tell(Event::Administered(1, Ok(ListPage { entries, total })));
    assert!(effects.is_empty());
    assert_eq!(screen.state("pay"), Some("state_due"));
}

#[test]
fn an_owner_without_projects_is_told_from_a_filter_that_finds_none() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("pay")]);
    screen.act(Action::Filter("nothing like it".to_owned()));
    assert_eq!(name(screen.view().table.empty), Some("nothing_found"));
    assert_eq!(screen.view().table.count, 0);
}
