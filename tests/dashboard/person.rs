//! Who is signed in, and what the person copies, opens and deletes.

use rebadge::dashboard::{Action, CopyRefusal, Copyable, Dialog, Effect, Event, Memory, Section};
use rebadge::popup::Text;
use rebadge::sonar::Failure;

use super::screen::*;

#[test]
fn where_nobody_is_signed_in_it_says_so_and_leads_to_the_sign_in() {
    for user in [Ok(None), Err(Failure::Unauthorized)] {
        let (mut screen, _) = Screen::open(cloud());
        screen.tell(Event::User(user));
        let button = screen.alert().buttons.remove(0);
        assert_eq!(button.label.name, "sign_in");
        let effects = screen.act(button.action);
        let [Effect::Visit(url)] = &effects[..] else {
            panic!("{effects:?}");
        };
        let page = cloud()
            .instance
            .organization_page(&cloud().organization.unwrap());
        assert_eq!(*url, cloud().instance.sign_in_page(&page));
        assert_eq!(screen.dashboard.login(), None);
    }
}

#[test]
fn where_it_cannot_be_told_who_is_signed_in_nothing_is_said() {
    let (mut screen, _) = Screen::open(cloud());
    screen.tell(Event::User(Err(Failure::NotOffered)));
    assert_eq!(screen.view().alert, None);
    assert_eq!(screen.dashboard.login(), None);
}

#[test]
fn who_signs_in_later_is_known_and_who_signs_out_is_forgotten() {
    let (mut screen, _) = Screen::open(cloud());
    screen.tell(Event::User(Ok(None)));
    screen.tell(Event::User(Ok(Some("ada".to_owned()))));
    assert_eq!(screen.view().alert, None);
    assert_eq!(screen.dashboard.login(), Some("ada"));
    screen.tell(Event::User(Ok(None)));
    assert_eq!(screen.dashboard.login(), None);
    assert_eq!(screen.alert().texts[1].name, "not_signed_in");
}

#[test]
fn the_organization_key_is_copied_where_there_is_one() {
    let (mut screen, _) = Screen::open(cloud());
    let copy = || Action::Copy(Copyable::OrganizationKey);
    let effects = screen.act(copy());
    let [Effect::Copy(Copyable::OrganizationKey, text)] = &effects[..] else {
        panic!("{effects:?}");
    };
    assert_eq!(text, "acme");
    screen.tell(Event::Copied(Copyable::OrganizationKey, Ok(())));
    assert_eq!(name(screen.view().status), Some("copied_organization_key"));
    let (mut screen, _) = Screen::open(server());
    assert!(screen.act(copy()).is_empty());
}

#[test]
fn a_refused_copy_is_said_until_the_next_thing_is_done() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("a"), public("b")]);
    let snippet = Copyable::Snippet(key("acme_a"));
    let refused = |refusal| Event::Copied(snippet.clone(), Err(refusal));
    screen.tell(refused(CopyRefusal::Clipboard));
    assert_eq!(screen.alert().texts, [Text::new("clipboard_refused")]);
    screen.tell(refused(CopyRefusal::Token(Failure::NoBrowse)));
    let texts: Vec<_> = screen.alert().texts.iter().map(|text| text.name).collect();
    assert_eq!(texts, ["nothing_copied", "no_browse", "no_browse_next"]);
    assert_eq!(screen.view().status, None);
    // A public project's snippet needs none.
    let effects = screen.act(Action::Copy(Copyable::Snippet(key("acme_b"))));
    assert!(matches!(
        effects[..],
        [Effect::CopySnippet {
            needs_token: false,
            ..
        }]
    ));
    assert_eq!(screen.view().alert, None);
    assert!(
        screen
            .act(Action::Copy(Copyable::Snippet(key("other"))))
            .is_empty()
    );
}

#[test]
fn the_host_is_opened_where_the_projects_are() {
    let page = |owner| {
        let effects = Screen::open(owner).0.act(Action::OpenHost);
        match &effects[..] {
            [Effect::Rejoin(url)] => url.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert!(page(cloud()).starts_with("https://sonarcloud.io/organizations/acme"));
    assert_eq!(page(server()), server().instance.projects_page());
}

#[test]
fn nothing_is_deleted_unasked() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("a")]);
    assert!(screen.act(Action::Confirm).is_empty());
    screen.act(Action::AskDelete);
    assert_eq!(screen.view().dialog, Some(Dialog::Delete));
    screen.act(Action::Cancel);
    assert_eq!(screen.view().dialog, None);
    assert!(screen.act(Action::Confirm).is_empty());
    screen.act(Action::AskDelete);
    let effects = screen.act(Action::Confirm);
    assert!(matches!(effects[..], [Effect::DeleteAll]));
    assert_eq!(screen.view().dialog, None);
    assert!(screen.act(Action::Confirm).is_empty());
}

#[test]
fn one_section_is_shown_at_a_time() {
    let (mut screen, _) = Screen::open(cloud());
    assert_eq!(screen.view().section, Section::Projects);
    assert!(screen.act(Action::Show(Section::Settings)).is_empty());
    let view = screen.view();
    assert!(view.preferences.is_some() && view.history.is_none());
    let effects = screen.act(Action::Show(Section::Record));
    assert!(matches!(effects[..], [Effect::ReadRecord]));
    let view = screen.view();
    assert!(view.preferences.is_none() && view.history.is_some());
}

#[test]
fn nothing_is_deleted_under_a_rotation() {
    let mut screen = Screen::of_cloud(ledger([seen("a", 90)]), &[private("a")]);
    screen.begin();
    screen.act(Action::AskDelete);
    assert_eq!(screen.view().dialog, None);
    assert_eq!(screen.alert().texts, [Text::new("delete_while_running")]);
}

#[test]
fn a_file_that_was_not_saved_is_said_to_be_that() {
    let mut screen = Screen::of_cloud(Memory::default(), &[private("a")]);
    screen.tell(Event::Saved(true));
    assert_eq!(name(screen.view().status), Some("file_saved"));
    screen.tell(Event::Saved(false));
    assert_eq!(screen.view().status, None);
    assert_eq!(screen.alert().texts, [Text::new("file_not_saved")]);
}
