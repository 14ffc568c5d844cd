//! Writes snippets for tests that read them with the formats' own parsers: a
//! line of JSON in, the snippet as a line of JSON out.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{self, BufRead, Write};

use rebadge::badge::{Badge, Format, Kind, LinkTarget, Snippet, Style, Token, TokenUse};
use rebadge::page::{BranchName, Instance, ProjectKey, Region};
use rebadge::token::BadgeToken;
use serde::Deserialize;

/// What is to be written, by the ids of the library.
#[derive(Deserialize)]
struct Wish {
    project: String,
    branch: Option<String>,
    kinds: Vec<String>,
    format: String,
    link: String,
    token: String,
    alternative: Option<String>,
}

fn main() {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let wish: Wish = serde_json::from_str(&line.unwrap()).unwrap();
        let snippet = serde_json::to_string(&write(&wish)).unwrap();
        writeln!(out, "{snippet}").unwrap();
        out.flush().unwrap();
    }
}

/// The snippet; nothing where the project or the branch cannot be one.
fn write(wish: &Wish) -> Option<String> {
    let badges: Option<Vec<_>> = wish
        .kinds
        .iter()
        .map(|kind| {
            Some(Badge {
                instance: Instance::Cloud(Region::Eu),
                project: ProjectKey::parse(&wish.project).ok()?,
                branch: match &wish.branch {
                    Some(name) => Some(BranchName::parse(name).ok()?),
                    None => None,
                },
                kind: Kind::of_id(kind)?,
            })
        })
        .collect();
    let style = Style {
        format: Format::of_id(&wish.format)?,
        link: LinkTarget::of_id(&wish.link)?,
        token: TokenUse::of_id(&wish.token)?,
        alternative: wish.alternative.clone(),
    };
    let token = BadgeToken::try_from("0123456789abcdef0123456789abcdef01237c19".to_owned()).ok()?;
    let snippet = Snippet::new(&badges?, &style, Token::Known(&token));
    // The token of the tests.
    Some(snippet.plain.expose().to_owned())
}
