//! Badges: URLs, snippets, and what a picture says.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use rebadge::badge::{
    Badge, Format, Kind, LinkTarget, Logo, Metric, Picture, PictureProblem, Snippet, Style, Token,
    TokenUse,
};
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

#[test]
fn the_markdown_is_the_one_of_the_products_own_page() {
    let snippet = alone(badge("duplicated_lines_density", None), Format::Markdown);
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
    let badge = badge("bugs", Some("feature/a#1&2 +%"));
    let snippet = Snippet::new(&[badge], &Style::default(), Token::Needless);
    assert_eq!(
        snippet.plain.expose(),
        "[![Bugs](https://sonarcloud.io/api/project_badges/measure\
         ?branch=feature%2Fa%231%262+%2B%25&project=acme%3Apayments&metric=bugs)]\
         (https://sonarcloud.io/summary/new_code?id=acme%3Apayments&branch=feature%2Fa%231%262+%2B%25)"
    );
}

#[test]
fn the_image_url_stands_alone() {
    let badge = badge("ncloc", None);
    let snippet = alone(badge.clone(), Format::ImageUrl);
    assert_eq!(snippet.plain, badge.picture_url(Some(&token())));
}

#[test]
fn a_token_is_neither_in_what_is_shown_nor_in_what_is_logged() {
    let snippet = alone(badge("ncloc", None), Format::Markdown);
    assert!(snippet.masked.contains("token=••••••••)"));
    assert!(!snippet.masked.contains("7c19"));
    assert!(!format!("{snippet:?} {:?}", token()).contains("0123"));
    assert_eq!(token().masked(), "••••••••7c19");
}

#[test]
fn a_short_token_is_masked_whole() {
    let short = BadgeToken::try_from("secret".to_owned()).unwrap();
    assert_eq!(short.masked(), "••••••••");
    let masked = |text: &str| BadgeToken::try_from(text.to_owned()).unwrap().masked();
    assert_eq!(masked("abcdefghijk"), "••••••••");
    assert_eq!(masked("abcdefghijkl"), "••••••••ijkl");
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
    let cut_off = r#"<svg xmlns="http://www.w3.org/2000/svg"><text>pas"#;
    for body in [
        "",
        "<html><p>Sign in</p></html>",
        r#"{"errors":[]}"#,
        cut_off,
    ] {
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

#[test]
fn each_kind_has_its_own_picture() {
    let address = |kind| {
        let badge = Badge {
            kind,
            ..badge("bugs", Some("b"))
        };
        badge
            .picture_url(Some(&token()))
            .expose()
            .replace(TOKEN, "T")
    };
    let base = "https://sonarcloud.io";
    let rows = [
        (
            Kind::QualityGate,
            "/api/project_badges/quality_gate?branch=b&project=acme%3Apayments&token=T",
        ),
        (
            Kind::AiCodeAssurance,
            "/api/project_badges/ai_code_assurance?branch=b&project=acme%3Apayments&token=T",
        ),
        (
            Kind::Logo(Logo::Highlight),
            "/images/project_badges/sonarcloud-highlight.svg",
        ),
    ];
    for (kind, path) in rows {
        assert_eq!(address(kind), [base, path].concat());
    }
}

#[test]
fn every_kind_is_found_by_its_id() {
    let kinds = Metric::of_server()
        .map(Kind::Measure)
        .chain(Logo::ALL.map(Kind::Logo))
        .chain([Kind::QualityGate, Kind::AiCodeAssurance]);
    for kind in kinds {
        assert_eq!(Kind::of_id(&kind.id()), Some(kind));
    }
    for id in ["", "measure:", "measure:a b", "logo:pink", "bugs"] {
        assert_eq!(Kind::of_id(id), None, "{id}");
    }
    for format in Format::ALL {
        assert_eq!(Format::of_id(format.id()), Some(format));
    }
    for target in LinkTarget::ALL {
        assert_eq!(LinkTarget::of_id(target.id()), Some(target));
    }
    for usage in TokenUse::ALL {
        assert_eq!(TokenUse::of_id(usage.id()), Some(usage));
    }
}

#[test]
fn a_badge_leads_where_it_is_told_to() {
    let overview = "https://sonarcloud.io/summary/new_code?id=acme%3Apayments&branch=b";
    let measures =
        "https://sonarcloud.io/component_measures?id=acme%3Apayments&metric=bugs&branch=b";
    let leads = |metric, target| badge(metric, Some("b")).page(target);
    assert_eq!(
        leads("bugs", LinkTarget::Summary).as_deref(),
        Some(overview)
    );
    assert_eq!(
        leads("bugs", LinkTarget::Measure).as_deref(),
        Some(measures)
    );
    assert_eq!(leads("bugs", LinkTarget::Nothing), None);
    // The quality gate has no page of its own.
    let gate = leads("alert_status", LinkTarget::Measure);
    assert_eq!(gate.as_deref(), Some(overview));
}

#[test]
fn several_badges_stand_in_a_row_in_their_order() {
    let badges = [badge("coverage", None), badge("bugs", None)];
    let written = |format| {
        let snippet = Snippet::new(&badges, &style(format), Token::Needless);
        snippet.plain.expose().to_owned()
    };
    let row = written(Format::Markdown);
    assert!(row.find("[![Coverage]").unwrap() < row.find(" [![Bugs]").unwrap());
    assert_eq!(written(Format::ImageUrl).lines().count(), 2);
    assert_eq!(
        written(Format::MarkdownReferences).lines().next(),
        Some(
            "[![Coverage][measure_coverage]][measure_coverage-link] [![Bugs][measure_bugs]][measure_bugs-link]"
        )
    );
}

#[test]
fn a_token_can_be_left_out_or_filled_in_by_a_build() {
    let written = |usage, token| {
        let style = Style {
            token: usage,
            format: Format::ImageUrl,
            ..Style::default()
        };
        let badges = [badge("bugs", None)];
        Snippet::new(&badges, &style, token)
            .plain
            .expose()
            .to_owned()
    };
    let token = token();
    let bare = badge("bugs", None).image_url();
    let filled = format!("{bare}&token=${{SONAR_BADGE_TOKEN}}");
    assert_eq!(written(TokenUse::LeftOut, Token::Known(&token)), bare);
    assert_eq!(written(TokenUse::Placeholder, Token::Known(&token)), filled);
    assert_eq!(written(TokenUse::Placeholder, Token::Unknown), filled);
    assert_eq!(written(TokenUse::Placeholder, Token::Needless), bare);
    assert_eq!(written(TokenUse::Included, Token::Unknown), bare);
    assert_eq!(
        written(TokenUse::Included, Token::Known(&token)),
        format!("{bare}&token={TOKEN}")
    );
}

#[test]
fn another_text_goes_with_a_badge_that_stands_alone() {
    let style = Style {
        alternative: Some("Our gate".to_owned()),
        ..Style::default()
    };
    let written = |badges: &[Badge]| {
        let snippet = Snippet::new(badges, &style, Token::Needless);
        snippet.plain.expose().to_owned()
    };
    assert!(written(&[badge("bugs", None)]).starts_with("[![Our gate]("));
    assert!(written(&[badge("bugs", None), badge("ncloc", None)]).starts_with("[![Bugs]("));
}

#[test]
fn a_text_of_blanks_alone_is_none() {
    for text in ["", " \t", "\n", "\0", "\u{2028}\u{a0}\u{7}"] {
        let style = Style {
            alternative: Some(text.to_owned()),
            ..Style::default()
        };
        let snippet = Snippet::new(&[badge("bugs", None)], &style, Token::Needless);
        assert!(snippet.plain.expose().starts_with("[![Bugs]("), "{text:?}");
    }
}
