//! Which branch the badges are of.

use rebadge::badge::PictureProblem;
use rebadge::page::BranchName;
use rebadge::popup::{Action, Effect, Event, PictureView, Popup, ScreenId};
use rebadge::sonar::{Branch, Failure, Visibility};

use super::{PROJECT, START, component, open, project, token};

fn name(name: &str) -> BranchName {
    BranchName::parse(name).unwrap()
}

/// The main branch, and one more.
fn main_and(other: &str) -> Vec<Branch> {
    let branch = |text: &str, is_main| Branch {
        name: name(text),
        is_main,
    };
    vec![branch("main", true), branch(other, false)]
}

fn answered(popup: &mut Popup, id: ScreenId) {
    let answer = Ok(component(Visibility::Private));
    popup.update(Event::Component(id, answer), START);
    popup.update(Event::Token(id, Ok(token('a')), START), START);
}

#[test]
fn a_branch_of_the_page_waits_for_the_branches_and_counts_only_with_badges() {
    let url = format!("{PROJECT}&branch=feature/a");
    for (listed, expected) in [("feature/a", true), ("other", false)] {
        let (mut popup, id, _) = open(&url);
        answered(&mut popup, id);
        assert_eq!(project(&popup).snippet, None);
        popup.update(Event::Branches(id, Ok(main_and(listed))), START);
        let snippet = project(&popup).snippet.unwrap();
        assert_eq!(snippet.contains("branch=feature%2Fa"), expected);
        let words = if expected { "" } else { "branch_main" };
        assert_eq!(said(&popup), words);
    }
    // The main branch is what it is, though a badge's URL has no name for it.
    let (mut popup, id, _) = open(&format!("{PROJECT}&branch=main"));
    answered(&mut popup, id);
    popup.update(Event::Branches(id, Ok(main_and("other"))), START);
    assert_eq!(said(&popup), "");
}

#[test]
fn without_the_token_that_it_needs_a_branch_is_not_said_to_have_no_badge() {
    for (answer, words, button) in [
        (Ok(token('a')), "picture_no_badge", "choose_main"),
        (Err(Failure::Html), "picture_not_found", "read_again"),
    ] {
        let (mut popup, id, _) = open(&format!("{PROJECT}&branch=release"));
        let private = Ok(component(Visibility::Private));
        popup.update(Event::Component(id, private), START);
        popup.update(Event::Branches(id, Ok(main_and("release"))), START);
        popup.update(Event::Token(id, answer, START), START);
        let nothing = Err(PictureProblem::NotFound);
        popup.update(Event::Picture(id, 0, nothing), START);
        let (_, picture) = project(&popup).pictures.remove(0);
        let PictureView::Problem(what, Some(link)) = picture else {
            panic!("{picture:?}");
        };
        assert_eq!((what.name, link.label.name), (words, button));
    }
}

/// A popup on a pull request's page, once project, token and branches are there.
fn pull_request() -> (Popup, ScreenId) {
    let (mut popup, id, _) = open(&format!("{PROJECT}&pullRequest=7"));
    answered(&mut popup, id);
    popup.update(Event::Branches(id, Ok(main_and("release"))), START);
    assert_eq!(project(&popup).snippet, None);
    (popup, id)
}

fn said(popup: &Popup) -> &'static str {
    popup.view().status.map_or("", |text| text.name)
}

#[test]
fn a_pull_request_s_page_has_the_badges_of_its_target() {
    for (target, branch, words) in [
        (
            Ok(Some(name("release"))),
            Some(name("release")),
            "pull_request",
        ),
        (Ok(Some(name("main"))), None, "pull_request"),
        // Where the target has none, or is not told, that is said.
        (Ok(Some(name("topic"))), None, "pull_request_main"),
        (Ok(None), None, "pull_request_main"),
        (
            Err(Failure::Server { status: 503 }),
            None,
            "pull_request_main",
        ),
    ] {
        let (mut popup, id) = pull_request();
        popup.update(Event::Target(id, target.clone()), START);
        assert_eq!(project(&popup).branch, branch, "{target:?}");
        assert_eq!(said(&popup), words, "{target:?}");
    }
}

#[test]
fn a_target_that_turns_out_to_have_no_badges_is_said_when_the_branches_come() {
    let (mut popup, id, _) = open(&format!("{PROJECT}&pullRequest=7"));
    answered(&mut popup, id);
    popup.update(Event::Target(id, Ok(Some(name("topic")))), START);
    assert_eq!(said(&popup), "pull_request");
    popup.update(Event::Branches(id, Ok(main_and("release"))), START);
    assert_eq!(said(&popup), "pull_request_main");
}

#[test]
fn a_branch_that_was_chosen_meanwhile_stays() {
    let (mut popup, id) = pull_request();
    let choice = Action::ChooseBranch(Some(name("release")));
    popup.update(Event::Did(choice), START);
    popup.update(Event::Target(id, Ok(Some(name("main")))), START);
    assert_eq!(project(&popup).branch, Some(name("release")));
    assert!(project(&popup).snippet.is_some());
    assert_eq!(said(&popup), "");
    let effects = popup.update(Event::Did(Action::Reload), START);
    assert!(!effects.iter().any(looks_for_target), "nor is it anew");
}

fn looks_for_target(effect: &Effect) -> bool {
    matches!(effect, Effect::FindTarget(..))
}

#[test]
fn asked_anew_the_target_is_looked_for_again() {
    let (mut popup, id) = pull_request();
    let failure = Failure::Server { status: 503 };
    popup.update(Event::Target(id, Err(failure)), START);
    let effects = popup.update(Event::Did(Action::Reload), START);
    assert!(effects.iter().any(looks_for_target));
}
