//! What a person has set for all of Rebadge, and how what was kept is read.

mod kept;
mod preferences;

pub use kept::Kept;
pub use preferences::Settings;
