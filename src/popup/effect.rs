//! What a popup asks the world for.

use super::{Copyable, ScreenId};
use crate::badge::Choice;
use crate::page::{Instance, ProjectKey};
use crate::renewal::{Moment, Order, Subject};
use crate::rotation::Owner;
use crate::sonar::{FindTarget, ListProjects};
use crate::token::{BadgeToken, SecretText};

/// Something to do, answered by an event where there is an answer.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Speak to this instance from now on.
    Connect(Instance),
    /// Ask what may be a Server whether it is one.
    ReadSystemStatus,
    /// Read the component, and explain a refusal.
    ReadComponent(ScreenId, ProjectKey),
    /// Read the component where only the public endpoint may know it.
    ShowComponent(ScreenId, ProjectKey),
    /// Read the badge token from its own endpoint.
    ReadToken(ScreenId, ProjectKey),
    /// Read the badge token wherever the host may have it.
    FindToken(ScreenId, ProjectKey),
    /// List the branches.
    ListBranches(ScreenId, ProjectKey),
    /// Find the branch that a pull request is to be merged into.
    FindTarget(ScreenId, FindTarget),
    /// Find out which badges the host lists, and whether renewal.
    ListServices(ScreenId),
    /// Recall what was chosen last on this instance.
    RecallChoice(ScreenId),
    /// Remember what is chosen on this instance.
    KeepChoice(Choice),
    /// List a page of projects.
    ListProjects(ScreenId, ListProjects),
    /// List a page of the person's organizations.
    ListOrganizations(ScreenId, usize),
    /// Find out whether anybody is signed in.
    ReadCurrentUser(ScreenId),
    /// Fetch a badge's picture; the number comes back with it.
    FetchPicture(ScreenId, u32, SecretText),
    /// Note a token in the ledger and tell its age.
    NoteToken(ScreenId, Subject, BadgeToken, Moment),
    /// Tell the age of a token that cannot be read.
    RecallAge(ScreenId, Subject),
    /// Recall the policy that counts for an owner, or for one that is not known.
    RecallPolicy(ScreenId, Option<Owner>),
    /// Look whether a renewal was left open, and find out what became of it.
    Settle(ScreenId, Subject),
    /// The same, since the person asked: answered in any case.
    CheckRenewal(ScreenId, Subject),
    /// Renew.
    Renew(ScreenId, Order),
    /// Put text on the clipboard.
    Copy(Copyable, SecretText),
    /// Move the keyboard's focus.
    Focus(Focus),
    /// Note on the browser's timeline that something is on the screen.
    Mark(Mark),
    /// Tick every second as long as the popup waits.
    Countdown,
    /// Show a page in the tab the popup was opened on.
    Visit(String),
    /// Show a page in a new tab.
    Open(String),
    /// Show the dashboard of an owner in a new tab, which asks through the tab
    /// the popup was opened on.
    OpenDashboard(Owner),
    /// Load the tab's page anew.
    ReloadTab,
}

/// Where the keyboard's focus can be moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// The primary Copy button, wherever the focus is.
    Snippet,
    /// The same, unless the person has moved the focus already.
    SnippetIfIdle,
    /// The filter of the list.
    Filter,
    /// The filter of the gallery.
    BadgeFilter,
    /// The button that opens the gallery.
    Gallery,
    /// The button that copies the scanner's properties.
    Properties,
    /// The button of a message.
    Notice,
}

/// A point in time that can be measured from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// The organization key is on the screen.
    Organization,
    /// The Markdown can be copied.
    Markdown,
    /// A list to choose from has all that comes of it.
    Listed,
}
