//! The browser's API behind one wrapper. It holds no rule of the domain.

mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod lock;
mod opening;
mod picture;
mod session;
mod sight;
mod store;
mod tabs;
mod words;

pub use clipboard::{copy, copy_later};
pub use clock::{now, pause};
pub use lock::Held;
pub use opening::Opening;
pub use session::Session;
pub use sight::Sight;
pub use tabs::{open_tab, reload_tab, visit};
pub use words::{day, say, translate};
