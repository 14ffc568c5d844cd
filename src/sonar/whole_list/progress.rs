//! How far a whole list has come, and going on after a failure.

use super::{MOST_REQUESTS, Reach, WholeList};
use crate::sonar::Failure;

/// How far a whole list has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many projects have come.
    pub listed: usize,
    /// How many there are, as the host said last; 0 until the first page came.
    pub total: usize,
    /// Whether nothing more will be asked.
    pub done: bool,
    /// How many have not come: once it is done, how many are missing for good.
    pub missing: usize,
    /// What went wrong last and was not made good; what is missing may have come
    /// to be so without any.
    pub failure: Option<Failure>,
    /// When to ask again, in milliseconds since 1970, where there is something to
    /// wait for rather than an answer.
    pub again: Option<i64>,
}

impl WholeList {
    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let total = self.total.unwrap_or(0);
        let missing = total.saturating_sub(self.known.len());
        let resting = self.again.iter().map(|(due, _)| *due).min();
        let done = self.under_way.is_empty() && !self.may_go_on(missing);
        let waits = self.under_way.is_empty() && !done;
        Progress {
            listed: self.known.len(),
            total,
            done,
            missing,
            failure: self.failure,
            again: waits.then(|| self.held.max(resting.unwrap_or(0))),
        }
    }

    fn may_go_on(&self, missing: usize) -> bool {
        if self.stopped || self.sent >= MOST_REQUESTS {
            return false;
        }
        let pages = self
            .searches
            .iter()
            .any(|search| !search.pages.is_empty() && (search.query.is_empty() || search.lacks()));
        let split = self.reach == Reach::Limited
            && missing > 0
            && self.split.as_ref().is_none_or(|split| !split.is_over());
        pages || split || !self.again.is_empty()
    }

    /// Goes on after a failure, where the person wants to: what failed is asked
    /// for again, as often as before.
    pub fn retry(&mut self) {
        self.stopped = false;
        self.failure = None;
        self.sent = 0;
        for mut request in std::mem::take(&mut self.failed) {
            request.attempts = 0;
            self.again.push((0, request));
        }
    }
}
