//! A real SonarQube Server as a back end of the host.

use std::io;
use std::sync::{Mutex, PoisonError};

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{
    ACCEPT_ENCODING, CONNECTION, CONTENT_LENGTH, HeaderName, HeaderValue, TRANSFER_ENCODING,
    UPGRADE,
};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Request as Asked, Response, StatusCode};
use hyper_util::rt::TokioIo;
use stand_in::facade::{self, Facade};
use stand_in::{Answer, Request};
use tokio::net::TcpStream;

use crate::serve::Backend;
use crate::wire::{self, Reply};

/// The way to a server, and what the façade remembers.
#[derive(Debug)]
pub(crate) struct Server {
    /// Host and port.
    address: String,
    facade: Mutex<Facade>,
}

impl Server {
    pub(crate) fn new(address: String) -> Self {
        let facade = Mutex::default();
        Self { address, facade }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Facade) -> T) -> T {
        act(&mut self.facade.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What the server says, with what only Cloud has.
    async fn passed_on(
        &self,
        number: usize,
        request: &Request,
        parts: &Parts,
        body: Bytes,
    ) -> io::Result<Reply> {
        let target = match facade::target(request, wire::target(parts)) {
            Ok(target) => target,
            Err(answer) => return wire::reply(answer),
        };
        let reply = self.ask(&target, parts, body).await?;
        self.with(|facade| facade.acted(number, reply.status().as_u16()));
        if !facade::is_amended(request) {
            return Ok(reply);
        }
        wire::reply(facade::amended(request, wire::answer(reply).await?))
    }

    /// One connection a request: nothing is ever sent again.
    async fn ask(&self, target: &str, parts: &Parts, body: Bytes) -> io::Result<Reply> {
        let mut asked = Asked::new(Full::new(body));
        asked.method_mut().clone_from(&parts.method);
        *asked.uri_mut() = target.parse().map_err(io::Error::other)?;
        *asked.headers_mut() = end_to_end(&parts.headers);
        let headers = asked.headers_mut();
        if let Some(host) = parts.headers.get("host") {
            headers.insert("x-forwarded-host", host.clone());
        }
        headers.insert("x-forwarded-proto", HeaderValue::from_static("https"));
        // Bodies come plain, so that something can be added.
        headers.remove(ACCEPT_ENCODING);

        let stream = TcpStream::connect(&self.address).await?;
        let shaken = http1::handshake(TokioIo::new(stream)).await;
        let (mut sender, connection) = shaken.map_err(io::Error::other)?;
        tokio::spawn(connection);
        let told = sender.send_request(asked).await.map_err(io::Error::other)?;
        let (parts, body) = told.into_parts();
        let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
        let mut reply = Response::new(Full::new(body));
        *reply.status_mut() = parts.status;
        *reply.headers_mut() = end_to_end(&parts.headers);
        Ok(reply)
    }
}

/// Header lines but those of one connection and one body.
fn end_to_end(headers: &HeaderMap) -> HeaderMap {
    const KEEP_ALIVE: HeaderName = HeaderName::from_static("keep-alive");
    let mut kept = headers.clone();
    for name in [
        CONNECTION,
        KEEP_ALIVE,
        TRANSFER_ENCODING,
        UPGRADE,
        CONTENT_LENGTH,
    ] {
        kept.remove(name);
    }
    kept
}

/// What a gateway says that gets no answer.
fn bad_gateway(error: &io::Error) -> Reply {
    let mut reply = Response::new(Full::new(format!("<html>{error}</html>").into()));
    *reply.status_mut() = StatusCode::BAD_GATEWAY;
    reply
}

impl Backend for Server {
    async fn page(&self, parts: Parts, body: Bytes) -> io::Result<Reply> {
        let request = wire::request(&parts, &body);
        let (number, strike) = self.with(|facade| facade.arrives(&request));
        // A server cannot be copied: where its answer is wanted, it acts.
        let real = if strike.acts() || strike.shows_the_answer() {
            let passed_on = self.passed_on(number, &request, &parts, body).await;
            passed_on.unwrap_or_else(|error| bad_gateway(&error))
        } else {
            Reply::default()
        };
        let told = if strike.spares_the_answer() {
            wire::wait(strike.delay_ms).await;
            real
        } else {
            let real = wire::answer(real).await?;
            wire::reply(wire::in_time(strike.spoil(&request, real)).await?)?
        };
        self.with(|facade| facade.answered(number, told.status().as_u16()));
        Ok(told)
    }

    fn command(&self, request: &Request, body: &str) -> Answer {
        self.with(|facade| facade.control(request, body))
    }
}
