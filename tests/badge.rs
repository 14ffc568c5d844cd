//! Badges: URLs, snippets, and what a picture says.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use rebadge::badge::{Badge, Format, Metric, Picture, PictureProblem, Snippet};
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
        metric: Metric::of_key(metric).unwrap(),
    }
}

#[test]
fn the_markdown_is_the_one_of_the_products_own_page() {
    let snippet = Snippet::new(
        &badge("duplicated_lines_density", None),
        Format::Markdown,
        Some(&token()),
    );
    assert_eq!(
        snippet.plain.expose(),
        "[![Duplicated Lines (%)](https://sonarcloud.io/api/project_badges/measure\
         ?project=acme%3Apayments&metric=duplicated_lines_density\
         &token=0123456789abcdef0123456789abcdef01237c19)]\
         (https://sonarcloud.io/summary/new_code?id=acme%3Apayments)"
    );
}

#[test]
fn a_branch_stands_in_the_picture_and_in_the_link() {
    let snippet = Snippet::new(
        &badge("bugs", Some("feature/a#1&2 +%")),
        Format::Markdown,
        None,
    );
    assert_eq!(
        snippet.plain.expose(),
        "[![Bugs](https://sonarcloud.io/api/project_badges/measure\
         ?branch=feature%2Fa%231%262+%2B%25&project=acme%3Apayments&metric=bugs)]\
         (https://sonarcloud.io/summary/new_code?id=acme%3Apayments&branch=feature%2Fa%231%262+%2B%25)"
    );
}

#[test]
fn the_image_url_stands_alone() {
    let snippet = Snippet::new(&badge("ncloc", None), Format::ImageUrl, Some(&token()));
    assert_eq!(snippet.plain, snippet.image);
}

#[test]
fn a_token_is_neither_in_what_is_shown_nor_in_what_is_logged() {
    let snippet = Snippet::new(&badge("ncloc", None), Format::Markdown, Some(&token()));
    assert!(snippet.masked.contains("token=••••••••)"));
    assert!(!snippet.masked.contains("7c19"));
    assert!(!format!("{snippet:?} {:?}", token()).contains("0123"));
    assert_eq!(token().masked(), "••••••••7c19");
}

#[test]
fn a_short_token_is_masked_whole() {
    let short = BadgeToken::try_from("secret".to_owned()).unwrap();
    assert_eq!(short.masked(), "••••••••");
}

#[test]
fn what_cannot_be_a_token_is_none() {
    for text in ["", "two words", "line\nbreak", "ünicode"] {
        assert!(BadgeToken::try_from(text.to_owned()).is_err(), "{text:?}");
    }
}

fn error(text: &str) -> String {
    format!("<svg xmlns='…'><!-- ERROR --><text>{text}</text></svg>")
}

#[test]
fn an_error_picture_is_recognised_by_its_text() {
    let cases = [
        ("Project has not been found", PictureProblem::NotFound),
        ("Project not found", PictureProblem::NotFound),
        ("Measure has not been found", PictureProblem::NoMeasure),
        ("Quality gate has not been found", PictureProblem::NoMeasure),
        ("Project is invalid", PictureProblem::NoBadgeHere),
        ("Something else", PictureProblem::Unknown),
    ];
    for (text, problem) in cases {
        assert_eq!(Picture::read(&error(text)), Err(problem), "{text}");
        assert_eq!(Picture::read(&error(&text.to_uppercase())), Err(problem));
    }
}

#[test]
fn what_is_no_picture_is_none() {
    for body in ["", "<html><p>Sign in</p></html>", r#"{"errors":[]}"#] {
        assert_eq!(Picture::read(body), Err(PictureProblem::Unreachable));
    }
}

#[test]
fn a_picture_becomes_an_address_that_needs_no_network() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>81 % #1</text></svg>";
    let picture = Picture::read(svg).unwrap();
    let (head, body) = picture.address().split_once(',').unwrap();
    assert_eq!(head, "data:image/svg+xml;charset=utf-8");
    let decoded = percent_encoding::percent_decode_str(body)
        .decode_utf8()
        .unwrap();
    assert_eq!(decoded, svg);
}

/// What a CommonMark reader makes of a snippet: the link's and the image's
/// addresses, and the alternative text.
fn read(markdown: &str) -> (Vec<String>, Vec<String>, String) {
    let (mut links, mut images, mut text) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => links.push(dest_url.into_string()),
            Event::Start(Tag::Image { dest_url, .. }) => images.push(dest_url.into_string()),
            Event::Text(part) => text.push_str(&part),
            _ => {}
        }
    }
    (links, images, text)
}

proptest! {
    #[test]
    fn any_branch_makes_one_link_around_one_image(
        name in "[^\\p{C}]{1,40}",
        index in 0..Metric::CLOUD.len(),
    ) {
        let Ok(branch) = BranchName::parse(&name) else { return Ok(()) };
        let badge = Badge { branch: Some(branch), ..badge(Metric::CLOUD[index].key(), None) };
        let snippet = Snippet::new(&badge, Format::Markdown, Some(&token()));
        let (links, images, text) = read(snippet.plain.expose());
        prop_assert_eq!(links, vec![badge.project_page()]);
        prop_assert_eq!(images, vec![snippet.image.expose().to_owned()]);
        prop_assert_eq!(text, badge.metric.name());
    }
}
