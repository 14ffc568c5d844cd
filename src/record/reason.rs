//! The name of a failure, for the record.

use crate::sonar::{Failure, Loss};

/// A word or two for programs: `rate-limited`, `server-503`, `lost-timeout`.
pub(crate) fn reason(failure: Failure) -> String {
    let name = match failure {
        Failure::Server { status } => return format!("server-{status}"),
        Failure::Refused { status } => return format!("refused-{status}"),
        Failure::Unauthorized => "unauthorized",
        Failure::NotSignedIn => "not-signed-in",
        Failure::SessionRefused => "session-refused",
        Failure::NoBrowse => "no-browse",
        Failure::NoAdminister => "no-administer",
        Failure::NotFound => "not-found",
        Failure::NotOffered => "not-offered",
        Failure::RateLimited { .. } => "rate-limited",
        Failure::Html => "page-instead-of-answer",
        Failure::Unreadable => "unreadable-answer",
        Failure::Unchanged => "unchanged",
        Failure::Storage => "storage-refused",
        Failure::Lost { loss, .. } => match loss {
            Loss::Offline => "lost-offline",
            Loss::Connection => "lost-connection",
            Loss::Timeout => "lost-timeout",
            Loss::TabGone => "lost-tab-closed",
            Loss::Navigated => "lost-page-left",
            Loss::AccessRevoked => "lost-access-revoked",
        },
    };
    name.to_owned()
}
