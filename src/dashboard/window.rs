//! Which rows of the list are in view: only these are drawn.

use std::ops::Range;

/// A row's height in CSS pixels; `dashboard.css` says the same.
pub const ROW_HEIGHT: usize = 52;

/// Rows drawn beyond the edges, so that a turn of the wheel finds them there.
const MARGIN: usize = 6;

/// The part of the list that is in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The CSS pixels above it that are scrolled out of view.
    pub top: usize,
    /// Its height in CSS pixels.
    pub height: usize,
}

impl Window {
    /// The places of the rows to draw, of so many.
    pub fn rows(self, count: usize) -> Range<usize> {
        let first = self.top / ROW_HEIGHT;
        let last = (self.top + self.height).div_ceil(ROW_HEIGHT);
        first.saturating_sub(MARGIN).min(count)..(last + MARGIN).min(count)
    }

    /// How far to scroll so that a place is in view; nothing where it is.
    pub fn reach(self, place: usize) -> Option<usize> {
        let top = place * ROW_HEIGHT;
        let bottom = top + ROW_HEIGHT;
        if top < self.top {
            Some(top)
        } else if bottom > self.top + self.height {
            // Where not all of it fits in, its top is what is seen.
            Some(bottom.saturating_sub(self.height).min(top)).filter(|reached| *reached != self.top)
        } else {
            None
        }
    }

    /// How many rows are in view, for the keys that turn pages.
    pub fn page(self) -> usize {
        (self.height / ROW_HEIGHT).max(1)
    }
}
