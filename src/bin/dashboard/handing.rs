//! What a run has made, as one text in the browser's language.

use rebadge::badge::{Choice, Format, Snippet, Token};
use rebadge::browser::{now, say};
use rebadge::dashboard::{Item, Wish};
use rebadge::handover::{Handover, Headings, Row};
use rebadge::page::Instance;
use rebadge::popup::Text;
use rebadge::token::SecretText;

/// Writes it all down as the person wished.
pub fn write(instance: &Instance, mut choice: Choice, wish: Wish, items: Vec<Item>) -> SecretText {
    choice.style.format = Format::Markdown;
    let rows = items.into_iter().map(|item| {
        let badges: Vec<_> = choice.of_project(instance, &item.project, None).collect();
        let markdown = |token| Snippet::new(&badges, &choice.style, Token::Known(token)).plain;
        Row {
            name: item.name,
            ending: say(&item.ending),
            renewed: item.renewed,
            markdown: item.token.as_ref().map(markdown),
            token: item.token,
            project: item.project,
        }
    });
    let handover = Handover {
        rows: rows.collect(),
        made: now(),
    };
    let word = |name| say(&Text::new(name));
    let headings = Headings {
        name: word("project"),
        project: word("project_key"),
        ending: word("record_outcome"),
        renewed: word("last_renewal"),
        markdown: word("format_markdown"),
    };
    if wish.with_tokens {
        handover.with_tokens(wish.form, &headings)
    } else {
        SecretText::new(handover.without_tokens(wish.form, &headings))
    }
}
