//! Snippets. An input is a line each for the instance's URL, the project, the
//! branch, the kinds of badges by their ids, and the end of the token; the rest is
//! the alternative text.

use pulldown_cmark::{Event, Options, Parser, Tag};
use rebadge::badge::{Badge, Format, Kind, LinkTarget, Snippet, Style, Token, TokenUse};
use rebadge::page::{BranchName, Instance, ProjectKey, read};
use rebadge::token::BadgeToken;

/// What every token begins with here, and no other text has by chance.
const BEGINNING: &str = "sqb_f22bf75a77d21c0b";

/// What has to hold.
pub fn check(input: &str) {
    let mut fields = input.splitn(6, '\n');
    let mut field = || fields.next().unwrap_or_default();
    let Ok(instance) = Instance::of_base_url(field()) else {
        return;
    };
    let Ok(project) = ProjectKey::parse(field()) else {
        return;
    };
    let branch = BranchName::parse(field()).ok();
    let mut kinds: Vec<_> = field().split(' ').filter_map(Kind::of_id).collect();
    kinds.dedup();
    let Ok(token) = BadgeToken::try_from(format!("{BEGINNING}{}", field())) else {
        return;
    };
    let alternative = Some(field().to_owned()).filter(|text| !text.is_empty());
    if input.contains(BEGINNING) || kinds.is_empty() || kinds.len() > 5 {
        return;
    }
    let badges: Vec<_> = kinds
        .into_iter()
        .map(|kind| Badge {
            instance: instance.clone(),
            project: project.clone(),
            branch: branch.clone(),
            kind,
        })
        .collect();
    for format in Format::ALL {
        for usage in TokenUse::ALL {
            for link in LinkTarget::ALL {
                let style = Style {
                    format,
                    link,
                    token: usage,
                    alternative: alternative.clone(),
                };
                holds(&badges, &style, &token);
            }
        }
    }
}

fn holds(badges: &[Badge], style: &Style, token: &BadgeToken) {
    let snippet = Snippet::new(badges, style, Token::Known(token));
    let plain = snippet.plain.expose();
    let of_project = badges
        .iter()
        .filter(|badge| badge.kind.is_of_project())
        .count();
    let (tokens, placeholders) = match style.token {
        TokenUse::Included => (of_project, 0),
        TokenUse::Placeholder => (0, of_project),
        TokenUse::LeftOut => (0, 0),
    };
    let encoded: String = token.expose().bytes().map(encoded).collect();
    assert_eq!(
        plain.matches(&format!("token={encoded}")).count(),
        tokens,
        "{:?}",
        style.format
    );
    assert_eq!(
        plain.matches(BEGINNING).count(),
        tokens,
        "the token stands elsewhere too"
    );
    assert!(!snippet.masked.contains(BEGINNING), "the token is shown");
    assert!(
        !format!("{snippet:?}").contains(BEGINNING),
        "the token is logged"
    );
    let said = style.alternative.as_deref().unwrap_or_default();
    if !said.contains(TokenUse::PLACEHOLDER) {
        assert_eq!(plain.matches(TokenUse::PLACEHOLDER).count(), placeholders);
    }
    let needless = Snippet::new(badges, style, Token::Needless);
    assert_eq!(needless.plain.expose(), needless.masked);
    if let Format::Markdown | Format::MarkdownReferences = style.format {
        reads_back(plain, badges, style, token);
    }
}

/// A byte as a form has it.
fn encoded(byte: u8) -> String {
    match byte {
        b'*' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}

/// What a reader of Markdown finds: each badge once, its very addresses, its text,
/// and nothing else.
fn reads_back(markdown: &str, badges: &[Badge], style: &Style, token: &BadgeToken) {
    let wanted: Vec<_> = badges
        .iter()
        .map(|badge| {
            let image = match style.token {
                TokenUse::Included => badge.picture_url(Some(token)).expose().to_owned(),
                TokenUse::LeftOut => badge.image_url(),
                TokenUse::Placeholder if badge.kind.is_of_project() => {
                    format!("{}&token={}", badge.image_url(), TokenUse::PLACEHOLDER)
                }
                TokenUse::Placeholder => badge.image_url(),
            };
            let text = match &style.alternative {
                Some(text) if badges.len() == 1 && !on_one_line(text).is_empty() => text.clone(),
                _ => badge.kind.name().into_owned(),
            };
            (badge.page(style.link), image, on_one_line(&text))
        })
        .collect();
    assert_eq!(found(markdown), wanted, "{markdown}");
    for (link, ..) in wanted {
        if let (Some(url), Instance::Cloud(_)) = (link, &badges[0].instance) {
            let page = read(&url).unwrap();
            assert_eq!(page.project.as_ref(), Some(&badges[0].project));
            assert_eq!(page.branch, badges[0].branch);
        }
    }
}

/// Links, pictures and texts, in their order.
fn found(markdown: &str) -> Vec<(Option<String>, String, String)> {
    let mut found: Vec<(Option<String>, String, String)> = Vec::new();
    let mut link = None;
    let mut depth = 0;
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES,
    ) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => link = Some(dest_url.into_string()),
            Event::Start(Tag::Image { dest_url, .. }) => {
                depth = 1;
                found.push((link.take(), dest_url.into_string(), String::new()));
            }
            Event::End(pulldown_cmark::TagEnd::Image) => depth = 0,
            Event::Text(text) if depth > 0 => found.last_mut().unwrap().2.push_str(&text),
            Event::Text(text) => assert_eq!(text.trim(), "", "a text of its own"),
            Event::Start(Tag::Paragraph) | Event::End(_) | Event::SoftBreak => {}
            other => panic!("{other:?}"),
        }
    }
    found
}

/// Without line ends, and without blanks around it.
fn on_one_line(text: &str) -> String {
    let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.replace(ends, " ").trim().to_owned()
}
