//! The tokens of a whole organization, rotated under a policy.

mod due;
mod fake;
mod fault;
mod managed;
mod owner;
mod pace;
mod place;
mod plan;
mod policy;
mod roster;
mod standing;
mod told;
pub use due::{Count, Records, count_due};
pub use fake::*;
pub use fault::{Fault, Part, Why};
pub use managed::{Locked, Managed, effective};
pub use owner::Owner;
pub use place::Place;
pub use plan::*;
pub use policy::Policy;
pub use roster::{Roster, RosterEntry};
pub use standing::{DAY, Known, Standing, standing};
pub use told::Told;
