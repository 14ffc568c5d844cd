//! What a renewal needs of the world around it.

use serde::{Serialize, de::DeserializeOwned};

use super::Moment;
use crate::sonar::Transport;
use crate::token::Salt;

/// The store refused: it is full, broken, or switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the store refused")]
pub struct StoreRefused;

/// A store of small records that outlives pages and restarts.
pub trait Store {
    /// The record of that name; one of another shape counts as none.
    ///
    /// # Errors
    /// [`StoreRefused`] where it could not be looked up, which is not to be
    /// taken for its absence.
    fn get<T: DeserializeOwned>(
        &self,
        name: &str,
    ) -> impl Future<Output = Result<Option<T>, StoreRefused>>;

    /// Writes a record, and is done only when it is written.
    ///
    /// # Errors
    /// [`StoreRefused`] where it was not written.
    fn put<T: Serialize>(
        &self,
        name: &str,
        record: &T,
    ) -> impl Future<Output = Result<(), StoreRefused>>;

    /// All records whose names begin so, by name; nothing in the place of one
    /// of another shape.
    ///
    /// # Errors
    /// [`StoreRefused`] where they could not be looked up.
    fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> impl Future<Output = Result<Vec<(String, Option<T>)>, StoreRefused>>;

    /// Removes a record, if it is there.
    fn remove(&self, name: &str) -> impl Future<Output = ()>;

    /// Gives a record another name and leaves its value as it is, readable or
    /// not: it is there twice rather than not at all. A record of the new name
    /// is written over; where there is none of the old name, nothing happens.
    ///
    /// # Errors
    /// [`StoreRefused`] where it was not written under the new name, or not
    /// removed under the old; it still has the old name then.
    fn rename(&self, from: &str, to: &str) -> impl Future<Output = Result<(), StoreRefused>>;

    /// The salt of this installation, made on first use.
    ///
    /// # Errors
    /// [`StoreRefused`] where it could not be read, or a new one not be kept.
    fn salt(&self) -> impl Future<Output = Result<Salt, StoreRefused>>;
}

/// A clock, and the patience to watch it.
pub trait Clock {
    /// Now.
    fn now(&self) -> Moment;

    /// Waits so many milliseconds.
    fn pause(&self, milliseconds: u32) -> impl Future<Output = ()>;
}

/// Locks that all windows of a browser share.
pub trait Locks {
    /// Whoever holds this holds the lock. Dropping it lets go, and so does
    /// closing the window.
    type Held;

    /// Waits for the lock of that name.
    fn lock(&self, name: &str) -> impl Future<Output = Self::Held>;

    /// The lock of that name, unless somebody else holds it.
    fn try_lock(&self, name: &str) -> impl Future<Output = Option<Self::Held>>;
}

/// All of it together.
pub trait World: Transport + Store + Clock + Locks {}

impl<W: Transport + Store + Clock + Locks> World for W {}
