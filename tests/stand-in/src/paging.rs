//! Pages of a list: `p`, `ps`, and their limits.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::profile::Profile;
use crate::request::Request;

/// The largest page (measured).
const LARGEST: usize = 500;
/// The last result that a search gives away (measured).
const LAST: usize = 10_000;

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paging {
    index: usize,
    size: usize,
}

impl Paging {
    /// Reads `p` and `ps` of a list that a database holds (texts measured on
    /// `projects/search` of Server).
    pub(crate) fn of(request: &Request, usual: usize) -> Result<Self, Answer> {
        let paging = Self::read(request, usual)?;
        for (name, number) in [("index", paging.index), ("size", paging.size)] {
            if number == 0 {
                let message = format!("Page {name} must be strictly positive. Got 0");
                return Err(Answer::error(400, &message));
            }
        }
        Ok(paging)
    }

    /// The same for a list that a search engine holds (texts measured on
    /// `components/search_projects` and `components/search` of Server).
    pub(crate) fn of_search(request: &Request, usual: usize) -> Result<Self, Answer> {
        let paging = Self::read(request, usual)?;
        if paging.index == 0 {
            let message = "Page must be greater or equal to 1 (got 0)";
            return Err(Answer::error(400, message));
        }
        if paging.size == 0 {
            let message = format!("Page size must be between 1 and {LARGEST} (got 0)");
            return Err(Answer::error(400, &message));
        }
        let last = paging.index.saturating_mul(paging.size);
        if last > LAST {
            let message =
                format!("Can return only the first {LAST} results. {last}th result asked.");
            return Err(Answer::error(400, &message));
        }
        Ok(paging)
    }

    /// The same for `projects/search_my_projects`: 26.9 has words of its own, 9.9
    /// takes zero (measured on both).
    pub(crate) fn of_mine(request: &Request, profile: Profile) -> Result<Self, Answer> {
        let paging = Self::read(request, 100)?;
        for (name, number) in [("index", paging.index), ("size", paging.size)] {
            if number == 0 && profile != Profile::Server99 {
                return Err(Answer::error(400, &format!("page {name} must be >= 1")));
            }
        }
        Ok(paging)
    }

    fn read(request: &Request, usual: usize) -> Result<Self, Answer> {
        let index = number(request, "p", 1)?;
        let size = number(request, "ps", usual)?;
        if size > LARGEST {
            let message = format!("'ps' value ({size}) must be less than {LARGEST}");
            return Err(Answer::error(400, &message));
        }
        Ok(Self { index, size })
    }

    pub(crate) fn cut<T>(self, items: &[T]) -> &[T] {
        let before = self.index.saturating_sub(1);
        let start = before.saturating_mul(self.size).min(items.len());
        &items[start..items.len().min(start.saturating_add(self.size))]
    }

    pub(crate) fn json(self, total: usize) -> Value {
        json!({ "pageIndex": self.index, "pageSize": self.size, "total": total })
    }
}

fn number(request: &Request, name: &str, usual: usize) -> Result<usize, Answer> {
    let Some(text) = request.param(name) else {
        return Ok(usual);
    };
    text.parse().map_err(|_| {
        let message =
            format!("The '{name}' parameter cannot be parsed as an integer value: {text}");
        Answer::error(400, &message)
    })
}
