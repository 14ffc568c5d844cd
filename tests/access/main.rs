//! Reaching an instance without the popup: tokens, passphrases, records, tabs.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
mod record;
mod retry;
mod secrets;
mod tabs;
