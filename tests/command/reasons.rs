//! The reasons why nothing is copied, and what is left of them for the popup.

use rebadge::badge::{Choice, PictureProblem, TokenUse};
use rebadge::command::{Command, Errand, Told};
use rebadge::page::Instance;
use rebadge::popup::{Event, Text};
use rebadge::renewal::{Clock, Store};
use stand_in::{Fault, Profile};

use super::desk::{self, Desk, INSTANCE, finish};
use super::{Answers, PAGE, PUBLIC, at, carry, copied, drawn, refused, wants_token};

#[test]
fn no_badge_is_copied_that_would_show_nothing() {
    let desk = Desk::new(Profile::CloudNeither, "ada");
    assert_eq!(
        refused(&desk, Command::CopyMarkdown, PAGE),
        "token_not_offered"
    );
    // Without the token in it, it is what it says.
    let mut choice = Choice::default();
    choice.style.token = TokenUse::LeftOut;
    finish(desk.put(&Choice::kept_as(&INSTANCE), &choice)).unwrap();
    let text = copied(&desk, Command::CopyMarkdown, PAGE);
    assert!(!text.contains("token"), "{text}");
}

#[test]
fn a_token_that_is_needed_and_cannot_be_read_is_said_by_its_own_name() {
    for (url, status, words) in [
        (PAGE, 403, "token_forbidden"),
        (PAGE, 500, "server_trouble"),
        (PUBLIC, 403, "token_forbidden"),
        (PUBLIC, 500, "server_trouble"),
    ] {
        let desk = Desk::new(Profile::CloudFull, "ada");
        let fault = Fault::new("/api/project_badges/token", desk::status(status));
        desk.cloud.borrow_mut().add_fault(fault);
        for answers in Answers::ALL {
            let run = carry(&desk, Command::CopyMarkdown, at(url), answers, wants_token);
            let end = run.end.unwrap();
            assert_eq!(end.unwrap_err().name, words, "{url} {status} {answers:?}");
        }
    }
}

#[test]
fn a_public_picture_that_does_not_come_is_no_reason_on_cloud() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let nothing = |_: &str| Err(PictureProblem::Unreachable);
    for answers in Answers::ALL {
        let run = carry(&desk, Command::CopyMarkdown, at(PUBLIC), answers, nothing);
        assert!(!run.end.unwrap().unwrap().contains("token="));
    }
}

#[test]
fn every_page_that_has_nothing_to_copy_says_why() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let both = [Command::CopyMarkdown, Command::CopyOrganizationKey];
    for command in both {
        assert_eq!(refused(&desk, command, "https://example.org/"), "not_sonar");
        let url = "https://sonarcloud.io/project/overview?id=nobody-knows";
        assert_eq!(refused(&desk, command, url), "unknown_project");
        let run = carry(&desk, command, Event::Opened(None), Answers::InOrder, drawn);
        assert_eq!(run.end.unwrap().unwrap_err().name, "not_sonar");
        let busy = Event::OpenedOnBusyPage("https://intranet/".to_owned());
        let run = carry(&desk, command, busy, Answers::InOrder, drawn);
        assert_eq!(run.end.unwrap().unwrap_err().name, "page_busy");
    }
    let url = "https://sonarcloud.io/projects";
    assert_eq!(
        refused(&desk, Command::CopyMarkdown, url),
        "command_no_project"
    );
    assert_eq!(
        refused(&desk, Command::CopyOrganizationKey, url),
        "command_no_organization"
    );
    let nobody = Desk::new(Profile::CloudFull, "nobody");
    for command in both {
        assert_eq!(refused(&nobody, command, PAGE), "not_signed_in");
    }
}

#[test]
fn what_is_left_for_the_popup_is_words_and_no_more() {
    let told = Told {
        reason: "The connection was lost.".to_owned(),
    };
    let kept = serde_json::to_value(&told).unwrap();
    assert_eq!(
        kept,
        serde_json::json!({ "reason": "The connection was lost." })
    );
    assert_eq!(
        told.text(),
        Text::new("command_failed").with("The connection was lost.")
    );
    assert_ne!(Told::name(1), Told::name(11));
    assert!(matches!(INSTANCE, Instance::Cloud(_)));
}

#[test]
fn where_a_company_does_not_want_it_nothing_is_asked() {
    let now = Desk::new(Profile::CloudFull, "ada").now();
    for command in Command::ALL {
        let mut errand = Errand::new(command, now);
        let rules = serde_json::from_value(serde_json::json!({ "instances": [] })).unwrap();
        assert!(errand.update(Event::Ruled(rules), now).is_empty());
        let opened = Event::Opened(Some(PAGE.to_owned()));
        assert!(errand.update(opened, now).is_empty());
        let end = errand.end().map(|end| end.map(|_| ()));
        assert_eq!(end, Some(Err(Text::new("instance_not_allowed"))));
    }
}
