//! What stands for the token in a snippet.

use super::badge::in_url;
use crate::token::{BadgeToken, MASK};

/// How a snippet holds the token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum TokenUse {
    /// As it is: the badge shows at once.
    #[default]
    Included,
    /// As a placeholder that a build fills in.
    Placeholder,
    /// Not at all.
    LeftOut,
}

impl TokenUse {
    /// What a build is to replace.
    pub const PLACEHOLDER: &str = "${SONAR_BADGE_TOKEN}";

    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Included, Self::Placeholder, Self::LeftOut];

    /// A name for code, markup and storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::Included => "included",
            Self::Placeholder => "placeholder",
            Self::LeftOut => "left-out",
        }
    }

    /// The use of that id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|usage| usage.id() == id)
    }

    /// The token's value as it goes to the clipboard and as it is shown, where
    /// the badge needs it.
    pub(super) fn values(self, token: Option<&BadgeToken>) -> Option<(String, String)> {
        match (self, token) {
            (Self::LeftOut, _) | (Self::Included, None) => None,
            (Self::Placeholder, _) => Some((Self::PLACEHOLDER.into(), Self::PLACEHOLDER.into())),
            (Self::Included, Some(token)) => Some((in_url(token), MASK.to_owned())),
        }
    }
}
