//! The commands by their names in the manifest.

/// A command that a person may give by the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Copy what the popup's primary button copies: the badges chosen last.
    CopyMarkdown,
    /// Copy the organization key.
    CopyOrganizationKey,
}

impl Command {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::CopyMarkdown, Self::CopyOrganizationKey];

    /// The name in the manifest.
    pub fn id(self) -> &'static str {
        match self {
            Self::CopyMarkdown => "copy-markdown",
            Self::CopyOrganizationKey => "copy-organization-key",
        }
    }

    /// The command of that name.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|command| command.id() == id)
    }
}
