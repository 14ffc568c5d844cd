//! Words by their name in `_locales`, so that no language is written in code.

use crate::renewal::Moment;

/// A message and what stands in its gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The message's name in `_locales/*/messages.json`.
    pub name: &'static str,
    /// What stands for `$1`, `$2`, ….
    pub arguments: Vec<Argument>,
    /// The number that decides about the plural form: the message's name then
    /// goes on with `_one`, `_other` or another of its language's forms.
    pub count: Option<u32>,
}

/// What stands in a gap of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Text as it is.
    Plain(String),
    /// A number.
    Number(u32),
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
            count: None,
        }
    }

    /// A message about so many things, in the right plural form; the number is
    /// its first gap.
    pub fn counted(name: &'static str, count: impl TryInto<u32>) -> Self {
        let count = count.try_into().unwrap_or(u32::MAX);
        Self {
            name,
            arguments: vec![Argument::Number(count)],
            count: Some(count),
        }
    }

    /// The same with the next gap filled.
    #[must_use]
    pub fn with(mut self, text: impl ToString) -> Self {
        self.arguments.push(Argument::Plain(text.to_string()));
        self
    }

    /// The same with the next gap filled by a number.
    #[must_use]
    pub fn number(mut self, number: impl TryInto<u32>) -> Self {
        let number = number.try_into().unwrap_or(u32::MAX);
        self.arguments.push(Argument::Number(number));
        self
    }

    /// The same with the next gap filled by how long ago a moment was.
    #[must_use]
    pub fn ago(mut self, then: Moment, now: Moment) -> Self {
        self.arguments.push(Argument::Ago { then, now });
        self
    }
}
