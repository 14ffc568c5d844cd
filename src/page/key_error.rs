//! Why a text is no key.

/// What is wrong with a text that was to be a key or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Nothing, or only white space.
    #[error("it is empty")]
    Empty,
    /// More characters than SonarQube keeps.
    #[error("it is longer than {limit} characters")]
    TooLong {
        /// The most characters there may be.
        limit: usize,
    },
    /// A character that SonarQube does not take there.
    #[error("it holds the character {0:?}, which is not allowed there")]
    Character(char),
    /// A project key of digits alone.
    #[error("it holds digits only, and a project key needs at least one other character")]
    OnlyDigits,
    /// `default`, which SonarQube Cloud uses in links to public rules.
    #[error("\"default\" stands for no organization")]
    PseudoOrganization,
}
