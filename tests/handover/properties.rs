//! What holds in every form for every text, hostile ones among them.

use proptest::prelude::*;
use rebadge::handover::{Form, Row};
use rebadge::token::BadgeToken;
use serde_json::Value;

use super::readers::{cells, meaning, parsed};
use super::{handover, headings, row};

/// Text made of what means something in one form or another.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zA-Z0-9 äß😀]{0,4}",
        r#"[=+@\-|`"',;\\\[\]()<>&!*_~#$:./{}]{0,4}"#,
        "[\t\r\n\0\u{2028}＝＋－＠]",
        Just("\r\n".to_owned()),
        Just("&#124;".to_owned()),
        Just(r"\|".to_owned()),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    // Neither letters nor digits of it occur anywhere else so close together.
    let token = prop::option::of("sqb_[0-9a-f]{40}");
    let one = ("[_.:-]{0,2}[a-z-]{1,9}", hostile(), hostile(), token);
    let one =
        one.prop_map(|(key, name, ending, token)| row(&key, &name, &ending, token.as_deref()));
    prop::collection::vec(one, 0..8)
}

fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠',
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_csv_holds_the_same_cells_and_no_formula(rows in rows(), secret in any::<bool>()) {
        let handover = handover(rows);
        let text = if secret {
            handover.with_tokens(Form::Csv, &headings()).expose().to_owned()
        } else {
            handover.without_tokens(Form::Csv, &headings())
        };
        let lines = parsed(&text);
        prop_assert_eq!(lines.len(), handover.rows.len() + 1);
        for (line, row) in lines[1..].iter().zip(&handover.rows) {
            prop_assert_eq!(line.len(), if secret { 6 } else { 4 });
            let texts = [row.project.as_str(), &row.name, &row.ending];
            for (cell, text) in line.iter().zip(texts) {
                // An apostrophe is all that is ever added, and only where it is needed.
                prop_assert_eq!(cell.replace('\'', ""), text.replace('\'', ""));
                let calm = text.chars().all(|c| c.is_alphanumeric() || " |&.:_'".contains(c));
                prop_assert!(!calm || cell == text, "{}", cell);
            }
            for cell in line {
                prop_assert!(!begins_a_formula(cell), "{}", cell);
                for part in cell.split([';', '\t', '\r', '\n', '"']) {
                    prop_assert!(!part.starts_with(['=', '+', '-', '@']), "{}", cell);
                }
            }
        }
    }

    #[test]
    fn a_csv_is_written_as_the_rfc_has_it(rows in rows()) {
        let text = handover(rows).without_tokens(Form::Csv, &headings());
        prop_assert!(text.ends_with("\r\n"));
        // Outside of quotes: no line end but CRLF, and cells without a quote.
        let outside: String = text.split('"').step_by(2).collect();
        prop_assert!(!outside.replace("\r\n", "").contains(['\r', '\n']));
    }

    #[test]
    fn json_brings_every_text_back(rows in rows()) {
        let handover = handover(rows);
        let text = handover.with_tokens(Form::Json, &headings());
        let document: Value = serde_json::from_str(text.expose()).unwrap();
        let projects = document["projects"].as_array().unwrap();
        prop_assert_eq!(projects.len(), handover.rows.len());
        for (project, row) in projects.iter().zip(&handover.rows) {
            prop_assert_eq!(&project["project"], row.project.as_str());
            prop_assert_eq!(&project["name"], row.name.as_str());
            prop_assert_eq!(&project["ending"], row.ending.as_str());
            prop_assert_eq!(project["token"].as_str(), row.token.as_ref().map(BadgeToken::expose));
        }
    }

    #[test]
    fn a_markdown_table_has_a_line_a_project_and_says_what_was_put_in(rows in rows(), secret in any::<bool>()) {
        let handover = handover(rows);
        let text = if secret {
            handover.with_tokens(Form::MarkdownTable, &headings()).expose().to_owned()
        } else {
            handover.without_tokens(Form::MarkdownTable, &headings())
        };
        prop_assert_eq!(text.lines().count(), handover.rows.len() + 2);
        // Readers differ in which backslash counts before a bar: there is none to differ about.
        let bars = if secret { 6 } else { 5 };
        prop_assert!(text.lines().all(|line| line.matches('|').count() == bars), "{}", text);
        let table = cells(&text);
        prop_assert_eq!(table.len(), handover.rows.len() + 1);
        let spaces = |text: &str| {
            let ends = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
            text.replace(ends, " ").trim().to_owned()
        };
        for (cells, row) in table[1..].iter().zip(&handover.rows) {
            prop_assert_eq!(cells.len(), if secret { 5 } else { 4 });
            prop_assert_eq!(&cells[0].0, &spaces(&row.name));
            prop_assert_eq!(&cells[1], &(row.project.to_string(), true));
            prop_assert_eq!(&cells[2].0, &spaces(&row.ending));
            if let Some(markdown) = row.markdown.as_ref().filter(|_| secret) {
                prop_assert_eq!(meaning(&cells[4].0), meaning(markdown.expose()));
            }
        }
    }

    #[test]
    fn no_token_is_anywhere_in_what_was_asked_for_without(rows in rows()) {
        let tokens: Vec<_> = rows.iter().filter_map(|row| row.token.clone()).collect();
        let handover = handover(rows);
        for form in Form::ALL {
            let open = handover.without_tokens(form, &headings());
            let secret = handover.with_tokens(form, &headings());
            for token in &tokens {
                prop_assert!(!open.contains(token.expose()), "{}", open);
                prop_assert!(secret.expose().contains(token.expose()));
            }
        }
    }
}
