//! What a renewal needs of the world around it.

use serde::{Serialize, de::DeserializeOwned};

use super::Moment;
use crate::sonar::Transport;
use crate::token::Salt;

/// The store refused to write: it is full, or switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the store refused")]
pub struct StoreRefused;

/// A store of small records that outlives pages and restarts.
pub trait Store {
    /// The record of that name; one that cannot be read counts as none.
    fn get<T: DeserializeOwned>(&self, name: &str) -> impl Future<Output = Option<T>>;

    /// Writes a record, and is done only when it is written.
    ///
    /// # Errors
    /// [`StoreRefused`] where it was not written.
    fn put<T: Serialize>(
        &self,
        name: &str,
        record: &T,
    ) -> impl Future<Output = Result<(), StoreRefused>>;

    /// Removes a record, if it is there.
    fn remove(&self, name: &str) -> impl Future<Output = ()>;

    /// The salt of this installation, made on first use; nothing where it
    /// could not be kept.
    fn salt(&self) -> impl Future<Output = Option<Salt>>;
}

/// A clock, and the patience to watch it.
pub trait Clock {
    /// Now.
    fn now(&self) -> Moment;

    /// Waits so many milliseconds.
    fn pause(&self, milliseconds: u32) -> impl Future<Output = ()>;
}

/// All of it together.
pub trait World: Transport + Store + Clock {}

impl<W: Transport + Store + Clock> World for W {}
