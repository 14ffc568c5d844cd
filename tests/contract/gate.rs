//! Who may be at a real server: cases of one mode at a time, since whether
//! signing in is forced is a setting of the whole server.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Debug)]
struct Inside {
    forced: bool,
    cases: usize,
}

/// Lets cases of the same mode in together, and makes those of the other wait.
#[derive(Debug)]
pub struct Gate {
    inside: Mutex<Inside>,
    left: Condvar,
}

/// Whoever holds it is inside.
#[derive(Debug)]
pub struct Pass<'a>(&'a Gate);

impl Gate {
    /// Servers force people to sign in when they start.
    pub fn new() -> Self {
        Self {
            inside: Mutex::new(Inside {
                forced: true,
                cases: 0,
            }),
            left: Condvar::new(),
        }
    }

    /// Waits until the server is in this mode, or nobody there minds `switch`.
    pub fn enter(&self, forced: bool, switch: impl Fn(bool)) -> Pass<'_> {
        let mut inside = self.lock();
        while inside.forced != forced && inside.cases > 0 {
            inside = self
                .left
                .wait(inside)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if inside.forced != forced {
            switch(forced);
            inside.forced = forced;
        }
        inside.cases += 1;
        Pass(self)
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        self.0.lock().cases -= 1;
        self.0.left.notify_all();
    }
}
