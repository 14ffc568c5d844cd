//! Requests that go to the stand-in's state machine, and its answers.

use rebadge::sonar::{Body, Content, Failure, Loss, Method, Reply, Request, Transport};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Desk;
use super::work::breathe;

/// A parsed body.
#[derive(Debug)]
pub struct Json(pub Value);

impl Body for Json {
    fn decode<T: DeserializeOwned>(self) -> Option<T> {
        serde_json::from_value(self.0).ok()
    }
}

/// The content of a body's text.
pub fn content(body: &str) -> Content<Json> {
    match serde_json::from_str(body) {
        _ if body.is_empty() => Content::Empty,
        Ok(json) => Content::Json(Json(json)),
        Err(_) if body.trim_start().starts_with('<') => Content::Html,
        Err(_) => Content::Garbled,
    }
}

fn lost(loss: Loss) -> Failure {
    Failure::Lost { loss, sent: true }
}

impl Transport for Desk {
    type Body = Json;

    async fn send(&self, request: &Request) -> Result<Reply<Json>, Failure> {
        breathe().await;
        let mut asked = match request.method {
            Method::Get => stand_in::Request::get(&request.path),
            Method::Post => stand_in::Request::new("POST", &request.path)
                .with_form(request.form.as_deref().unwrap_or_default().as_bytes()),
        };
        if let Some(person) = &self.person {
            asked = asked.signed_in_as(person);
        }
        let outcome = self.cloud.borrow_mut().answer(&asked);
        // The answer is under way: a popup closed now does not undo the request.
        breathe().await;
        let limit = match request.method {
            Method::Get => 10_000,
            Method::Post => 8_000,
        };
        if outcome.hangs() || outcome.delay_ms > limit {
            self.pass(i64::try_from(limit).unwrap());
            return Err(lost(Loss::Timeout));
        }
        self.pass(i64::try_from(outcome.delay_ms).unwrap() + 10);
        let answer = outcome.answer.ok_or(lost(Loss::Connection))?;
        Ok(Reply {
            status: answer.status,
            retry_after: answer.header("retry-after").and_then(|s| s.parse().ok()),
            content: content(&answer.body),
        })
    }
}
