//! All projects of an organization or a Server: which pages to ask for, what to
//! do where one fails, and how far it has come. It asks nobody itself.

mod asking;
mod progress;
mod reading;
mod search;

use std::collections::BTreeSet;

use self::search::{Request, Search};
use super::split::Split;
use super::{Failure, ListProjects, PAGE_SIZE, REACH};
use crate::page::{OrganizationKey, ProjectKey};

pub use progress::Progress;

/// How many requests are under way side by side, at most.
pub const SIDE_BY_SIDE: usize = 4;

/// How many requests a whole list may take.
pub const MOST_REQUESTS: usize = 400;

/// The last page of the list that is sure to be given.
const LAST_PAGE: usize = REACH / PAGE_SIZE;

/// Lists all projects. Call [`next`](Self::next) and send what it answers, each
/// answer goes to [`came`](Self::came), and so on until it is done.
///
/// The first page is asked for alone, since it tells the total. Past [`REACH`]
/// one page is tried: a host that gives it is read to its end (Server's
/// `api/projects/search`, measured on 26.9 and 9.9); for others the list is
/// [split](super::split) by queries until nothing is missing, all have been asked,
/// or [`MOST_REQUESTS`] were sent.
///
/// A list that changed while it was read is read once more.
#[derive(Debug)]
pub struct WholeList {
    organization: Option<OrganizationKey>,
    known: BTreeSet<ProjectKey>,
    /// Names and keys in small letters, kept where the list is too long.
    texts: Vec<String>,
    total: Option<usize>,
    /// The list itself first, then its queries.
    searches: Vec<Search>,
    split: Option<Split>,
    reach: Reach,
    again: Vec<(i64, Request)>,
    failed: Vec<Request>,
    under_way: Vec<Request>,
    sent: usize,
    /// Nothing is asked before this moment.
    held: i64,
    /// The last page of the list itself that was put on its way.
    planned: usize,
    changed: bool,
    rounds: u32,
    stopped: bool,
    failure: Option<Failure>,
}

/// Whether the host gives pages past [`REACH`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Not known, or not needed.
    Unknown,
    /// It does.
    Endless,
    /// It does not.
    Limited,
}

impl WholeList {
    /// Of an organization, or of a whole Server.
    #[must_use]
    pub fn new(organization: Option<OrganizationKey>) -> Self {
        Self {
            organization,
            known: BTreeSet::new(),
            texts: Vec::new(),
            total: None,
            searches: vec![Search::new(String::new(), 0)],
            split: None,
            reach: Reach::Unknown,
            again: Vec::new(),
            failed: Vec::new(),
            under_way: Vec::new(),
            sent: 0,
            held: 0,
            planned: 1,
            changed: false,
            rounds: 1,
            stopped: false,
            failure: None,
        }
    }
}

/// How many pages so many entries fill.
fn pages_of(total: usize) -> usize {
    total.div_ceil(PAGE_SIZE).max(1)
}
