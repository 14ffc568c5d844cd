//! Rebadge: the organization key, the badges and the badge token of a
//! SonarQube Cloud project, one toolbar click away.
//!
//! `popup` uses `renewal` and `sonar`, which use `badge`, `token` and `page`.
//! `command` is a popup that nobody sees; `dashboard`, with `rotation`, `record` and
//! `handover`, is about a whole organization; `access` is for pages that are no
//! popup. Only `browser` knows a browser, and only the programs in `bin` know both
//! it and the rest.

pub mod access;
pub mod badge;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod command;
pub mod dashboard;
pub mod handover;
pub mod page;
pub mod popup;
pub mod record;
pub mod renewal;
pub mod rotation;
mod search;
pub mod settings;
pub mod sonar;
pub mod token;
