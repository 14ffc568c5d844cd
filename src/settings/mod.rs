//! What a person has set for all of Rebadge, what a company allows, and how what
//! was kept is read.

mod kept;
mod preferences;
mod rules;

pub use kept::Kept;
pub use preferences::Settings;
pub use rules::{BadRule, Feature, Rules};
