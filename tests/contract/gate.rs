//! Who may be at a real server: cases of one mode at a time, since whether
//! signing in is forced is a setting of the whole server.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Debug)]
struct Inside {
    /// The mode; nothing before the first case, whatever an earlier run left.
    forced: Option<bool>,
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
    pub fn new() -> Self {
        Self {
            inside: Mutex::new(Inside {
                forced: None,
                cases: 0,
            }),
            left: Condvar::new(),
        }
    }

    /// Waits until the server is in this mode, or nobody is there who minds that
    /// it is switched.
    pub fn enter(&self, forced: bool, switch: impl Fn(bool)) -> Pass<'_> {
        let mut inside = self.lock();
        while inside.forced != Some(forced) && inside.cases > 0 {
            inside = self
                .left
                .wait(inside)
                .unwrap_or_else(PoisonError::into_inner);
        }
        if inside.forced != Some(forced) {
            switch(forced);
            inside.forced = Some(forced);
        }
        inside.cases += 1;
        Pass(self)
    }

    /// Whether anybody was inside yet.
    pub fn was_entered(&self) -> bool {
        self.lock().forced.is_some()
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
