//! Why a command has copied nothing: kept until the popup opens on that tab.

use serde::{Deserialize, Serialize};

use crate::popup::Text;

/// What a command leaves for the popup of its tab. It holds words that a person
/// reads, and nothing that was to be copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What happened, in the browser's language.
    pub reason: String,
}

impl Told {
    /// The record's name; it lives as long as the browser runs.
    #[must_use]
    pub fn name(tab: i32) -> String {
        format!("command {tab}")
    }

    /// What the popup says.
    #[must_use]
    pub fn text(&self) -> Text {
        Text::new("command_failed").with(&self.reason)
    }
}
