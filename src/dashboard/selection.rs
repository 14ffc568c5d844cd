//! Which projects are selected, and where the keyboard stands.

use std::collections::HashSet;

/// Rows by their number, and places among those that are shown.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    rows: HashSet<u32>,
    /// The place of the keyboard, among those shown.
    pub active: usize,
    /// Where a range begins.
    anchor: usize,
    /// Where it was drawn to, until something else is chosen.
    drawn: Option<usize>,
}

/// How a row is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// It alone is turned over, the others stay.
    One,
    /// Everything from where the keyboard stood last, or from the last one
    /// chosen, up to it is selected. What a range before it from the same place
    /// held and this one does not is let go.
    Range,
}

impl Selection {
    /// Whether a row is selected.
    pub fn has(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    /// How many are selected.
    pub fn count(&self) -> usize {
        self.rows.len()
    }

    /// The rows, in no order.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().copied()
    }

    /// Chooses the row at a place of those that are shown.
    pub fn choose(&mut self, shown: &[u32], place: usize, reach: Reach) {
        let Some(row) = shown.get(place) else {
            return;
        };
        match reach {
            Reach::One => {
                if !self.rows.remove(row) {
                    self.rows.insert(*row);
                }
                self.anchor = place;
                self.drawn = None;
            }
            Reach::Range => {
                let anchor = self.anchor.min(shown.len() - 1);
                let to = |end: usize| anchor.min(end)..=anchor.max(end);
                if let Some(before) = self.drawn.replace(place) {
                    for row in shown.get(to(before)).unwrap_or_default() {
                        self.rows.remove(row);
                    }
                }
                self.rows.extend(&shown[to(place)]);
            }
        }
        self.active = place;
    }

    /// Selects all that are shown, or none of them where all are.
    pub fn toggle_all(&mut self, shown: &[u32]) {
        self.drawn = None;
        if self.has_all(shown) {
            for row in shown {
                self.rows.remove(row);
            }
        } else {
            self.rows.extend(shown);
        }
    }

    /// Whether all that are shown are selected, and there are some.
    pub fn has_all(&self, shown: &[u32]) -> bool {
        !shown.is_empty() && shown.iter().all(|row| self.has(*row))
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.drawn = None;
    }

    /// Moves the keyboard to a place, within those that are shown. The next
    /// range begins there.
    pub fn go(&mut self, place: usize, shown: usize) {
        self.active = place.min(shown.saturating_sub(1));
        self.anchor = self.active;
        self.drawn = None;
    }

    /// Where other rows are shown, a range begins anew.
    pub fn shown_anew(&mut self, shown: usize) {
        self.go(self.active, shown);
    }
}
