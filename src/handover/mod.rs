//! Handing over after a run: what became of each project's token, for people
//! who keep READMEs, as one text.
//!
//! Tokens are in it only where a person asked for them. Two methods keep that
//! apart: [`Handover::without_tokens`] reads no token, and
//! [`Handover::with_tokens`] gives a [`SecretText`](crate::token::SecretText).

mod json;
mod markdown_table;
mod row;
mod text;

pub use row::{Headings, Row};
pub use text::{Form, Handover};
