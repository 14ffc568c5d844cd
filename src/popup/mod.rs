//! The popup without a browser: events in, effects out, and a view that says
//! what is on the screen.

mod act;
mod advice;
mod answer;
mod arrival;
mod badge_view;
mod certain;
mod connection;
mod effect;
mod entry;
mod event;
mod listing;
mod looks;
mod project;
mod remote;
mod ruled;
mod screen;
mod state;
mod text;
mod view;
mod words;

pub use advice::Advice;
pub use answer::answer;
pub use badge_view::{BadgeRow, GalleryView, PictureView};
pub use effect::{Effect, Focus, Mark};
pub use event::{Action, Copyable, Event, ScreenId};
pub use project::visibility;
pub use state::Popup;
pub use text::{Argument, Text};
pub use view::{
    ConnectionView, Link, ListView, Notice, ProjectView, Renewing, RowView, ScreenView, Slot,
    TokenView, Tone, TroubleView, View,
};
pub use words::{about, copied, copy_label, format_name, instance_name, link_name, token_use_name};
