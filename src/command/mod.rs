//! Keyboard commands: what the popup copies, copied without opening it.

mod errand;
mod name;
mod told;

pub use errand::Errand;
pub use name::Command;
pub use told::Told;
