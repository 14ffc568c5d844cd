//! The tokens of a whole organization, rotated under a policy.

mod context;
mod gate;
mod item;
mod keeping;
mod order;
mod owner;
mod pace;
mod plan;
mod progress;
mod reason;
mod run;
mod run_state;
mod step;
mod trouble;
mod turn;

pub use context::RunContext;
pub use gate::Gate;
pub use item::ItemState;
pub use keeping::{RunTrouble, begin_run, close_run, forget_run, open_run};
pub use order::RunOrder;
pub use owner::Owner;
pub use pace::Pace;
pub use plan::{Candidate, Obstacle, Plan};
pub use progress::Progress;
pub use run::Run;
pub use run_state::{Pause, RunEffect, RunEvent, RunState};
pub use step::{Step, step};
