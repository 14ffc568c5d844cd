//! The dashboard without a browser: the projects of an organization, which of
//! their tokens are due, and the run that renews them. Events in, effects out,
//! and a view that says what is on the screen.

mod act;
mod ages;
mod alarm;
mod coming;
mod effect;
mod event;
mod filter;
mod handing;
mod history;
mod holding;
mod listing;
mod looks;
mod preferences;
mod question;
mod reaching;
mod row;
mod run_looks;
mod running;
mod selection;
mod sort;
mod state;
mod table;
mod view;
mod window;

pub use effect::{Effect, Focus};
pub use event::{Action, CopyRefusal, Copyable, Event, Memory, Move, Start};
pub use filter::{Chip, Filter};
pub use handing::{Item, Wish};
pub use history::{EntryView, HistoryView, RecordForm};
pub use preferences::{Number, PreferencesView};
pub use reaching::{ReachView, Reached};
pub use row::Row;
pub use selection::{Reach, Selection};
pub use sort::{Column, Sort};
pub use state::{Dashboard, Section};
pub use table::Table;
pub use view::{
    Alert, Button, Dialog, DialogView, RowView, RunView, SelectionView, TableView, View,
};
pub use window::{ROW_HEIGHT, Window};
