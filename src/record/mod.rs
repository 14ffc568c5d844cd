//! The record: who renewed which token when, and what came of it, for auditors.

mod entry;

pub use entry::{Ending, Entry};
