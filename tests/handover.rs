//! Handing over after a run: three forms, with tokens only if asked for.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use rebadge::badge::{Badge, Format, Kind, Metric, Snippet, Style, Token};
use rebadge::handover::{Form, Handover, Headings, Row};
use rebadge::page::{Instance, ProjectKey, Region};
use rebadge::renewal::Moment;
use rebadge::token::BadgeToken;
use serde_json::Value;

/// 2026-11-22T09:30:00Z.
const NOW: Moment = Moment(1_795_339_800_000);
const TOKEN: &str = "0123456789abcdef0123456789abcdef01237c19";

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

fn pair() -> Handover {
    handover(vec![
        row("acme:web", "Web | shop", "Renewed", Some(TOKEN)),
        row("-cmd", "=1+1", "Not renewed", None),
    ])
}

#[test]
fn csv_without_tokens() {
    assert_eq!(
        pair().without_tokens(Form::Csv, &headings()),
        "project,name,ending,renewed\r\n\
         acme:web,Web | shop,Renewed,2026-11-22T09:30:00Z\r\n\
         '-cmd,'=1+1,Not renewed,\r\n"
    );
}

#[test]
fn csv_with_tokens() {
    let text = pair().with_tokens(Form::Csv, &headings());
    let mut reader = csv::Reader::from_reader(text.expose().as_bytes());
    let lines: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(reader.headers().unwrap().iter().next_back(), Some("token"));
    let markdown = pair().rows[0].markdown.clone().unwrap();
    assert_eq!(&lines[0][4], markdown.expose());
    assert_eq!(&lines[0][5], TOKEN);
    assert_eq!((&lines[1][4], &lines[1][5]), ("", ""));
}

#[test]
fn json_with_and_without_tokens() {
    let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let open = json(&pair().without_tokens(Form::Json, &headings()));
    assert_eq!(open["format"], "rebadge-handover");
    assert_eq!(open["version"], 1);
    assert_eq!(open["made"], "2026-11-22T09:30:00Z");
    let expected = serde_json::json!([
        {"project": "acme:web", "name": "Web | shop", "ending": "Renewed", "renewed": "2026-11-22T09:30:00Z"},
        {"project": "-cmd", "name": "=1+1", "ending": "Not renewed"},
    ]);
    assert_eq!(open["projects"], expected);

    let secret = json(pair().with_tokens(Form::Json, &headings()).expose());
    assert_eq!(secret["projects"][0]["token"], TOKEN);
    let markdown = pair().rows[0].markdown.clone().unwrap();
    assert_eq!(secret["projects"][0]["markdown"], markdown.expose());
    assert_eq!(secret["projects"][1], open["projects"][1]);
}

#[test]
fn a_table_for_people() {
    assert_eq!(
        pair().without_tokens(Form::MarkdownTable, &headings()),
        "| Name | Key | Outcome | Renewed |\n\
         | --- | --- | --- | --- |\n\
         | Web &#124; shop | `acme:web` | Renewed | 2026-11-22T09:30:00Z |\n\
         | =1+1 | `-cmd` | Not renewed |  |\n"
    );
}

#[test]
fn no_rows_are_a_document_all_the_same() {
    let none = handover(Vec::new());
    for form in Form::ALL {
        let text = none.without_tokens(form, &headings());
        assert!(!text.is_empty());
        assert_eq!(Form::of_id(form.id()), Some(form));
    }
    let json = none.without_tokens(Form::Json, &headings());
    let document: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["projects"], Value::Array(Vec::new()));
}

#[test]
fn what_is_handed_over_with_tokens_is_not_logged() {
    let logged = format!(
        "{:?} {:?}",
        pair(),
        pair().with_tokens(Form::Csv, &headings())
    );
    assert!(!logged.contains(TOKEN), "{logged}");
}

/// The cells of a Markdown table as a reader has them: text, and what is code.
fn cells(markdown: &str) -> Vec<Vec<(String, bool)>> {
    let mut table = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => table.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                table.last_mut().unwrap().push((String::new(), false));
            }
            Event::Start(Tag::Table(_)) | Event::End(_) => {}
            Event::Text(text) => table.last_mut().unwrap().last_mut().unwrap().0 += &text,
            Event::Code(text) => {
                *table.last_mut().unwrap().last_mut().unwrap() = (text.into_string(), true);
            }
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    table
}

/// What a Markdown snippet is when it is read: its pictures' texts and addresses.
fn meaning(markdown: &str) -> Vec<String> {
    let mut found = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::Image { dest_url, .. } | Tag::Link { dest_url, .. }) => {
                found.push(dest_url.into_string());
                found.push(String::new());
            }
            Event::Text(text) => *found.last_mut().unwrap() += &text,
            Event::Start(_) | Event::End(TagEnd::Paragraph | TagEnd::Image | TagEnd::Link) => {}
            other => panic!("{other:?} in {markdown}"),
        }
    }
    found
}

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

/// The cells that are in a CSV, the first line among them.
fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let lines = reader.records().map(Result::unwrap);
    lines
        .map(|line| line.iter().map(str::to_owned).collect())
        .collect()
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

#[test]
fn ten_thousand_projects_are_written_in_no_time() {
    let rows = (0..10_000).map(|n| row(&format!("p{n}"), "A | name", "Renewed", Some(TOKEN)));
    let handover = handover(rows.collect());
    let begun = std::time::Instant::now();
    for form in Form::ALL {
        let _ = handover.with_tokens(form, &headings());
    }
    // Some tens of milliseconds each without optimizing; anything that copies
    // the text for each line takes minutes.
    assert!(begun.elapsed().as_secs() < 10, "{:?}", begun.elapsed());
}
