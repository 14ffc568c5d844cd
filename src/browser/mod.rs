//! The browser's API behind one wrapper. It holds no rule of the domain.

mod action;
mod alarm;
mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod lock;
mod managed;
mod notification;
mod opening;
mod picture;
mod plural;
pub mod records;
mod session;
mod sight;
mod store;
mod tabs;
mod words;

pub use action::mark_action;
pub use alarm::keep_alarm;
pub use clipboard::copy;
pub use clock::now;
pub use managed::managed;
pub use notification::notify;
pub use opening::Opening;
pub use plural::say_count;
pub use session::Session;
pub use sight::Sight;
pub use tabs::{open_tab, reload_tab, visit};
pub use words::{say, translate};
