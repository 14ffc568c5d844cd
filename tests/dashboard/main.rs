//! The dashboard as a state machine: what happened, what is asked, what is seen.

#![allow(clippy::unwrap_used, clippy::expect_used)]

mod ages;
mod alerts;
mod beginning;
mod deeds;
mod endings;
mod found;
mod handing;
mod keyboard;
mod list;
mod pause;
mod person;
mod place;
mod plan;
mod properties;
mod record;
mod roster;
mod rotation;
mod ruled;
mod screen;
mod selection;
mod settings;
mod table;
mod window;
mod world;
