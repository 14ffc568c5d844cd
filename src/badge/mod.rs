//! Badges: what they show, the URL of a picture, the snippet in each format,
//! and what a picture that came back says.

#[expect(clippy::module_inception, reason = "the noun it holds")]
mod badge;
mod catalogue;
mod choice;
pub(crate) mod format;
mod kind;
mod link_target;
mod metric;
mod picture;
mod snippet;
mod token_use;

pub use badge::Badge;
pub use catalogue::Catalogue;
pub use choice::Choice;
pub use format::{Format, LinkedImage};
pub use kind::{Kind, Logo};
pub use link_target::LinkTarget;
pub use metric::Metric;
pub use picture::{Picture, PictureProblem};
pub use snippet::{Snippet, Style, Token};
pub use token_use::TokenUse;
