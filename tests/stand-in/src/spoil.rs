//! How a fault changes what happens to a request, and what comes back.

use serde_json::{Value, json};

use crate::answer::{Answer, FOREVER, Outcome};
use crate::cloud::Cloud;
use crate::faults::{FaultKind, RetryAfter, Strike};
use crate::request::Request;

/// Carries a request out, or not, as the faults will have it.
pub(crate) fn carry_out(cloud: &mut Cloud, request: &Request, strike: &Strike) -> Outcome {
    let real = if strike.acts() {
        cloud.act(request)
    } else if strike.shows_the_answer() {
        // Nothing may happen: a copy acts in the place of the machine.
        cloud.clone().act(request)
    } else {
        Answer::empty(200)
    };
    strike.spoil(request, real)
}

impl Strike {
    /// Whether the request is carried out, whatever is told of it.
    #[must_use]
    pub fn acts(&self) -> bool {
        self.spoils.as_ref().is_none_or(|fault| fault.after_acting)
    }

    /// Whether the true answer is told as it is, perhaps late.
    #[must_use]
    pub fn spares_the_answer(&self) -> bool {
        self.spoils.is_none()
    }

    /// Whether what is told is made of the true answer.
    #[must_use]
    pub fn shows_the_answer(&self) -> bool {
        self.spoils
            .as_ref()
            .is_none_or(|fault| matches!(fault.kind, FaultKind::Truncated | FaultKind::WrongTypes))
    }

    /// What is told in the place of the true answer, and when.
    #[must_use]
    pub fn spoil(&self, request: &Request, real: Answer) -> Outcome {
        let delay_ms = self.delay_ms;
        let Some(fault) = &self.spoils else {
            let answer = Some(real);
            return Outcome { answer, delay_ms };
        };
        let (answer, delay_ms) = match &fault.kind {
            FaultKind::Delay { .. } => (Some(real), delay_ms),
            FaultKind::Drop => (None, delay_ms),
            FaultKind::Hang => (None, FOREVER),
            FaultKind::Html => (Some(html(200)), delay_ms),
            FaultKind::SignIn => (Some(Answer::redirect(302, "/sessions/new")), delay_ms),
            FaultKind::Truncated => (Some(truncated(real)), delay_ms),
            FaultKind::WrongTypes => (Some(mistyped(&real)), delay_ms),
            FaultKind::Status {
                status,
                body,
                retry_after,
                cloudflare,
            } => {
                let mut answer = match body {
                    _ if *cloudflare => html(*status)
                        .with("cf-ray", "8f2a1c0de9b31234-FRA")
                        .with("server", "cloudflare"),
                    Some(body) => sniffed(*status, body),
                    None => usual(*status, &request.path),
                };
                if let Some(retry_after) = retry_after {
                    answer = answer.with("retry-after", text(retry_after));
                }
                (Some(answer), delay_ms)
            }
        };
        Outcome { answer, delay_ms }
    }
}

fn text(retry_after: &RetryAfter) -> String {
    match retry_after {
        RetryAfter::Seconds(seconds) => seconds.to_string(),
        RetryAfter::Text(text) => text.clone(),
    }
}

fn html(status: u16) -> Answer {
    let body = "<!DOCTYPE html><html lang=\"en\"><title>Just a moment</title>\
                <p>This is a page, not an answer.</p></html>";
    Answer::text(status, "text/html;charset=utf-8", body)
}

fn sniffed(status: u16, body: &str) -> Answer {
    match body.trim_start().chars().next() {
        None => Answer::empty(status),
        Some('<') => Answer::text(status, "text/html;charset=utf-8", body),
        Some('{' | '[') => Answer::text(status, "application/json", body),
        Some(_) => Answer::text(status, "text/plain", body),
    }
}

/// The body that goes with a status: 401, 403 and 404 as measured, the others
/// inferred.
fn usual(status: u16, path: &str) -> Answer {
    match status {
        200..=299 | 304 | 401 => Answer::empty(status),
        403 => Answer::forbidden(),
        404 => Answer::unknown_url(path),
        429 => Answer::error(status, "Too many requests"),
        503 => Answer::error(status, "Service unavailable"),
        _ => Answer::error(
            status,
            "An error has occurred. Please contact your administrator",
        ),
    }
}

fn truncated(mut answer: Answer) -> Answer {
    if answer.body.is_empty() {
        return Answer::text(200, "application/json", "{\"token\":\"");
    }
    let half = (0..=answer.body.len() / 2)
        .rev()
        .find(|at| answer.body.is_char_boundary(*at));
    answer.body.truncate(half.unwrap_or(0));
    answer
}

fn mistyped(answer: &Answer) -> Answer {
    let value = match answer.json_body() {
        Value::Null => json!({ "token": 42, "name": [] }),
        value => twist("", &value),
    };
    Answer::text(200, "application/json", value.to_string())
}

/// The same shape with every leaf of another type.
fn twist(name: &str, value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| (name.clone(), twist(name, value)))
            .collect(),
        Value::Array(items) if items.is_empty() => json!({}),
        Value::Array(items) => items.iter().map(|item| twist("", item)).collect(),
        Value::String(_) if name == "name" => json!([]),
        Value::String(_) => json!(42),
        Value::Number(number) => json!(number.to_string()),
        Value::Bool(_) | Value::Null => json!("perhaps"),
    }
}
