//! What a step finds on the floor: a server that wants no request for a while,
//! locks that another step holds, and the desk's records and time.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use rebadge::renewal::{Clock, Locks, Moment, Store, StoreRefused};
use rebadge::sonar::{Failure, Reply, Request, Transport};
use rebadge::token::Salt;
use serde::{Serialize, de::DeserializeOwned};

use super::Floor;
use crate::desk::Json;

impl Transport for Floor {
    type Body = Json;

    async fn send(&self, request: &Request) -> Result<Reply<Json>, Failure> {
        if let Some(loss) = self.gone.get() {
            return Err(Failure::Lost { loss, sent: false });
        }
        assert!(
            !self.minds.get() || self.now().0 >= self.shut.get(),
            "the server wants no request yet: {}",
            request.path
        );
        self.requests.set(self.requests.get() + 1);
        let reply = self.desk.send(request).await?;
        if let (429 | 503, Some(seconds)) = (reply.status, reply.retry_after) {
            let until = self.now().0 + i64::from(seconds) * 1_000;
            self.shut.set(self.shut.get().max(until));
        }
        Ok(reply)
    }
}

impl Store for Floor {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        self.desk.get(name).await
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        self.desk.put(name, record).await
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        self.desk.all(beginning).await
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), StoreRefused> {
        self.desk.rename(from, to).await
    }

    async fn remove(&self, name: &str) {
        self.desk.remove(name).await;
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        self.desk.salt().await
    }
}

impl Clock for Floor {
    fn now(&self) -> Moment {
        self.desk.now()
    }

    async fn pause(&self, milliseconds: u32) {
        self.desk.pause(milliseconds).await;
    }
}

/// A lock that is let go when this is dropped.
pub struct Held(Rc<RefCell<BTreeSet<String>>>, String);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.borrow_mut().remove(&self.1);
    }
}

impl Locks for Floor {
    type Held = Held;

    async fn lock(&self, name: &str) -> Held {
        loop {
            if let Some(held) = self.try_lock(name).await {
                return held;
            }
        }
    }

    async fn try_lock(&self, name: &str) -> Option<Held> {
        self.desk.try_lock(name).await;
        let free = self.locks.borrow_mut().insert(name.to_owned());
        free.then(|| Held(Rc::clone(&self.locks), name.to_owned()))
    }
}
