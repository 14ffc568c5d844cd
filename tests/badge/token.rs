//! The token of a badge: masked, left out, or filled in.

use rebadge::badge::{Format, Snippet, Style, Token, TokenUse};
use rebadge::token::BadgeToken;

use super::{TOKEN, alone, badge, token};

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
