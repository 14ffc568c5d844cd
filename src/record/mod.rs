//! The record: who renewed which token when, and what came of it, for auditors.
//!
//! Besides that, what all records in the store have in common: their version,
//! and what becomes of one that cannot be read.

mod aside;
mod book;
mod click;
mod csv;
pub mod date;
mod entry;
mod export;
mod import;
mod line;
mod open;
mod query;
mod reason;
pub mod words;

pub(crate) use csv::Csv;
pub(crate) use line::document;
pub(crate) use reason::reason;

pub use aside::{Aside, read_aside, set_aside, set_aside_still, unreadable};
pub use book::{Book, check, prune, read_all, write};
pub(crate) use click::note_settled;
pub use click::{add_login, renew_noted, settle_noted};
pub use entry::{Ending, Entry};
pub use import::{ImportError, Imported, LIMIT, import};
pub use open::{Unopened, VERSION, open};
pub use query::Query;
