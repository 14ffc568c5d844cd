//! The browser's API behind one wrapper. It holds no rule of the domain.

mod access;
mod action;
mod alarm;
mod bearer;
mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod file;
mod first_page;
mod here;
mod host_tab;
mod lock;
mod managed;
mod notification;
mod opening;
mod page_clipboard;
mod permission;
mod picture;
mod recognize;
pub mod records;
mod session;
mod sight;
mod site;
mod store;
mod tabs;
mod told;
pub mod vault;
mod words;

pub use access::{Access, Way};
pub use action::{flash_action, mark_action};
pub use alarm::keep_alarm;
pub use bearer::Bearer;
pub use clipboard::{copy, copy_later};
pub use clock::{now, pause};
pub use file::{read_file, save_file};
pub use first_page::first_page;
pub use here::Computer;
pub use host_tab::HostTab;
pub use lock::{Held, is_locked};
pub use managed::{Company, managed};
pub use notification::notify;
pub use opening::Opening;
pub use page_clipboard::PageClipboard;
pub use permission::{
    drop_permission, has_site_access, on_site_access, request_permission, request_site_access,
    revoke_all_sites, revoke_site_access,
};
pub use recognize::{Recognized, recognize};
pub use records::delete_all;
pub use session::Session;
pub use sight::Sight;
pub use site::Site;
pub use tabs::{open_tab, reload_tab, visit};
pub use told::{keep_told, take_told};
pub use words::{day, minute, say};
