//! Between hyper's requests and answers and those of the library.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::http::request::Parts;
use hyper::{Request as Asked, Response};
use stand_in::{Answer, Outcome, Request};

/// What goes back to a browser.
pub(crate) type Reply = Response<Full<Bytes>>;

/// A request with its whole body.
pub(crate) async fn taken(asked: Asked<Incoming>) -> io::Result<(Parts, Bytes)> {
    let (parts, body) = asked.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    Ok((parts, body))
}

/// Path and query as they were asked for.
pub(crate) fn target(parts: &Parts) -> &str {
    let target = parts.uri.path_and_query();
    target.map_or("/", |target| target.as_str())
}

/// The request as the library knows it.
pub(crate) fn request(parts: &Parts, body: &[u8]) -> Request {
    let mut request = Request::new(parts.method.as_str(), target(parts));
    for (name, value) in &parts.headers {
        request = request.with_header(name.as_str(), &String::from_utf8_lossy(value.as_bytes()));
    }
    let is_form = request
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    if is_form {
        request = request.with_form(body);
    }
    request
}

/// An answer of the library.
pub(crate) fn reply(answer: Answer) -> io::Result<Reply> {
    let mut reply = Response::builder().status(answer.status);
    for (name, value) in &answer.headers {
        reply = reply.header(name, value);
    }
    let body = Full::new(answer.body.into());
    reply.body(body).map_err(io::Error::other)
}

/// A reply as the library knows it.
pub(crate) async fn answer(reply: Reply) -> io::Result<Answer> {
    let (parts, body) = reply.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let mut answer = Answer::empty(parts.status.as_u16());
    for (name, value) in &parts.headers {
        answer = answer.with(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
    }
    answer.body = String::from_utf8_lossy(&body).into_owned();
    Ok(answer)
}

/// The answer of an outcome, when its time has come.
///
/// # Errors
/// Where the connection is to be cut without a byte.
pub(crate) async fn in_time(outcome: Outcome) -> io::Result<Answer> {
    if outcome.hangs() {
        std::future::pending::<Infallible>().await;
    }
    wait(outcome.delay_ms).await;
    outcome
        .answer
        .ok_or_else(|| io::Error::other("dropped on demand"))
}

/// Lets so many milliseconds pass.
pub(crate) async fn wait(milliseconds: u64) {
    if milliseconds > 0 {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
}
