//! A public project: its badges need no token, unless the host's pictures say so.

use rebadge::badge::{Kind, Picture, PictureProblem};
use rebadge::page::BranchName;
use rebadge::popup::{Action, Copyable, Effect, Event, Focus, Mark, PictureView, Popup, ScreenId};
use rebadge::renewal::Outcome;
use rebadge::sonar::{Branch, Failure, Visibility};

use super::{PROJECT, START, component, copied, open, project, token};

/// A popup on a public project that has answered, and on its way the picture
/// without the token.
fn public() -> (Popup, ScreenId) {
    let (mut popup, id, _) = open(PROJECT);
    let answer = Ok(component(Visibility::Public));
    let effects = popup.update(Event::Component(id, answer), START);
    let asked = |effect: &Effect| matches!(effect, Effect::FetchPicture(_, 0, _));
    assert!(effects.iter().any(asked));
    (popup, id)
}

fn came(popup: &mut Popup, id: ScreenId, number: u32, good: bool) -> Vec<Effect> {
    let picture = match good {
        true => Picture::read("<svg xmlns='http://www.w3.org/2000/svg'><text>ok</text></svg>"),
        false => Err(PictureProblem::NotFound),
    };
    popup.update(Event::Picture(id, number, picture), START)
}

fn holds_token(popup: &Popup) -> Option<bool> {
    Some(project(popup).snippet?.contains("token="))
}

#[test]
fn it_needs_no_token_as_its_picture_shows_and_its_card_is_folded() {
    let (mut popup, id) = public();
    assert_eq!(holds_token(&popup), None, "nobody knows yet");
    let effects = came(&mut popup, id, 0, true);
    let marked = |effect: &Effect| matches!(effect, Effect::Mark(Mark::Markdown));
    assert!(effects.iter().any(marked));
    assert_eq!(holds_token(&popup), Some(false));
    assert_eq!(project(&popup).token.folded, Some(true));
}

#[test]
fn a_host_that_wants_the_token_gets_it_if_that_helps() {
    for helps in [true, false] {
        let (mut popup, id) = public();
        popup.update(Event::Token(id, Ok(token('a')), START), START);
        let effects = came(&mut popup, id, 0, false);
        assert!(matches!(
            effects.as_slice(),
            [
                Effect::FetchPicture(_, 1, _),
                Effect::Focus(Focus::SnippetIfIdle),
                Effect::Mark(Mark::Markdown)
            ]
        ));
        assert_eq!(holds_token(&popup), Some(true));
        assert_eq!(project(&popup).token.folded, None);
        // Where it does not, it is as before, and nothing else is tried.
        assert!(came(&mut popup, id, 1, helps).is_empty());
        assert_eq!(holds_token(&popup), Some(helps));
    }
}

#[test]
fn where_the_host_wants_it_the_markdown_waits_for_the_token() {
    let (mut popup, id) = public();
    came(&mut popup, id, 0, false);
    assert_eq!(holds_token(&popup), None);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    assert_eq!(holds_token(&popup), Some(true));
    assert!(copied(&mut popup, Copyable::Snippet).contains(&"a".repeat(40)));
}

#[test]
fn what_one_picture_has_shown_holds_for_all_badges_at_once() {
    for good in [true, false] {
        let (mut popup, id) = public();
        popup.update(Event::Token(id, Ok(token('a')), START), START);
        came(&mut popup, id, 0, good);
        came(&mut popup, id, 1, true);
        popup.update(Event::Did(Action::ChooseKind(Kind::QualityGate)), START);
        assert_eq!(holds_token(&popup), Some(!good), "before its picture came");
    }
}

/// What the popup says beside the project: its first sentence and its button.
fn alert(popup: &Popup) -> Option<(&'static str, Option<&'static str>)> {
    let notice = popup.view().alert?;
    let button = notice.link.map(|link| link.label.name);
    Some((notice.texts[0].name, button))
}

fn explained(popup: &Popup) -> &'static str {
    match project(popup).pictures.remove(0) {
        (_, PictureView::Problem(words, _)) => words.name,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_picture_that_does_not_come_tells_nothing_and_nothing_is_claimed() {
    let (mut popup, id) = public();
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    let nothing = Event::Picture(id, 0, Err(PictureProblem::Unreachable));
    popup.update(nothing, START);
    assert_eq!(holds_token(&popup), Some(false));
    assert_eq!(explained(&popup), "picture_untold");
    assert_eq!(project(&popup).token.folded, None, "it may be needed");
    // Nor is it said that the Markdown has the new token.
    popup.update(Event::Did(Action::Renew), START);
    let renewed = Event::Renewed(id, Outcome::Renewed(token('b')));
    popup.update(renewed, START);
    assert_eq!(popup.view().status.unwrap().name, "renewed_untold");
    popup.update(Event::Did(Action::FetchPictures), START);
    came(&mut popup, id, 1, false);
    assert_eq!(holds_token(&popup), Some(true));
}

#[test]
fn one_picture_that_came_is_enough_and_a_logo_tells_nothing() {
    let (mut popup, id) = public();
    popup.update(Event::Did(Action::Tick(Kind::QualityGate)), START);
    popup.update(
        Event::Picture(id, 0, Err(PictureProblem::Unreachable)),
        START,
    );
    came(&mut popup, id, 1, true);
    assert_eq!(project(&popup).token.folded, Some(true));
}

#[test]
fn on_a_branch_an_error_may_mean_either_where_there_is_no_token() {
    let (mut popup, id, _) = open(&format!("{PROJECT}&branch=release"));
    let branches = [("main", true), ("release", false)].map(|(name, is_main)| Branch {
        name: BranchName::parse(name).unwrap(),
        is_main,
    });
    popup.update(Event::Branches(id, Ok(branches.into())), START);
    let answer = Ok(component(Visibility::Public));
    popup.update(Event::Component(id, answer), START);
    popup.update(Event::Token(id, Err(Failure::Html), START), START);
    came(&mut popup, id, 0, false);
    assert_eq!(explained(&popup), "picture_not_found");
    assert_eq!(project(&popup).token.folded, None, "not called needless");
}

#[test]
fn a_token_that_is_needed_and_cannot_be_read_is_said_to_be_missing() {
    let (mut popup, id) = public();
    let failure = Failure::Server { status: 500 };
    popup.update(Event::Token(id, Err(failure), START), START);
    assert_eq!(alert(&popup), None, "nobody knows yet");
    came(&mut popup, id, 0, false);
    assert_eq!(holds_token(&popup), Some(false));
    assert_eq!(project(&popup).token.folded, None);
    let missing = ("picture_wants_token", Some("try_again"));
    assert_eq!(alert(&popup), Some(missing));
    // Once it has been read, it is in the Markdown.
    popup.update(Event::Did(Action::ReadToken), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
    assert_eq!((holds_token(&popup), alert(&popup)), (Some(true), None));
}

#[test]
fn who_asks_for_a_token_that_nothing_needs_is_told_that_it_cannot_be_read() {
    let (mut popup, id) = public();
    popup.update(Event::Token(id, Err(Failure::Html), START), START);
    came(&mut popup, id, 0, true);
    assert_eq!(alert(&popup), None);
    popup.update(Event::Did(Action::ReadToken), START);
    popup.update(Event::Token(id, Err(Failure::Html), START), START);
    assert_eq!(alert(&popup), Some(("project_unread", Some("try_again"))));
}
