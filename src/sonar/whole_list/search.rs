//! Searches and pages that a whole list is put together from.

use std::collections::VecDeque;

/// The pages of one query; the empty one is the list itself.
#[derive(Debug)]
pub(super) struct Search {
    pub query: String,
    pub total: Option<usize>,
    /// How many of what it finds are known.
    pub known: usize,
    pub pages: VecDeque<usize>,
}

/// A page, and how often it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    pub query: String,
    pub page: usize,
    pub attempts: u32,
}

impl Search {
    pub fn new(query: String, known: usize) -> Self {
        Self {
            query,
            total: None,
            known,
            pages: VecDeque::from([1]),
        }
    }

    /// Whether it can still find something new.
    pub fn lacks(&self) -> bool {
        self.total.is_none_or(|total| self.known < total)
    }
}
