//! Keyboard commands: they find out what the popup would copy, ask for no more
//! than that, and say why where there is nothing.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
mod reasons;
mod texts;

use desk::{Desk, INSTANCE, finish};
use rebadge::badge::{Choice, Picture, PictureProblem};
use rebadge::command::{Command, Errand};
use rebadge::popup::{Effect, Event, Text, answer};
use rebadge::renewal::{Clock, Store};
use rebadge::sonar::{ReadBadgeToken, ask};

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
