//! What became of a renewal.

use super::{Intent, Moment};
use crate::sonar::Failure;
use crate::token::BadgeToken;

/// The end of one click on Renew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Renewed, and read back.
    Renewed(BadgeToken),
    /// Renewed; the person may not read the new token, since they may
    /// administer the project but not browse it.
    RenewedUnreadable,
    /// Renewed; reading the new token failed, and may be tried again.
    RenewedUnread(Failure),
    /// Somebody else renewed it since this window read it: another window, or
    /// another person while this one's request was refused.
    RenewedElsewhere(BadgeToken),
    /// Not renewed: refused, or the answer was lost and the token is unchanged.
    NotRenewed(Failure),
    /// The answer was lost, and the token cannot be compared now.
    Unknown(Failure),
}

/// The end of a renewal that a closed page left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It happened: the token is another than before.
    Renewed(BadgeToken),
    /// It did not happen: the token is the same as before.
    NotRenewed(BadgeToken),
    /// It cannot be told: the token from before was not known.
    Incomparable(BadgeToken),
    /// Whoever was at it has finished.
    Finished,
    /// It cannot be told now, for this reason.
    Unknown(Failure),
}

/// An end of a renewal that a click meets: what there is to write down.
#[derive(Debug, Clone, Copy)]
pub enum End<'a> {
    /// The click's own, which was begun then.
    Click(Moment, &'a Outcome),
    /// That of one that the click found open.
    Found(&'a Intent, &'a Settled),
}
