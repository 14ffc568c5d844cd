//! The gate that all requests of a run go through: once the server has said for
//! how long to wait, nothing of what is under way is sent before that.

use std::cell::Cell;

use serde::{Serialize, de::DeserializeOwned};

use crate::renewal::{Clock, Locks, Moment, Store, StoreRefused, World};
use crate::sonar::{Failure, Reply, Request, Transport};
use crate::token::Salt;

/// Closed from when to when, if it is. A run has one for all its projects.
#[derive(Debug, Default)]
pub struct Gate(Cell<Option<(Moment, Moment)>>);

impl Gate {
    /// Whole seconds until it opens, where it is closed. A clock that was set
    /// back opens it.
    fn closed(&self, now: Moment) -> Option<u32> {
        let (from, until) = self.0.get()?;
        let left = u32::try_from((until.0 - now.0 + 999) / 1_000).ok()?;
        (from <= now && now < until).then_some(left)
    }

    fn close(&self, now: Moment, seconds: u32) {
        let until = Moment(now.0 + i64::from(seconds) * 1_000);
        if self.closed(now).is_none() || self.0.get().is_some_and(|(_, other)| other < until) {
            self.0.set(Some((now, until)));
        }
    }
}

/// A world whose requests go through a gate. Where it is closed they are refused
/// at once, as the server would, and nothing is sent. It is there for one step,
/// and looks the salt up once.
pub(super) struct Gated<'a, W> {
    world: &'a W,
    gate: &'a Gate,
    salt: Cell<Option<Salt>>,
}

impl<'a, W> Gated<'a, W> {
    pub(super) fn new(world: &'a W, gate: &'a Gate) -> Self {
        let salt = Cell::default();
        Self { world, gate, salt }
    }
}

impl<W: World> Transport for Gated<'_, W> {
    type Body = W::Body;

    async fn send(&self, request: &Request) -> Result<Reply<W::Body>, Failure> {
        if let Some(seconds) = self.gate.closed(self.now()) {
            let retry_after = Some(seconds);
            return Err(Failure::RateLimited { retry_after });
        }
        let reply = self.world.send(request).await?;
        if let (429 | 503, Some(seconds)) = (reply.status, reply.retry_after) {
            self.gate.close(self.now(), seconds);
        }
        Ok(reply)
    }
}

impl<W: World> Store for Gated<'_, W> {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        self.world.get(name).await
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        self.world.put(name, record).await
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        self.world.all(beginning).await
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), StoreRefused> {
        self.world.rename(from, to).await
    }

    async fn remove(&self, name: &str) {
        self.world.remove(name).await;
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        if let Some(salt) = self.salt.get() {
            return Ok(salt);
        }
        let salt = self.world.salt().await?;
        self.salt.set(Some(salt));
        Ok(salt)
    }
}

impl<W: World> Clock for Gated<'_, W> {
    fn now(&self) -> Moment {
        self.world.now()
    }

    async fn pause(&self, milliseconds: u32) {
        self.world.pause(milliseconds).await;
    }
}

impl<W: World> Locks for Gated<'_, W> {
    type Held = W::Held;

    async fn lock(&self, name: &str) -> W::Held {
        self.world.lock(name).await
    }

    async fn try_lock(&self, name: &str) -> Option<W::Held> {
        self.world.try_lock(name).await
    }
}
