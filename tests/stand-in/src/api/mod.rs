//! The actions of the web API, one noun a file.

pub(crate) mod administered;
pub(crate) mod authentication;
pub(crate) mod badge_tokens;
pub(crate) mod branches;
pub(crate) mod components;
pub(crate) mod lists;
pub(crate) mod navigation;
pub(crate) mod organizations;
pub(crate) mod system;
pub(crate) mod user_tokens;
pub(crate) mod users;
pub(crate) mod webservices;
