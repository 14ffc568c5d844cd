//! What is on the screen, as data.

use super::{Action, HistoryView, PreferencesView, ReachView, Section, Sort, Wish};
use crate::page::Instance;
use crate::popup::{Text, Tone};
use crate::renewal::Moment;

/// The whole page.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// The instance.
    pub instance: Instance,
    /// The organization key; none on a Server.
    pub organization: Option<String>,
    /// The part of the page that is shown.
    pub section: Section,
    /// What there is: projects, private ones, tokens that are due.
    pub summary: Vec<(Text, Tone)>,
    /// How far the list has come, while it comes.
    pub listing: Option<Text>,
    /// The button that rotates all that is due.
    pub rotate_due: Button,
    /// The list.
    pub table: TableView,
    /// What is selected.
    pub selection: Option<SelectionView>,
    /// The run.
    pub run: Option<RunView>,
    /// What the person is asked.
    pub dialog: Option<Dialog>,
    /// Whether there is a run to hand over.
    pub may_hand_over: bool,
    /// The record, while it is shown.
    pub history: Option<HistoryView>,
    /// What is set, while it is shown.
    pub preferences: Option<PreferencesView>,
    /// How the host is reached, while that is shown.
    pub reach: Option<ReachView>,
    /// What went wrong.
    pub alert: Option<Alert>,
    /// What has just been done.
    pub status: Option<Text>,
}

/// A button that can be pressed, or not now.
#[derive(Debug, Clone, PartialEq)]
pub struct Button {
    /// What it says.
    pub label: Text,
    /// What it does.
    pub action: Action,
    /// Whether it can be pressed.
    pub enabled: bool,
}

/// The rows that are drawn, and what stands above them.
#[derive(Debug, Clone, PartialEq)]
pub struct TableView {
    /// The rows in view.
    pub rows: Vec<RowView>,
    /// How many there are in all.
    pub count: usize,
    /// The order.
    pub sort: Sort,
    /// Whether all that are shown are selected.
    pub all_selected: bool,
    /// The place of the keyboard.
    pub active: usize,
    /// Whether more rows are on their way.
    pub loading: bool,
    /// The switches that are on: private, due, not mine.
    pub chips: [bool; 3],
    /// What stands where no row is.
    pub empty: Option<Text>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowView {
    /// Its place among those shown.
    pub place: usize,
    /// The project's name.
    pub name: String,
    /// The project's key.
    pub key: String,
    /// Who may see it.
    pub visibility: Option<Text>,
    /// The day of its last analysis, as the host writes it.
    pub analysed: String,
    /// How old its token is.
    pub age: (Text, Tone),
    /// When it was last renewed here.
    pub renewed: Option<Moment>,
    /// How it stands.
    pub state: Option<(Text, Tone)>,
    /// Whether it is selected.
    pub selected: bool,
    /// What its Copy button says.
    pub copy: Text,
}

/// What is selected, and what can be done with it.
#[derive(Debug, Clone, PartialEq)]
pub struct SelectionView {
    /// How many.
    pub count: Text,
    /// The button that rotates them.
    pub rotate: Button,
}

/// A run.
#[derive(Debug, Clone, PartialEq)]
pub struct RunView {
    /// What it is doing.
    pub title: Text,
    /// How many projects had their turn, and of how many.
    pub ended: usize,
    /// How many there are.
    pub total: usize,
    /// The same in words, with what it waits for.
    pub note: Vec<Text>,
    /// What can be done with it.
    pub buttons: Vec<Button>,
}

/// What a person is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Whether tokens are to be renewed.
    Plan(DialogView),
    /// How a run is to be handed over.
    HandOver(Wish),
    /// Whether everything is to be deleted.
    Delete,
}

/// What a person is asked before tokens are renewed.
#[derive(Debug, Clone, PartialEq)]
pub struct DialogView {
    /// What is going to happen.
    pub title: Text,
    /// What else there is to know.
    pub notes: Vec<Text>,
    /// The projects that are left out, and why: so many of each.
    pub obstacles: Vec<Text>,
    /// The button that does it.
    pub confirm: Button,
}

/// What went wrong, what to do next, and the button that does it.
#[derive(Debug, Clone, PartialEq)]
pub struct Alert {
    /// Sentences.
    pub texts: Vec<Text>,
    /// The buttons, the most helpful first.
    pub buttons: Vec<Button>,
}
