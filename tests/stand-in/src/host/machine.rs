//! The stand-in as a back end of the host.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hyper::body::Bytes;
use hyper::http::request::Parts;
use stand_in::{Answer, Cloud, Profile, Request, control};
use tokio::sync::Notify;
use tokio::time::timeout;

use crate::serve::Backend;
use crate::wire::{self, Reply};

/// The machine, shared by all connections.
#[derive(Debug)]
pub(crate) struct Machine {
    cloud: Mutex<Cloud>,
    /// Told when answers that are late are to come at once.
    released: Notify,
}

impl Machine {
    /// It is the moment of the start until the control API lets time pass.
    pub(crate) fn new(profile: Profile, context: &str) -> Self {
        let mut cloud = Cloud::new(profile).under(context);
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        cloud.set_now(since.map_or(0, |since| since.as_secs()));
        Self {
            cloud: Mutex::new(cloud),
            released: Notify::new(),
        }
    }

    fn with<T>(&self, act: impl FnOnce(&mut Cloud) -> T) -> T {
        act(&mut self.cloud.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Backend for Machine {
    async fn page(&self, parts: Parts, body: Bytes) -> io::Result<Reply> {
        let request = wire::request(&parts, &body);
        let mut outcome = self.with(|cloud| cloud.answer(&request));
        if !outcome.hangs() && outcome.delay_ms > 0 {
            let late = Duration::from_millis(outcome.delay_ms);
            // Whichever comes first.
            let _ = timeout(late, self.released.notified()).await;
            outcome.delay_ms = 0;
        }
        wire::reply(wire::in_time(outcome).await?)
    }

    fn command(&self, request: &Request, body: &str) -> Answer {
        // The library knows no time that passes.
        if (request.method.as_str(), request.path.as_str()) == ("POST", "/release") {
            self.released.notify_waiters();
            return Answer::empty(204);
        }
        self.with(|cloud| control(cloud, request, body))
    }
}
