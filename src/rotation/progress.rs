//! How far a run has come.

use crate::record::Ending;
use crate::renewal::Moment;

use super::ItemState;

/// Counts of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// All of them.
    pub total: usize,
    /// Those whose turn is over: the sum of the next four.
    pub ended: usize,
    /// Renewed by the run.
    pub renewed: usize,
    /// Renewed by somebody else since the run began.
    pub renewed_elsewhere: usize,
    /// Not renewed.
    pub not_renewed: usize,
    /// Of which it is not known.
    pub unknown: usize,
    /// Those under way.
    pub renewing: usize,
    /// Until when nothing is sent, if so.
    pub waits_until: Option<Moment>,
}

impl Progress {
    pub(super) fn of<'a>(
        items: impl Iterator<Item = &'a ItemState>,
        waits_until: Option<Moment>,
    ) -> Self {
        let mut progress = Self {
            waits_until,
            ..Self::default()
        };
        for item in items {
            progress.total += 1;
            let ending = match item {
                ItemState::Waiting => continue,
                ItemState::Renewing => {
                    progress.renewing += 1;
                    continue;
                }
                ItemState::Ended(step) => step.ending,
            };
            progress.ended += 1;
            *match ending {
                Ending::Renewed => &mut progress.renewed,
                Ending::RenewedElsewhere => &mut progress.renewed_elsewhere,
                Ending::NotRenewed => &mut progress.not_renewed,
                Ending::Unknown => &mut progress.unknown,
            } += 1;
        }
        progress
    }
}
