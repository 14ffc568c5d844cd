//! The browser's API behind one wrapper. It holds no rule of the domain.

mod action;
mod alarm;
mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod file;
mod lock;
mod managed;
mod notification;
mod opening;
mod permission;
mod picture;
pub mod records;
mod session;
mod sight;
mod store;
mod tabs;
mod words;

pub use action::mark_action;
pub use alarm::keep_alarm;
pub use clipboard::{copy, copy_later};
pub use clock::{now, pause};
pub use file::{read_file, save_file};
pub use lock::Held;
pub use managed::managed;
pub use notification::notify;
pub use opening::Opening;
pub use permission::request_permission;
pub use records::delete_all;
pub use session::Session;
pub use sight::Sight;
pub use tabs::{open_tab, reload_tab, visit};
pub use words::{day, minute, say, translate};
