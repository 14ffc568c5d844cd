//! The names of messages that go with the record. What fills their gaps is told
//! with each.

use super::{Ending, ImportError, Unopened};

/// Some records could not be read and were set aside; their number.
pub const SET_ASIDE: &str = "record_set_aside";

/// What a person can do about that; no gap.
pub const SET_ASIDE_NEXT: &str = "record_set_aside_next";

/// A record was taken in: how many entries are new, were there, are broken.
pub const IMPORTED: &str = "record_imported";

impl Ending {
    /// How a renewal ended, in a word or two; no gap.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Renewed => "ending_renewed",
            Self::RenewedElsewhere => "ending_renewed_elsewhere",
            Self::NotRenewed => "ending_not_renewed",
            Self::Unknown => "ending_unknown",
        }
    }
}

impl ImportError {
    /// Why a file was not taken in. The gap of `TooLarge` is [`LIMIT`](super::LIMIT)
    /// in MB, that of `UnknownVersion` the version.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::TooLarge => "import_too_large",
            Self::NotJson => "import_not_json",
            Self::NotARecord => "import_not_a_record",
            Self::UnknownVersion { .. } => "import_unknown_version",
            Self::Refused(_) => "import_refused",
        }
    }
}

impl Unopened {
    /// Why the records cannot be used; no gap.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Self::Newer { .. } => "records_newer",
            Self::Refused(_) => "records_refused",
        }
    }
}
