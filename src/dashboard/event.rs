//! What can happen to a dashboard.

use super::{Chip, Column, Number, Reach, Reached, RecordForm, Section, Window};
use crate::access::{AccessToken, Passphrase, Trouble};
use crate::badge::{Choice, Format, LinkTarget, Picture, PictureProblem, TokenUse};
use crate::handover::Form;
use crate::page::ProjectKey;
use crate::record::{Book, Ending, Entry, ImportError, Imported, Unopened};
use crate::renewal::Record;
use crate::rotation::{Managed, Policy, Roster, RunOrder, Step};
use crate::settings::{Rules, Settings};
use crate::sonar::{BadgeServices, Failure, ListPage, ListProjects, Project};

/// What the browser's storage knows of an owner.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    /// What the ledger has of the instance's projects.
    pub ledger: Vec<(ProjectKey, Record)>,
    /// What was listed last.
    pub roster: Option<Roster>,
    /// The policy that the person has set.
    pub policy: Option<Policy>,
    /// What the browser's administrator has set.
    pub managed: Managed,
    /// What a company allows.
    pub rules: Rules,
    /// What holds for all owners.
    pub settings: Settings,
    /// Whether an access token is remembered, sealed.
    pub remembered_token: bool,
    /// The badge that was chosen last.
    pub choice: Choice,
    /// A run that is not over, and what the record has of it.
    pub run: Option<(RunOrder, Vec<Entry>)>,
    /// Whether another window is at it.
    pub run_is_elsewhere: bool,
    /// Whether a run is kept that cannot be read.
    pub unreadable_run: bool,
}

/// What came of asking for a run to be begun, or gone on with.
#[derive(Debug, Clone)]
pub enum Start {
    /// It is this window's now: as it is written down, where it was taken up.
    Ours(Option<(RunOrder, Vec<Entry>)>),
    /// Another window is at it.
    Busy,
    /// One that was begun before is not over, and nobody is at it.
    Open,
    /// There is none any more: another window has brought it to its end.
    Over,
    /// It could not be written down.
    Refused,
}

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// A company does not allow the instance: nothing is asked of it.
    NotAllowed,
    /// What the storage knows, or why it cannot be used.
    Recalled(Result<Box<Memory>, Unopened>),
    /// So many records could not be read and lie aside.
    SetAside(usize),
    /// What a public project's badge shows without a token.
    PublicPicture(Result<Picture, PictureProblem>),
    /// Who is signed in.
    User(Result<Option<String>, Failure>),
    /// What the host lists of its badges.
    Services(Result<BadgeServices, Failure>),
    /// A page of the list of projects.
    Listed(ListProjects, Result<ListPage<Project>, Failure>),
    /// A page of the projects that the person administers, by its number.
    Administered(usize, Result<ListPage<ProjectKey>, Failure>),
    /// A run has been begun, or taken up again, or not.
    Started(Start),
    /// The window that was at the run is gone, or has ended it.
    RunLeft,
    /// A project has had its turn.
    Stepped(ProjectKey, Step),
    /// The time that a run had to wait is over.
    Woke,
    /// The time that the list had to wait is over.
    ListWoke,
    /// The host can be reached, in this way.
    Reached(Reached),
    /// The host cannot be reached as a person wished; nothing has changed.
    NotReached(Trouble),
    /// Whether the browser grants access to the host's site for good.
    SiteAccess(bool),
    /// The remembered access token is forgotten.
    TokenForgotten,
    /// A second has passed.
    Tick,
    /// The record for auditors, and how many records were set aside; nothing
    /// where the storage refused.
    RecordRead(Option<(Book, usize)>),
    /// What came of an import.
    Imported(Result<Imported, ImportError>),
    /// Whether the browser lets the desktop be told.
    NotifyAllowed(bool),
    /// The storage refused to keep a setting.
    NotKept,
    /// The page begins anew, since everything was deleted.
    Deleted,
    /// A file was saved, or could not be.
    Saved(bool),
    /// The list was scrolled, or its size has changed.
    Scrolled(Window),
    /// What was to be copied was taken, or not, and why.
    Copied(Copyable, Result<(), CopyRefusal>),
    /// A person did something.
    Did(Action),
}

impl Event {
    /// Whether it is one of many that come without anybody doing anything.
    pub fn comes_by_itself(&self) -> bool {
        matches!(self, Self::Listed(..) | Self::Stepped(..))
    }
}

/// What can be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copyable {
    /// The organization key.
    OrganizationKey,
    /// The snippet of a project.
    Snippet(ProjectKey),
}

/// Why something could not be copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyRefusal {
    /// The browser's clipboard refused.
    Clipboard,
    /// The token that it needs could not be read.
    Token(Failure),
}

/// Where the keyboard goes in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// To the row before.
    Up,
    /// To the next row.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// Something a person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Shows another section.
    Show(Section),
    /// Narrows the list down to what has this text in name or key.
    Filter(String),
    /// Turns a switch of the filter over.
    Toggle(Chip),
    /// Sorts by a column.
    SortBy(Column),
    /// Chooses the row at a place.
    Choose(usize, Reach),
    /// Chooses the row where the keyboard stands.
    ChooseActive,
    /// Moves the keyboard, and selects on the way if so wished.
    Go(Move, bool),
    /// Goes from the filter to the list.
    EnterList,
    /// Selects all rows that are shown, or none of them.
    ToggleAll,
    /// Selects nothing.
    ClearSelection,
    /// Lists everything anew.
    Reload,
    /// Plans a rotation of all that is due.
    PlanDue,
    /// Plans a rotation of what is selected.
    PlanSelected,
    /// Closes the dialog, and does nothing.
    Cancel,
    /// Does what has been planned.
    Confirm,
    /// Lets the run rest.
    Pause,
    /// Goes on with the run.
    Resume,
    /// Ends the run before its end.
    Stop,
    /// Forgets a run that cannot be read.
    ForgetRun,
    /// Puts a run away that is over.
    Dismiss,
    /// Asks how the run is to be handed over.
    AskHandOver,
    /// Chooses a form for that.
    WishForm(Form),
    /// Wants the tokens in it, or not.
    WishTokens(bool),
    /// Looks for entries of the record with these words.
    SearchRecord(String),
    /// Looks for entries of the record that ended so, or for all.
    SearchEnding(Option<Ending>),
    /// Exports the record.
    ExportRecord(RecordForm),
    /// Imports a record from a file's text.
    Import(String),
    /// Sets a number that was typed in.
    SetNumber(Number, String),
    /// Has the desktop told of due tokens, or not.
    SetNotify(bool),
    /// Chooses a format.
    SetFormat(Format),
    /// Chooses where badges lead.
    SetLink(LinkTarget),
    /// Chooses what stands for the token.
    SetTokenUse(TokenUse),
    /// Asks whether everything is to be deleted.
    AskDelete,
    /// Copies something.
    Copy(Copyable),
    /// Copies the snippet of the project where the keyboard stands.
    CopyActive,
    /// Shows the host in a new tab, and goes on through it once the toolbar
    /// button was pressed there.
    OpenHost,
    /// Has access to the host's site granted for good.
    AllowSite,
    /// Gives that access back.
    RevokeSite,
    /// Asks with an access token from now on, and remembers it where there is a
    /// passphrase to encrypt it with.
    UseToken(AccessToken, Option<Passphrase>),
    /// Asks with the remembered access token from now on.
    Unlock(Passphrase),
    /// Forgets the access token.
    ForgetToken,
    /// A token or a passphrase was typed in that cannot be one.
    Mistyped(Trouble),
    /// Asks again for what of the list went wrong.
    ListAgain,
    /// Shows the page to sign in on.
    SignIn,
}
