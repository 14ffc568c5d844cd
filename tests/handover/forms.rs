//! The three forms of two rows, of none, and of very many.

use rebadge::handover::{Form, Handover};
use serde_json::Value;

use super::{handover, headings, row};

const TOKEN: &str = "0123456789abcdef0123456789abcdef01237c19";

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
