//! One renewal, exactly once: the intent is written down, the request is sent
//! once, and the token read back decides what happened.

mod journal;
mod ledger;
mod moment;
mod outcome;
mod renew;
mod sent;
mod settle;
mod subject;
mod world;

pub use journal::{Intent, PATIENCE};
pub use ledger::{Age, Attempt, Record, note, recall};
pub use moment::{DAY, Moment};
pub use outcome::{End, Outcome, Settled};
pub use renew::{Order, renew};
pub(crate) use sent::send;
pub(crate) use settle::settle_held;
pub use settle::{is_open, settle};
pub use subject::Subject;
pub use world::{Clock, Locks, Store, StoreRefused, World};
