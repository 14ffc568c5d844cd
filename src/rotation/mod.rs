//! The tokens of a whole organization, rotated under a policy.

mod begun;
mod context;
mod due;
mod fault;
mod gate;
mod item;
mod keeping;
mod lineup;
mod managed;
mod order;
mod owner;
mod pace;
mod place;
mod plan;
mod policy;
mod progress;
mod roster;

mod run;
mod run_state;
mod standing;
mod step;
mod streak;
mod told;
mod trouble;
mod turn;

pub use context::RunContext;
pub use due::{Count, Records, count_due};
pub use fault::{Fault, Part, Why};
pub use gate::Gate;
pub use item::ItemState;
pub use keeping::{RunTrouble, begin_run, close_run, forget_run, open_run};
pub use managed::{Locked, Managed, effective};
pub use order::RunOrder;
pub use owner::Owner;
pub use pace::Pace;
pub use place::Place;
pub use plan::{Candidate, Obstacle, Plan};
pub use policy::Policy;
pub use progress::Progress;
pub use roster::{Roster, RosterEntry};
pub use run::Run;
pub use run_state::{Pause, RunEffect, RunEvent, RunState};
pub use standing::{Known, Standing, standing};
pub use step::{Step, step};
pub use told::Told;
