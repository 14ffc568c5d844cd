//! Readers of what was handed over: of CSV, of a Markdown table, of a snippet.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The cells of a Markdown table as a reader has them: text, and what is code.
pub fn cells(markdown: &str) -> Vec<Vec<(String, bool)>> {
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
pub fn meaning(markdown: &str) -> Vec<String> {
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

/// The cells that are in a CSV, the first line among them.
pub fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let lines = reader.records().map(Result::unwrap);
    lines
        .map(|line| line.iter().map(str::to_owned).collect())
        .collect()
}
