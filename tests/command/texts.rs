//! The texts that are copied, and what was asked for them.

use rebadge::badge::{Choice, Format, Kind, Metric, TokenUse};
use rebadge::command::Command;
use rebadge::page::BranchName;
use rebadge::popup::Event;
use rebadge::renewal::Store;
use stand_in::Profile;

use super::desk::{Desk, INSTANCE, PAYMENTS, finish};
use super::{Answers, PAGE, PUBLIC, at, carry, copied, drawn, refused, wants_token};

#[test]
fn the_markdown_has_the_token_in_it_in_every_profile_that_tells_it() {
    for profile in [
        Profile::CloudFull,
        Profile::CloudTokenInNavigation,
        Profile::CloudTokenWithoutRenewal,
    ] {
        let desk = Desk::new(profile, "ada");
        let text = copied(&desk, Command::CopyMarkdown, PAGE);
        let token = desk.real_token(PAYMENTS).unwrap();
        assert!(text.starts_with("[![Quality Gate Status]("), "{text}");
        assert!(text.contains(&format!("&token={token})")), "{profile:?}");
        assert_eq!(desk.posts(), 0);
    }
}

#[test]
fn what_is_copied_is_what_was_chosen_last() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let mut choice = Choice::of(Kind::Measure(Metric::of_key("coverage").unwrap()));
    choice.style.format = Format::ImageUrl;
    choice.style.token = TokenUse::Placeholder;
    finish(desk.put(&Choice::kept_as(&INSTANCE), &choice)).unwrap();
    let text = copied(&desk, Command::CopyMarkdown, PAGE);
    assert!(
        text.ends_with("metric=coverage&token=${SONAR_BADGE_TOKEN}"),
        "{text}"
    );
}

#[test]
fn the_pages_branch_is_the_badges_branch() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let branch = BranchName::parse("release/1.x").unwrap();
    let text = copied(
        &desk,
        Command::CopyMarkdown,
        &format!("{PAGE}&branch={branch}"),
    );
    assert!(text.contains("&branch=release%2F1.x"), "{text}");
}

#[test]
fn the_organization_key_takes_no_token_and_no_picture() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    for answers in Answers::ALL {
        let run = carry(
            &desk,
            Command::CopyOrganizationKey,
            at(PAGE),
            answers,
            drawn,
        );
        assert_eq!(run.end, Some(Ok("acme-payments".to_owned())));
        assert_eq!(run.asked, ["host"]);
    }
}

#[test]
fn a_page_that_names_its_organization_takes_no_question_at_all() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let url = "https://sonarcloud.io/organizations/acme-payments/projects";
    let run = carry(
        &desk,
        Command::CopyOrganizationKey,
        at(url),
        Answers::InOrder,
        drawn,
    );
    assert_eq!(run.end, Some(Ok("acme-payments".to_owned())));
    assert!(run.asked.is_empty(), "{:?}", run.asked);
    assert_eq!(
        refused(&desk, Command::CopyMarkdown, url),
        "command_no_project"
    );
}

#[test]
fn a_public_project_gets_a_token_where_its_picture_wants_one() {
    let desk = Desk::new(Profile::CloudFull, "ada");
    let plain = copied(&desk, Command::CopyMarkdown, PUBLIC);
    assert!(!plain.contains("token="), "{plain}");
    for answers in Answers::ALL {
        let run = carry(
            &desk,
            Command::CopyMarkdown,
            at(PUBLIC),
            answers,
            wants_token,
        );
        let text = run.end.unwrap().unwrap();
        assert!(text.contains("&token="), "{text}");
    }
}

#[test]
fn a_server_is_asked_whether_it_is_one_and_has_no_organizations() {
    let desk = Desk::new(Profile::ServerForced, "ada");
    let opened = || Event::OpenedOnServer {
        url: format!("http://intranet:9000/dashboard?id={PAYMENTS}"),
        context: String::new(),
    };
    let run = carry(
        &desk,
        Command::CopyMarkdown,
        opened(),
        Answers::InOrder,
        wants_token,
    );
    let text = run.end.unwrap().unwrap();
    assert!(
        text.contains("(http://intranet:9000/api/project_badges/measure?"),
        "{text}"
    );
    assert!(text.contains("&token="), "{text}");
    let run = carry(
        &desk,
        Command::CopyOrganizationKey,
        opened(),
        Answers::InOrder,
        drawn,
    );
    assert_eq!(
        run.end.unwrap().unwrap_err().name,
        "command_no_organization"
    );
    assert!(!run.asked.contains(&"token"));
}
