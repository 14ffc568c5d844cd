//! Lists that come in pages.

use serde::Deserialize;

/// As many entries as a page can have: a larger `ps` is refused with 400
/// (measured on Server 26.9).
pub const PAGE_SIZE: usize = 500;

/// As far as a list can be read: past result 10,000 the host refuses
/// (measured on Server 26.9). The rest has to be searched for.
pub const REACH: usize = 10_000;

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPage<T> {
    /// The entries of this page.
    pub entries: Vec<T>,
    /// How many entries the whole list has.
    pub total: usize,
}

/// `paging` as the web API writes it.
#[derive(Deserialize, Default)]
pub(super) struct Paging {
    #[serde(default)]
    pub total: usize,
}
