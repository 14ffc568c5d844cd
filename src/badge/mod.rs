//! Badges: the catalogue of metrics, the URL of a picture, the snippet in each
//! format, and what a picture that came back says.

mod format;
mod link;
mod markdown;
mod metric;
mod picture;
mod snippet;

pub use format::Format;
pub use link::Badge;
pub use metric::Metric;
pub use picture::{Picture, PictureProblem};
pub use snippet::Snippet;
