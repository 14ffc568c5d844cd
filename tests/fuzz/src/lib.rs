//! What has to hold of any input whatever, a module for each kind of input.
//! The programs in `bin` look for an input of which it does not; `tests` asks
//! about those that are kept in `corpus` and what they are made from.
//!
//! An input is text, in fields that are parted as each module says, so that a
//! person can read it and write one. What is no UTF-8 is read as a browser
//! would read it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

pub mod api;
#[path = "../../desk/mod.rs"]
#[expect(
    missing_docs,
    missing_debug_implementations,
    reason = "it belongs to the tests"
)]
pub mod desk;
mod owned;
pub mod page;
#[path = "../../dashboard/screen/mod.rs"]
#[allow(
    dead_code,
    missing_docs,
    missing_debug_implementations,
    reason = "it belongs to the tests"
)]
mod screen;
pub mod seeds;
pub mod snippet;
pub mod stored;

/// What has to hold of an input; it panics where it does not.
pub type Check = fn(&str);

/// Everything that is looked into, by its name.
pub const TARGETS: [(&str, Check); 4] = [
    ("api", api::check),
    ("page", page::check),
    ("snippet", snippet::check),
    ("stored", stored::check),
];
