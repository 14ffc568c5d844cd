//! Where a run is, what happens to it, and what it asks for.

use super::Step;
use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::sonar::Failure;

/// Why a run pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// A person asked for it, or the run was taken up again and not yet set going.
    Asked,
    /// Three in a row met the same: signed out, session refused, blocked, not
    /// offered, or errors of which nobody knows what the server did.
    Refused(Failure),
    /// The tab is gone, the page was left, the browser is offline; or three in a
    /// row had no answer.
    Unreachable(Failure),
    /// The browser's storage refused.
    Storage,
}

/// Where a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// It goes on.
    Running,
    /// It goes on by itself then.
    Waiting {
        /// When the server may be asked again.
        until: Moment,
    },
    /// It goes on when a person says so. What is under way comes home all the same.
    Paused(Pause),
    /// Nothing more is sent; what is under way comes home.
    Stopping,
    /// It was stopped before all was done.
    Stopped,
    /// Every project has had its turn.
    Finished,
}

/// What happens to a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunEvent {
    /// A person sets it going, or going again.
    Resume,
    /// A person wants it to pause.
    Pause,
    /// A person ends it.
    Stop,
    /// A step came home.
    Stepped(ProjectKey, Step),
    /// The time of a [`RunEffect::Wake`] is over. Late, early or twice is all right.
    Woke,
}

/// What a run asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunEffect {
    /// Take a project's step, and tell what came of it.
    Step {
        /// Which project.
        project: ProjectKey,
        /// Whether it is not tried again.
        last: bool,
    },
    /// Say [`RunEvent::Woke`] after so many milliseconds.
    Wake {
        /// Milliseconds.
        after: u32,
    },
}
