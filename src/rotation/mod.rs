//! The tokens of a whole organization, rotated under a policy.

mod owner;

pub use owner::Owner;
