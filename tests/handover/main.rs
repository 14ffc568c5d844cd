//! Handing over after a run: three forms, with tokens only if asked for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod forms;
mod properties;
mod readers;

use rebadge::badge::{Badge, Format, Kind, Metric, Snippet, Style, Token};
use rebadge::handover::{Handover, Headings, Row};
use rebadge::page::{Instance, ProjectKey, Region};
use rebadge::renewal::Moment;
use rebadge::token::BadgeToken;

/// 2026-11-22T09:30:00Z.
const NOW: Moment = Moment(1_795_339_800_000);

fn headings() -> Headings {
    Headings {
        name: "Name".into(),
        project: "Key".into(),
        ending: "Outcome".into(),
        renewed: "Renewed".into(),
        markdown: "Markdown | new".into(),
    }
}

/// A row of a project with a badge whose alternative text is its name.
fn row(key: &str, name: &str, ending: &str, token: Option<&str>) -> Row {
    let project = ProjectKey::parse(key).unwrap();
    let token = token.map(|token| BadgeToken::try_from(token.to_owned()).unwrap());
    let markdown = token.as_ref().map(|token| {
        let badge = Badge {
            instance: Instance::Cloud(Region::Eu),
            project: project.clone(),
            branch: None,
            kind: Kind::Measure(Metric::of_key("ncloc").unwrap()),
        };
        let style = Style {
            format: Format::Markdown,
            alternative: Some(name.to_owned()),
            ..Style::default()
        };
        Snippet::new(&[badge], &style, Token::Known(token)).plain
    });
    Row {
        project,
        name: name.to_owned(),
        ending: ending.to_owned(),
        renewed: token.as_ref().map(|_| NOW),
        markdown,
        token,
    }
}

fn handover(rows: Vec<Row>) -> Handover {
    Handover { rows, made: NOW }
}
