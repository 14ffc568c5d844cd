//! The browser's API behind one wrapper. It holds no rule of the domain.

mod access;
mod bearer;
mod body;
mod chrome;
mod clipboard;
mod clock;
pub mod dom;
mod here;
mod host_tab;
mod lock;
mod opening;
mod permission;
mod picture;
mod session;
mod sight;
mod site;
mod store;
mod tabs;
pub mod vault;
mod words;

pub use access::{Access, Way};
pub use bearer::Bearer;
pub use clipboard::copy;
pub use clock::now;
pub use host_tab::HostTab;
pub use opening::Opening;
pub use permission::{has_site_access, on_site_access, request_site_access, revoke_site_access};
pub use session::Session;
pub use sight::Sight;
pub use site::Site;
pub use tabs::{open_tab, reload_tab, visit};
pub use words::{say, translate};
