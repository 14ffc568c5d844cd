//! What is on the screen, as data: the browser only writes it down.

use super::{Action, GalleryView, PictureView, Text};
use crate::badge::{Format, Kind};
use crate::page::{BranchName, Instance, OrganizationKey};

/// All of the popup.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Whose page it is.
    pub instance: Option<Instance>,
    /// Its version, where it is a Server.
    pub version: Option<String>,
    /// Whether there is a screen to go back to.
    pub back: bool,
    /// The screen.
    pub screen: ScreenView,
    /// What has just been done.
    pub status: Option<Text>,
    /// What went wrong on a screen that is of use all the same.
    pub alert: Option<Notice>,
    /// Whether the footer offers the organization's projects.
    pub all_projects: bool,
    /// Whether the footer offers the connection details.
    pub connection: bool,
}

/// One screen.
#[derive(Debug, Clone, PartialEq)]
pub enum ScreenView {
    /// Nothing is known yet.
    Loading,
    /// A project's badge.
    Project(Box<ProjectView>),
    /// All badges of a project.
    Gallery(Box<GalleryView>),
    /// A list to choose from.
    List(Box<ListView>),
    /// The connection details.
    Connection(ConnectionView),
    /// Nothing but a message.
    Trouble(TroubleView),
}

/// A place for text that may still be coming.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slot {
    /// On its way.
    Loading,
    /// There.
    Known(String),
    /// Not to be had, in words.
    Missing(Text),
}

/// A project's badge and token.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectView {
    /// The organization key; nothing on a Server, which has no organizations.
    pub organization: Option<Slot>,
    /// The project's name.
    pub name: Slot,
    /// The project's key.
    pub key: String,
    /// Public or private, once known.
    pub visibility: Option<Text>,
    /// The chosen badges and their pictures, in their order.
    pub pictures: Vec<(Kind, PictureView)>,
    /// The badges to choose from.
    pub kinds: Vec<Kind>,
    /// The branches to choose from: value and name, where it is known.
    pub branches: Vec<(Option<BranchName>, Option<String>)>,
    /// The chosen branch.
    pub branch: Option<BranchName>,
    /// The chosen format.
    pub format: Format,
    /// Whether badge and format can be chosen: once it is known what was chosen
    /// last.
    pub choosable: bool,
    /// The snippet with its token masked, once it can be copied.
    pub snippet: Option<String>,
    /// The token's card.
    pub token: TokenView,
}

/// The token's card.
#[derive(Debug, Clone, PartialEq)]
pub struct TokenView {
    /// Whether the card is folded away, since no token is needed; nothing where
    /// it cannot be folded.
    pub folded: Option<bool>,
    /// The token, masked unless asked for.
    pub token: Slot,
    /// Whether the token is shown in full.
    pub shown: bool,
    /// The token's age.
    pub age: Option<Text>,
    /// What to think of that age.
    pub tone: Tone,
    /// Whether there is a token to say more about.
    pub explained: bool,
    /// What renewing does, or why it cannot be done.
    pub note: Text,
    /// Whether the token may be shown in full.
    pub may_show: bool,
    /// How it can be renewed.
    pub renewing: Renewing,
    /// Whether a renewal is under way.
    pub busy: bool,
}

/// How a token can be renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewing {
    /// By the button, which can be pressed or not now.
    Button(bool),
    /// The host has no renewal: on the product's own page.
    ByHand,
    /// Not here: a company has switched it off.
    SwitchedOff,
}

/// What to think of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// Nothing in particular.
    Plain,
    /// It matters little.
    Muted,
    /// It wants attention.
    Warn,
}

/// A list to choose from, of projects or of organizations.
#[derive(Debug, Clone, PartialEq)]
pub struct ListView {
    /// The organization whose projects these are; none in the list of
    /// organizations, and on a Server.
    pub organization: Option<String>,
    /// The list's heading.
    pub heading: Text,
    /// The words in the empty filter.
    pub placeholder: Text,
    /// What was typed into the filter.
    pub filter: String,
    /// Whether entries are still coming.
    pub loading: bool,
    /// The entries to show.
    pub rows: Vec<RowView>,
    /// What is to be said below the list.
    pub note: Option<Text>,
    /// Why there is no list, in its place.
    pub trouble: Option<TroubleView>,
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct RowView {
    /// What choosing it does.
    pub pick: Action,
    /// Its name.
    pub name: String,
    /// Its key.
    pub key: String,
    /// Public or private, where known.
    pub visibility: Option<Text>,
    /// The key to be copied from the row, if it is an organization's.
    pub copy: Option<OrganizationKey>,
}

/// What a connector asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionView {
    /// The organization key; none on a Server.
    pub organization: Option<String>,
    /// The region, as `EU`; none on a Server.
    pub region: Option<String>,
    /// The base URL.
    pub base_url: String,
    /// The scanner's properties, a line each.
    pub properties: String,
}

/// A message that takes the whole screen.
#[derive(Debug, Clone, PartialEq)]
pub struct TroubleView {
    /// What happened.
    pub what: Text,
    /// What to do next.
    pub next: Text,
    /// What it is about, as a project key.
    pub about: Option<String>,
    /// The buttons that help, the first one as the primary.
    pub links: Vec<Link>,
}

/// A message beside a screen that is of use all the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What happened, and what to do next: sentences, one after the other.
    pub texts: Vec<Text>,
    /// The button that helps.
    pub link: Option<Link>,
}

/// A button in a message.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// What it says.
    pub label: Text,
    /// What it does.
    pub action: Action,
    /// Whether it can be pressed yet.
    pub enabled: bool,
}

impl Link {
    /// A button that can be pressed.
    pub(super) fn to(label: &'static str, action: Action) -> Self {
        Self {
            label: Text::new(label),
            action,
            enabled: true,
        }
    }
}
