//! Where a click on a badge leads.

/// The page that a badge is linked to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// The project's overview, as the product's own snippets have it.
    #[default]
    Summary,
    /// The page of the measure that it shows; the overview for other badges.
    Measure,
    /// None: the picture alone.
    Nothing,
}

impl LinkTarget {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Summary, Self::Measure, Self::Nothing];

    /// A name for code, markup and storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Measure => "measure",
            Self::Nothing => "nothing",
        }
    }

    /// The target of that id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|target| target.id() == id)
    }
}
