//! Every word that people read stands in `extension/_locales`, in every language.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod complete;
mod files;
mod language;
mod pages;
mod translated;
mod used;
