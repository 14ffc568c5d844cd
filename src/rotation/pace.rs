//! How fast a run goes: it follows the server.

use crate::renewal::Moment;

/// How many projects are under way at first, and at most.
pub(super) const START: usize = 2;
const MOST: usize = 8;

/// Milliseconds to rest after the first refusal in a row that names no time, the
/// second, and so on; the last is the longest.
const RESTS: [u32; 6] = [5_000, 15_000, 30_000, 60_000, 120_000, 300_000];

/// How many projects may be under way at once, and from when on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    allowed: usize,
    /// Successes since `allowed` was raised last.
    successes: usize,
    /// Whether the server has ever refused.
    limited: bool,
    /// Refusals in a row.
    refusals: usize,
    /// From when to when nothing is sent.
    rest: Option<(Moment, Moment)>,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            allowed: START,
            successes: 0,
            limited: false,
            refusals: 0,
            rest: None,
        }
    }
}

impl Pace {
    /// How many projects may be under way at once, resting or not.
    pub fn allowed(&self) -> usize {
        self.allowed
    }

    /// Until when nothing is sent, where that is in the future. A clock that was
    /// set back ends a rest.
    pub fn rests(&self, now: Moment) -> Option<Moment> {
        let (from, until) = self.rest?;
        (from <= now && now < until).then_some(until)
    }

    /// A project went well: one more at once, until the server refuses for the
    /// first time; from then on one more only after as many as are allowed. What
    /// comes home during a rest was sent before it, and says nothing.
    pub fn speed_up(&mut self, now: Moment) {
        if self.rests(now).is_some() {
            return;
        }
        self.refusals = 0;
        self.successes += 1;
        let needed = if self.limited { self.allowed } else { 1 };
        if self.successes >= needed {
            self.successes = 0;
            self.allowed = (self.allowed + 1).min(MOST);
        }
    }

    /// The server refused for now: half as many at once, after so many seconds, or
    /// as long as is right where it did not say; `chance`, 0 to 1, takes up to a
    /// quarter off that. What comes home during a rest is the same refusal, but
    /// may make the rest longer.
    pub fn slow_down(&mut self, retry_after: Option<u32>, now: Moment, chance: f64) {
        let rests = self.rests(now);
        if rests.is_none() {
            self.limited = true;
            self.successes = 0;
            self.allowed = (self.allowed / 2).max(1);
        }
        let rest = match retry_after {
            Some(seconds) => i64::from(seconds.max(1)) * 1_000,
            None if rests.is_some() => return,
            None => {
                let longest = RESTS[self.refusals.min(RESTS.len() - 1)];
                self.refusals += 1;
                shortened(longest, chance)
            }
        };
        let until = Moment(now.0.saturating_add(rest));
        if rests.is_none_or(|rests| rests < until) {
            self.rest = Some((now, until));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "at most five minutes")]
fn shortened(milliseconds: u32, chance: f64) -> i64 {
    let whole = f64::from(milliseconds);
    (whole - whole / 4.0 * chance.clamp(0.0, 1.0)) as i64
}
