//! Work that is done to its end, or broken off.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A point at which work can be broken off.
pub async fn breathe() {
    let mut breathed = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut breathed, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

/// Does work to its end.
pub fn finish<T>(work: impl Future<Output = T>) -> T {
    match abandon(work, usize::MAX) {
        Some(answer) => answer,
        None => unreachable!("nobody breaks it off"),
    }
}

/// Does work up to that many points, then drops it, unless it has ended.
pub fn abandon<T>(work: impl Future<Output = T>, points: usize) -> Option<T> {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..points {
        if let Poll::Ready(answer) = work.as_mut().poll(&mut context) {
            return Some(answer);
        }
    }
    None
}
