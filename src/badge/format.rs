//! The formats that a snippet comes in.

/// How a badge is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The picture with its alternative text, linked to the project.
    Markdown,
    /// The URL of the picture, and nothing around it.
    ImageUrl,
}

impl Format {
    /// All of them, the usual one first.
    pub const ALL: [Self; 2] = [Self::Markdown, Self::ImageUrl];

    /// A name for code and markup, as `markdown`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::ImageUrl => "image-url",
        }
    }

    /// The format of that id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }
}
