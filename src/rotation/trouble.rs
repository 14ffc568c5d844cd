//! What a failure means for a run.

use crate::record::Ending;
use crate::sonar::{Failure, Loss};

use super::Step;

/// Kinds of trouble that are no single project's: three in a row of one kind
/// pause the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    SignedOut,
    Session,
    Blocked,
    NotOffered,
    Unanswered,
    /// 5xx, and what the server did cannot be told.
    Down,
}

/// What a step says about what the run as a whole meets.
pub(super) enum Sign {
    /// The server did its work.
    Well,
    Trouble(Trouble),
    /// Nothing, for or against.
    None,
}

pub(super) fn sign(step: &Step) -> Sign {
    match step.failure {
        Some(Failure::NotSignedIn | Failure::Unauthorized) => Sign::Trouble(Trouble::SignedOut),
        Some(Failure::SessionRefused) => Sign::Trouble(Trouble::Session),
        Some(Failure::Html | Failure::Refused { .. }) => Sign::Trouble(Trouble::Blocked),
        Some(Failure::NotOffered) => Sign::Trouble(Trouble::NotOffered),
        Some(Failure::Lost { .. }) => Sign::Trouble(Trouble::Unanswered),
        Some(Failure::Server { .. }) if step.ending == Ending::Unknown => {
            Sign::Trouble(Trouble::Down)
        }
        Some(Failure::Server { .. } | Failure::RateLimited { .. } | Failure::Storage) => Sign::None,
        Some(
            Failure::NoBrowse
            | Failure::NoAdminister
            | Failure::NotFound
            | Failure::Unreadable
            | Failure::Unchanged,
        )
        | None => Sign::Well,
    }
}

/// Whether nothing can be sent any more: the tab is gone, the page was left, access
/// to the site was taken back, the browser is offline.
pub(super) fn is_unreachable(failure: Failure) -> bool {
    matches!(
        failure,
        Failure::Lost {
            loss: Loss::TabGone | Loss::Navigated | Loss::AccessRevoked | Loss::Offline,
            sent: false
        }
    )
}

/// Whether trying again is of no use before a person has put something right.
pub(super) fn waits_for_the_person(failure: Failure) -> bool {
    is_unreachable(failure)
        || matches!(
            failure,
            Failure::NotSignedIn | Failure::Unauthorized | Failure::SessionRefused
        )
}
