//! The stand-in as a back end of the host.

use std::io;
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use hyper::body::Bytes;
use hyper::http::request::Parts;
use stand_in::{Answer, Cloud, Profile, Request, control};

use crate::serve::Backend;
use crate::wire::{self, Reply};

/// The machine, shared by all connections.
#[derive(Debug)]
pub(crate) struct Machine(Mutex<Cloud>);

impl Machine {
    /// It is the moment of the start until the control API lets time pass.
    pub(crate) fn new(profile: Profile, context: &str) -> Self {
        let mut cloud = Cloud::new(profile).under(context);
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        cloud.set_now(since.map_or(0, |since| since.as_secs()));
        Self(Mutex::new(cloud))
    }

    fn with<T>(&self, act: impl FnOnce(&mut Cloud) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Backend for Machine {
    async fn page(&self, parts: Parts, body: Bytes) -> io::Result<Reply> {
        let request = wire::request(&parts, &body);
        let outcome = self.with(|cloud| cloud.answer(&request));
        wire::reply(wire::in_time(outcome).await?)
    }

    fn command(&self, request: &Request, body: &str) -> Answer {
        self.with(|cloud| control(cloud, request, body))
    }
}
