//! Connections: one request each, closed after its answer. Browsers repeat a
//! POST by themselves when a connection that was kept alive dies before the
//! first byte, and then nobody could count.

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use hyper::Request as Asked;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CONNECTION, HeaderValue};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use stand_in::{Answer, Request};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use crate::wire::{self, Reply};

/// What answers behind the host.
pub(crate) trait Backend: Send + Sync + 'static {
    /// Answers a browser; an error is a connection cut without a byte.
    fn page(&self, parts: Parts, body: Bytes) -> impl Future<Output = io::Result<Reply>> + Send;

    /// Answers the control API.
    fn command(&self, request: &Request, body: &str) -> Answer;
}

/// Serves the hosts of Cloud.
pub(crate) async fn pages(listener: TcpListener, acceptor: TlsAcceptor, end: Arc<impl Backend>) {
    loop {
        let Some(stream) = next(&listener).await else {
            continue;
        };
        let (acceptor, end) = (acceptor.clone(), end.clone());
        tokio::spawn(async move {
            let Ok(stream) = acceptor.accept(stream).await else {
                return;
            };
            let page = |asked| async {
                let (parts, body) = wire::taken(asked).await?;
                end.page(parts, body).await
            };
            answer(stream, page).await;
        });
    }
}

/// Serves the control API.
pub(crate) async fn control(listener: TcpListener, end: Arc<impl Backend>) {
    loop {
        let Some(stream) = next(&listener).await else {
            continue;
        };
        let end = end.clone();
        tokio::spawn(async move {
            let command = |asked| async {
                let (parts, body) = wire::taken(asked).await?;
                let request = wire::request(&parts, &body);
                wire::reply(end.command(&request, &String::from_utf8_lossy(&body)))
            };
            answer(stream, command).await;
        });
    }
}

/// Answers the one request of a connection.
async fn answer<S, F>(stream: S, reply: impl Fn(Asked<Incoming>) -> F)
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: Future<Output = io::Result<Reply>>,
{
    let service = service_fn(|asked| {
        let reply = reply(asked);
        async {
            let mut reply = reply.await?;
            let close = HeaderValue::from_static("close");
            reply.headers_mut().insert(CONNECTION, close);
            Ok::<_, io::Error>(reply)
        }
    });
    // A dropped connection is what some faults ask for: no error here.
    let _ = http1::Builder::new()
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service)
        .await;
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
