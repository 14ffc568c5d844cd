//! Badges: URLs, snippets, and what a picture says.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod kinds;
mod picture;
mod snippet;
mod token;

use rebadge::badge::{Badge, Format, Kind, Metric, Snippet, Style, Token};
use rebadge::page::{BranchName, Instance, ProjectKey, Region};
use rebadge::token::BadgeToken;

const TOKEN: &str = "0123456789abcdef0123456789abcdef01237c19";

fn token() -> BadgeToken {
    BadgeToken::try_from(TOKEN.to_owned()).unwrap()
}

fn badge(metric: &str, branch: Option<&str>) -> Badge {
    Badge {
        instance: Instance::Cloud(Region::Eu),
        project: ProjectKey::parse("acme:payments").unwrap(),
        branch: branch.map(|name| BranchName::parse(name).unwrap()),
        kind: Kind::Measure(Metric::of_key(metric).unwrap()),
    }
}

/// A style in a format.
fn style(format: Format) -> Style {
    Style {
        format,
        ..Style::default()
    }
}

/// The snippet of one badge with its token.
fn alone(badge: Badge, format: Format) -> Snippet {
    Snippet::new(&[badge], &style(format), Token::Known(&token()))
}
