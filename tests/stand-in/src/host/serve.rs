//! Connections: one request each, closed after its answer. Browsers repeat a
//! POST by themselves when a connection that was kept alive dies before the
//! first byte, and then nobody could count.

use std::convert::Infallible;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request as Asked, Response};
use hyper_util::rt::TokioIo;
use stand_in::{Answer, Cloud, Request};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// The machine, shared by all hosts.
pub(crate) type Shared = Arc<Mutex<Cloud>>;

/// Serves the hosts of Cloud. It is the moment of the start until the control
/// API lets time pass.
pub(crate) async fn pages(listener: TcpListener, acceptor: TlsAcceptor, cloud: Shared) {
    let began = now();
    lock(&cloud).set_now(began);
    loop {
        let Some(stream) = next(&listener).await else {
            continue;
        };
        let (acceptor, cloud) = (acceptor.clone(), cloud.clone());
        tokio::spawn(async move {
            let Ok(stream) = acceptor.accept(stream).await else {
                return;
            };
            let service = service_fn(|asked| page(asked, cloud.clone()));
            // A dropped connection is what some faults ask for: no error here.
            let _ = http1::Builder::new()
                .keep_alive(false)
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// Serves the control API.
pub(crate) async fn control(listener: TcpListener, cloud: Shared) {
    loop {
        let Some(stream) = next(&listener).await else {
            continue;
        };
        let cloud = cloud.clone();
        tokio::spawn(async move {
            let service = service_fn(|asked| command(asked, cloud.clone()));
            let _ = http1::Builder::new()
                .keep_alive(false)
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

/// One request to a host of Cloud; an error is a connection cut without a byte.
async fn page(asked: Asked<Incoming>, cloud: Shared) -> io::Result<Response<Full<Bytes>>> {
    let (parts, body) = taken(asked).await?;
    let mut request = request(&parts);
    if request
        .header("content-type")
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
    {
        request = request.with_form(&body);
    }
    let outcome = lock(&cloud).answer(&request);
    if outcome.hangs() {
        std::future::pending::<Infallible>().await;
    }
    if outcome.delay_ms > 0 {
        tokio::time::sleep(Duration::from_millis(outcome.delay_ms)).await;
    }
    let answer = outcome
        .answer
        .ok_or_else(|| io::Error::other("dropped on demand"))?;
    response(answer)
}

async fn command(asked: Asked<Incoming>, cloud: Shared) -> io::Result<Response<Full<Bytes>>> {
    let (parts, body) = taken(asked).await?;
    let body = String::from_utf8_lossy(&body);
    response(stand_in::control(
        &mut lock(&cloud),
        &request(&parts),
        &body,
    ))
}

async fn taken(asked: Asked<Incoming>) -> io::Result<(Parts, Bytes)> {
    let (parts, body) = asked.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    Ok((parts, body))
}

fn request(parts: &Parts) -> Request {
    let target = parts
        .uri
        .path_and_query()
        .map_or("/", |target| target.as_str());
    let mut request = Request::new(parts.method.as_str(), target);
    for (name, value) in &parts.headers {
        request = request.with_header(name.as_str(), &String::from_utf8_lossy(value.as_bytes()));
    }
    request
}

fn response(answer: Answer) -> io::Result<Response<Full<Bytes>>> {
    let mut response = Response::builder()
        .status(answer.status)
        .header("connection", "close");
    for (name, value) in &answer.headers {
        response = response.header(name, value);
    }
    response
        .body(Full::new(answer.body.into()))
        .map_err(io::Error::other)
}

/// The next connection; a failure to take one is waited out.
async fn next(listener: &TcpListener) -> Option<TcpStream> {
    match listener.accept().await {
        Ok((stream, _)) => Some(stream),
        Err(_) => {
            tokio::time::sleep(Duration::from_millis(20)).await;
            None
        }
    }
}

fn lock(cloud: &Shared) -> MutexGuard<'_, Cloud> {
    cloud.lock().unwrap_or_else(PoisonError::into_inner)
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
