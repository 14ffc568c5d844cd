//! The web API's answers, as real servers gave them, read by our operations.

#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../desk/mod.rs"]
mod desk;
mod endpoints;
mod failures;
mod recorded;

use desk::{Json, content};
use rebadge::page::ProjectKey;
use rebadge::sonar::{Failure, Reply, Request, Transport};

/// Plays back an answer made here.
struct Answer(u16, &'static str);

impl Transport for Answer {
    type Body = Json;

    async fn send(&self, _request: &Request) -> Result<Reply<Json>, Failure> {
        Ok(Reply {
            status: self.0,
            retry_after: (self.0 == 429).then_some(7),
            content: content(self.1),
        })
    }
}

fn project() -> ProjectKey {
    ProjectKey::parse("acme:payments").unwrap()
}
