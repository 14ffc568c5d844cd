//! This computer's own: whoever works here has its clock, its store, its locks.

use super::clock;
use crate::renewal::{Clock, Moment};

/// Somebody who works on this computer. The store is in `store.rs`, the locks
/// are in `lock.rs`.
pub trait Here {}

impl<H: Here> Clock for H {
    fn now(&self) -> Moment {
        clock::now()
    }

    fn pause(&self, milliseconds: u32) -> impl Future<Output = ()> {
        clock::pause(milliseconds)
    }
}

/// This computer, where nothing is asked of any host.
#[derive(Debug, Clone, Copy)]
pub struct Computer;

impl Here for Computer {}
