//! Words by their name in `_locales`, so that no language is written in code.

use crate::renewal::Moment;

/// A message and what stands in its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The message's name in `_locales/*/messages.json`.
    pub name: &'static str,
    /// What stands for `$1`, `$2`, ….
    pub arguments: Vec<Argument>,
}

/// What stands in a gap of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Text as it is.
    Plain(String),
    /// How long ago a moment was, in the words of the browser's language.
    Ago {
        /// The moment.
        then: Moment,
        /// The moment to count from.
        now: Moment,
    },
}

impl Text {
    /// A message without gaps.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            arguments: Vec::new(),
        }
    }

    /// The same with the next gap filled.
    #[must_use]
    pub fn with(mut self, text: impl ToString) -> Self {
        self.arguments.push(Argument::Plain(text.to_string()));
        self
    }

    /// The same with the next gap filled by how long ago a moment was.
    #[must_use]
    pub fn ago(mut self, then: Moment, now: Moment) -> Self {
        self.arguments.push(Argument::Ago { then, now });
        self
    }
}
