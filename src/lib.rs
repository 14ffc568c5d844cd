//! Rebadge: the organization key, the badges and the badge token of a
//! SonarQube Cloud project, one toolbar click away.
//!
//! Arrows point down this list's reverse: `popup` uses `renewal` and `sonar`,
//! they use `badge`, `token` and `page`. `command` is a popup that nobody sees. `access` is for pages that are no
//! popup. Only `browser` knows a browser, and only the programs in `bin` know
//! both.

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
