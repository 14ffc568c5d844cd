//! The order in which projects are shown.

use std::cmp::Ordering;

use super::Row;
use crate::rotation::{Known, Standing};
use crate::sonar::Visibility;

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What is due first, then what will be soon, the oldest token first.
    Standing,
    /// By name.
    Name,
    /// Private before public.
    Visibility,
    /// The project analysed last comes first.
    Analysis,
    /// The oldest token first.
    Age,
    /// The token renewed last comes first; those never renewed here come last.
    Renewal,
}

/// A column and its direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether its order is turned round.
    pub reversed: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self {
            column: Column::Standing,
            reversed: false,
        }
    }
}

impl Sort {
    /// The order after a click on a column's head.
    pub fn clicked(self, column: Column) -> Self {
        Self {
            column,
            reversed: self.column == column && !self.reversed,
        }
    }

    /// Which of two projects comes first. Names decide between equals, then keys.
    pub fn compare(self, a: &Row, b: &Row) -> Ordering {
        let order = match self.column {
            Column::Standing => b.standing.cmp(&a.standing).then_with(|| older(a, b)),
            Column::Name => Ordering::Equal,
            Column::Visibility => openness(a).cmp(&openness(b)),
            Column::Analysis => b.analysed.cmp(&a.analysed),
            Column::Age => older(a, b),
            Column::Renewal => renewal(b).cmp(&renewal(a)),
        };
        let order = order.then_with(|| a.searched.cmp(&b.searched));
        if self.reversed {
            order.reverse()
        } else {
            order
        }
    }
}

fn older(a: &Row, b: &Row) -> Ordering {
    let needed = |row: &Row| row.standing == Standing::NotNeeded;
    (needed(a), a.known.moment()).cmp(&(needed(b), b.known.moment()))
}

fn openness(row: &Row) -> u8 {
    match row.visibility {
        Some(Visibility::Private) => 0,
        Some(Visibility::Public) => 1,
        None => 2,
    }
}

fn renewal(row: &Row) -> Option<i64> {
    match row.known {
        Known::Renewed(at) => Some(at.0),
        Known::Since(_) => None,
    }
}
