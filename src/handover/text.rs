//! All of a run as one text.

use super::{Headings, Row, json, markdown_table};
use crate::record::{Csv, date};
use crate::renewal::Moment;
use crate::token::SecretText;

/// How it is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// CSV (RFC 4180) that no spreadsheet takes for formulas; headings are
    /// names for programs.
    Csv,
    /// JSON, `{"format":"rebadge-handover","version":1,…}`, a project a line.
    Json,
    /// A table of GitHub Flavored Markdown, a project a line.
    MarkdownTable,
}

/// What is handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// The projects.
    pub rows: Vec<Row>,
    /// When it was put together.
    pub made: Moment,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::MarkdownTable];

    /// A name for code and markup.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::MarkdownTable => "markdown-table",
        }
    }

    /// The form of that id.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }

    /// What the name of such a file ends in: `csv`, `json`, `md`.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::MarkdownTable => "md",
        }
    }

    /// The media type of such a file.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::MarkdownTable => "text/markdown;charset=utf-8",
        }
    }
}

impl Handover {
    /// The projects and what became of them. Neither tokens nor the Markdown
    /// that holds them.
    #[must_use]
    pub fn without_tokens(&self, form: Form, headings: &Headings) -> String {
        self.write(form, headings, false)
    }

    /// The same with each project's new Markdown, and in CSV and JSON with its
    /// token too: only for a person who asked for that.
    #[must_use]
    pub fn with_tokens(&self, form: Form, headings: &Headings) -> SecretText {
        SecretText::new(self.write(form, headings, true))
    }

    fn write(&self, form: Form, headings: &Headings, with_tokens: bool) -> String {
        match form {
            Form::Csv => self.csv(with_tokens),
            Form::Json => json::write(self, with_tokens),
            Form::MarkdownTable => markdown_table::write(&self.rows, headings, with_tokens),
        }
    }

    fn csv(&self, with_tokens: bool) -> String {
        let columns = if with_tokens { 6 } else { 4 };
        let names = ["project", "name", "ending", "renewed", "markdown", "token"];
        let mut csv = Csv::new(&names[..columns]);
        for row in &self.rows {
            let renewed = row.renewed.map(date::to_text).unwrap_or_default();
            let open = [row.project.as_str(), &row.name, &row.ending, &renewed];
            if with_tokens {
                let [project, name, ending, renewed] = open;
                csv.line(&[project, name, ending, renewed, row.markdown(), row.token()]);
            } else {
                csv.line(&open);
            }
        }
        csv.into_text()
    }
}
