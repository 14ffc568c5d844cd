//! Keyboard commands: they find out what the popup would copy, ask for no more
//! than that, and say why where there is nothing.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "desk/mod.rs"]
mod desk;

use desk::{Desk, INSTANCE, PAYMENTS, finish};
use rebadge::badge::{Choice, Format, Kind, Metric, Picture, PictureProblem, TokenUse};
use rebadge::command::{Command, Errand, Told};
use rebadge::page::{BranchName, Instance};
use rebadge::popup::{Effect, Event, Text, answer};
use rebadge::renewal::{Clock, Store};
use rebadge::sonar::{ReadBadgeToken, ask};
use stand_in::Profile;

const PAGE: &str = "https://sonarcloud.io/project/overview?id=acme-payments_payments-service";
const PUBLIC: &str = "https://sonarcloud.io/project/overview?id=acme-payments_open-docs";

/// What became of a command, and which kinds of things it asked for.
struct Run {
    end: Option<Result<String, Text>>,
    asked: Vec<&'static str>,
}

/// What a picture's host shows for an address.
type Pictures = fn(&str) -> Result<Picture, PictureProblem>;

fn drawn(_: &str) -> Result<Picture, PictureProblem> {
    Picture::read(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><text>passed</text></svg>",
    )
}

fn wants_token(address: &str) -> Result<Picture, PictureProblem> {
    if address.contains("token=") {
        drawn(address)
    } else {
        Err(PictureProblem::NotFound)
    }
}

/// In which order answers come: as asked, the other way round, or the token last.
#[derive(Debug, Clone, Copy)]
enum Answers {
    InOrder,
    Backwards,
    TokenLast,
}

impl Answers {
    const ALL: [Self; 3] = [Self::InOrder, Self::Backwards, Self::TokenLast];

    fn next(self, effects: &[Effect]) -> usize {
        match self {
            Self::InOrder => 0,
            Self::Backwards => effects.len() - 1,
            Self::TokenLast => {
                let other = |effect: &Effect| !matches!(effect, Effect::ReadToken(..));
                effects.iter().position(other).unwrap_or(0)
            }
        }
    }
}

/// Carries a command out at a desk. No order of answers may matter.
fn carry(
    desk: &Desk,
    command: Command,
    opened: Event,
    answers: Answers,
    pictures: Pictures,
) -> Run {
    let mut errand = Errand::new(command, desk.now());
    let mut effects = errand.update(opened, desk.now());
    let mut asked = Vec::new();
    while errand.end().is_none() && !effects.is_empty() {
        let effect = effects.remove(answers.next(&effects));
        let event = match effect {
            Effect::Connect(_) => continue,
            Effect::RecallChoice(id) => {
                let kept = finish(desk.get::<Choice>(&Choice::kept_as(&INSTANCE)));
                Event::Recalled(id, kept.unwrap().unwrap_or_default())
            }
            Effect::ReadToken(id, project) => {
                asked.push("token");
                let at = desk.now();
                Event::Token(id, finish(ask(desk, &ReadBadgeToken(project))), at)
            }
            Effect::FetchPicture(id, number, url) => {
                asked.push("picture");
                Event::Picture(id, number, pictures(url.expose()))
            }
            question => {
                let event = finish(answer(desk, &question)).expect("a question to the host");
                asked.push("host");
                event
            }
        };
        effects.extend(errand.update(event, desk.now()));
    }
    let end = errand
        .end()
        .map(|end| end.map(|text| text.expose().to_owned()));
    Run { end, asked }
}

fn at(url: &str) -> Event {
    Event::Opened(Some(url.to_owned()))
}

/// How a command ends, whatever comes first.
fn ended(desk: &Desk, command: Command, url: &str) -> Result<String, Text> {
    let [end, ends @ ..] =
        Answers::ALL.map(|answers| carry(desk, command, at(url), answers, drawn).end);
    assert!(
        ends.iter().all(|other| *other == end),
        "whatever comes first"
    );
    end.unwrap()
}

fn copied(desk: &Desk, command: Command, url: &str) -> String {
    ended(desk, command, url).unwrap()
}

fn refused(desk: &Desk, command: Command, url: &str) -> &'static str {
    ended(desk, command, url).unwrap_err().name
}

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
