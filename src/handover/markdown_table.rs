//! A handover as a table of GitHub Flavored Markdown.
//!
//! Cells hold no `|` at all, but its numeric reference: readers differ in
//! when a backslash before one counts, above all in code.

use super::{Headings, Row};
use crate::badge::format::{markdown::escaped, one_line};
use crate::record::date;

/// The table: a line of headings, one of dashes, and one a project.
///
/// With tokens there is a column with each project's Markdown in it as code,
/// to be copied into a README.
pub(super) fn write(rows: &[Row], headings: &Headings, with_tokens: bool) -> String {
    let columns = if with_tokens { 5 } else { 4 };
    let mut out = String::new();
    let names = [
        &headings.name,
        &headings.project,
        &headings.ending,
        &headings.renewed,
        &headings.markdown,
    ];
    line(&mut out, names.map(|name| text(name)).iter().take(columns));
    line(&mut out, ["---"; 5].iter().take(columns));
    for row in rows {
        let renewed = row.renewed.map(date::to_text).unwrap_or_default();
        let mut cells = vec![
            text(&row.name),
            code(row.project.as_str()),
            text(&row.ending),
            renewed,
        ];
        if with_tokens {
            cells.push(code(row.markdown()));
        }
        line(&mut out, cells.iter());
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = impl AsRef<str>>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(cell.as_ref());
        out.push(' ');
    }
    out.push_str("|\n");
}

/// Text that means nothing in Markdown.
fn text(text: &str) -> String {
    escaped(text).replace(r"\|", "&#124;")
}

/// Text as code, to be copied as it stands. Within Markdown, which it is or
/// may be, the reference means what `\|` means.
fn code(text: &str) -> String {
    let text = one_line(text)
        .replace(r"\|", "&#124;")
        .replace('|', "&#124;");
    if text.is_empty() {
        return text;
    }
    let ticks = "`".repeat(longest_run(&text) + 1);
    // A tick at either end would be taken for one of those around.
    let blank = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{ticks}{blank}{text}{blank}{ticks}")
}

/// How many backticks stand in a row at most.
fn longest_run(text: &str) -> usize {
    let runs = text.split(|c| c != '`').map(str::len);
    runs.max().unwrap_or_default()
}
