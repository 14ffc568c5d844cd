//! The browser's API behind one wrapper. It holds no rule of the domain.

mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod file;
mod lock;
mod opening;
mod permission;
mod picture;
mod session;
mod sight;
mod store;
mod tabs;
mod words;

pub use clipboard::{copy, copy_later};
pub use clock::{now, pause};
pub use file::{read_file, save_file};
pub use lock::Held;
pub use opening::Opening;
pub use permission::request_permission;
pub use session::Session;
pub use sight::Sight;
pub use store::delete_all;
pub use tabs::{open_tab, reload_tab, visit};
pub use words::{day, minute, say, translate};
