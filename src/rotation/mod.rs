//! The tokens of a whole organization, rotated under a policy.

mod due;
mod fault;
mod managed;
mod owner;
mod policy;
mod roster;
mod standing;
mod told;

pub use due::{Count, Records, count_due};
pub use fault::{Fault, Part, Why};
pub use managed::{Locked, Managed, effective};
pub use owner::Owner;
pub use policy::Policy;
pub use roster::{Roster, RosterEntry};
pub use standing::{DAY, Known, Standing, standing};
pub use told::Told;
