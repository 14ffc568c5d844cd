//! Tables as CSV, which a spreadsheet may open without harm.
//!
//! RFC 4180: commas, CRLF at each line's end, quotes around a cell that needs
//! them, quotes in it doubled. No byte order mark.
//!
//! A spreadsheet takes a cell for a formula that begins with one of a few
//! characters (OWASP, "CSV Injection"), and so a project's name could run one.
//! An apostrophe before such a character makes it text. Spreadsheets that part
//! cells at semicolons or tabs would find beginnings within a cell, after a
//! separator or a quote: there it gets one too. Text is not changed otherwise,
//! so a cell that began with an apostrophe of its own looks the same; what is
//! to be read back is exported as JSON.

use csv_core::{Terminator, Writer, WriterBuilder};

/// What may begin a formula: OWASP's list, the wide forms among them.
const FORMULA: &str = "=+-@＝＋－＠";

/// What a cell must not begin with either: white space of OWASP's list, and the
/// null character, which the Application Security Verification Standard adds.
const BLANK: &str = "\t\r\n\0";

/// What a cell may begin after, where a spreadsheet parts them otherwise.
const BEFORE_A_CELL: &str = ";\t\r\n\"";

/// A table that is being written.
pub(crate) struct Csv {
    writer: Writer,
    text: Vec<u8>,
}

impl Csv {
    /// A table with its first line.
    pub(crate) fn new(headings: &[&str]) -> Self {
        let mut csv = Self {
            writer: WriterBuilder::new().terminator(Terminator::CRLF).build(),
            text: Vec::new(),
        };
        csv.line(headings);
        csv
    }

    /// Adds a line.
    pub(crate) fn line(&mut self, cells: &[&str]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.write(1, |writer, room| writer.delimiter(room).1);
            }
            let cell = harmless(cell);
            // Each byte may be a quote that is doubled, and there are two around.
            self.write(2 * cell.len() + 2, |writer, room| {
                writer.field(cell.as_bytes(), room).2
            });
        }
        // A quote that ends the last cell, two for a line of one empty cell, CRLF.
        self.write(4, |writer, room| writer.terminator(room).1);
    }

    /// All of it.
    pub(crate) fn into_text(self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }

    /// Gives the writer enough room, and takes back what it did not need.
    fn write(&mut self, room: usize, write: impl FnOnce(&mut Writer, &mut [u8]) -> usize) {
        let start = self.text.len();
        // One more for a quote that ends the cell before.
        self.text.resize(start + room + 1, 0);
        let written = write(&mut self.writer, &mut self.text[start..]);
        self.text.truncate(start + written);
    }
}

/// A cell's text that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len() + 1);
    let mut begins = true;
    if cell.starts_with(|c| BLANK.contains(c)) {
        out.push('\'');
    }
    for character in cell.chars() {
        if begins && FORMULA.contains(character) {
            out.push('\'');
        }
        out.push(character);
        begins = BEFORE_A_CELL.contains(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(lines: &[&[&str]]) -> String {
        let mut csv = Csv::new(lines[0]);
        for line in &lines[1..] {
            csv.line(line);
        }
        csv.into_text()
    }

    #[test]
    fn a_cell_that_needs_quotes_gets_them_and_each_line_its_end() {
        let text = written(&[&["a", "b"], &["one, two", "a \"b\"\nc"], &["", ""]]);
        assert_eq!(text, "a,b\r\n\"one, two\",\"a \"\"b\"\"\nc\"\r\n,\r\n");
    }

    #[test]
    fn a_line_of_one_empty_cell_is_a_line() {
        assert_eq!(written(&[&["a"], &[""]]), "a\r\n\"\"\r\n");
    }

    #[test]
    fn a_formula_is_text() {
        for begin in FORMULA.chars().chain(BLANK.chars()) {
            assert_eq!(harmless(&format!("{begin}1")).chars().next(), Some('\''));
        }
        assert_eq!(harmless("a-b=c@d"), "a-b=c@d");
        assert_eq!(harmless("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }

    #[test]
    fn nor_does_one_begin_where_another_separator_would_part_the_cell() {
        assert_eq!(harmless("a;=b"), "a;'=b");
        assert_eq!(harmless("a;\"=b"), "a;\"'=b");
        assert_eq!(harmless("a\n@b"), "a\n'@b");
    }
}
