//! A SonarQube Cloud (or Server) to test against, as a state machine: a
//! [`Request`] goes in, an [`Outcome`] comes out, and nothing else happens.
//! No socket, no clock, no chance: the same requests give the same answers.
//!
//! What a fact rests on stands beside it: *measured* on SonarQube Server 26.9
//! or 9.9, read in Server's public *source*, *seen* on Cloud, a *user report*,
//! or *inferred*.

mod access_tokens;
mod actions;
mod answer;
mod api;
mod badges;
mod base64;
mod calls;
mod cloud;
mod context;
mod control;
mod crowd;
mod dates;
pub mod facade;
mod faults;
mod journal;
mod mint;
mod organizations;
mod pages;
mod paging;
mod people;
mod profile;
mod projects;
mod request;
mod seed;
mod sessions;
mod shelves;
mod spoil;
mod state;

pub use answer::{Answer, FOREVER, Outcome};
pub use cloud::Cloud;
pub use control::control;
pub use crowd::Crowd;
pub use faults::{Fault, FaultKind, RetryAfter, Strike};
pub use journal::LogEntry;
pub use organizations::Organization;
pub use people::{Access, Grant, Person, Scope};
pub use profile::Profile;
pub use projects::{Branch, BranchKind, Project, PullRequest, Visibility};
pub use request::Request;
pub use seed::Seed;
pub use sessions::SignedIn;
pub use state::{ProjectState, State, Totals};
