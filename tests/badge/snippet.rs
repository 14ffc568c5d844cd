//! Snippets: what is written, and where it leads.

use rebadge::badge::{Badge, Format, LinkTarget, Snippet, Style, Token};

use super::{alone, badge, style, token};

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
