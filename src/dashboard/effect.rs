//! What a dashboard asks the browser to do.

use super::{Copyable, Item, Wish};
use crate::access::{AccessToken, Passphrase};
use crate::badge::Choice;
use crate::page::ProjectKey;
use crate::renewal::Moment;
use crate::rotation::{Policy, Roster, RunOrder};
use crate::settings::Settings;
use crate::sonar::ListProjects;
use crate::token::BadgeToken;

/// Something to be done.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Look up what the storage knows: [`super::Event::Recalled`].
    Recall,
    /// Ask who is signed in: [`super::Event::User`].
    ReadCurrentUser,
    /// Ask what the host offers: [`super::Event::Services`].
    ListServices,
    /// Ask for a page of the list: [`super::Event::Listed`].
    List(ListProjects),
    /// Ask for a page of what the person administers:
    /// [`super::Event::Administered`].
    ListAdministered(usize),
    /// Look whether the badge of this public project is shown without a token:
    /// [`super::Event::PublicPicture`].
    LookAtPublic(ProjectKey),
    /// Write down what was listed.
    KeepRoster(Roster),
    /// Write down that a run is begun, once nobody else is at it:
    /// [`super::Event::Started`].
    Begin(RunOrder),
    /// Take up a run that is written down, once nobody else is at it:
    /// [`super::Event::Started`].
    TakeUp,
    /// Wait until no window is at the run any more: [`super::Event::RunLeft`].
    AwaitLeft,
    /// Give a project its turn: [`super::Event::Stepped`].
    Step {
        /// When the run was begun.
        begun: Moment,
        /// The project.
        project: ProjectKey,
        /// Whether it is not tried again.
        last: bool,
    },
    /// Look for records that cannot be read, and set them aside:
    /// [`super::Event::SetAside`].
    CheckStore,
    /// Wait so many milliseconds: [`super::Event::ListWoke`].
    WakeList(u32),
    /// Show this page of the host in a new tab, and wait until the toolbar button
    /// was pressed on one of its tabs: [`super::Event::Reached`].
    Rejoin(String),
    /// Ask for access to the host's site: [`super::Event::Reached`] or
    /// [`super::Event::NotReached`].
    AllowSite,
    /// Give access to the host's site back: [`super::Event::SiteAccess`].
    RevokeSite,
    /// Try an access token, remember it where there is a passphrase:
    /// [`super::Event::Reached`] or [`super::Event::NotReached`].
    UseToken(AccessToken, Option<Passphrase>),
    /// Try the remembered access token: as above.
    Unlock(Passphrase),
    /// Forget the access token: [`super::Event::TokenForgotten`].
    ForgetToken,
    /// Wait so many milliseconds: [`super::Event::Woke`].
    Wake(u32),
    /// Let go of the run, which is over: what was written down of it goes.
    LetGo(RunOrder),
    /// Forget a run that cannot be read, then look everything up anew.
    ForgetRun,
    /// Hand over what a run has made: [`super::Event::Saved`].
    HandOver(Wish, Vec<Item>),
    /// Read the record: [`super::Event::RecordRead`].
    ReadRecord,
    /// Take in a record from a file's text: [`super::Event::Imported`].
    Import(String),
    /// Save a file: [`super::Event::Saved`].
    Save {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// What is in it: no secret.
        text: String,
    },
    /// Write the owner's policy down.
    KeepPolicy(Policy),
    /// Write the settings down.
    KeepSettings(Settings),
    /// Write the choice of badges down.
    KeepChoice(Choice),
    /// Ask the browser whether the desktop may be told:
    /// [`super::Event::NotifyAllowed`].
    AskNotify,
    /// Delete everything that Rebadge has stored, give back what it was
    /// allowed, and begin anew.
    DeleteAll,
    /// Tick once a second as long as there is something to count down:
    /// [`super::Event::Tick`].
    Countdown,
    /// Copy a text.
    Copy(Copyable, String),
    /// Copy the snippet of a project: [`super::Event::Copied`].
    CopySnippet {
        /// The project.
        project: ProjectKey,
        /// Whether its badge needs a token.
        needs_token: bool,
        /// The token, where it is in hand; else it is read now.
        token: Option<BadgeToken>,
    },
    /// Scroll the list to so many CSS pixels.
    Scroll(usize),
    /// Put the keyboard's focus there.
    Focus(Focus),
    /// Show a page in the tab that is asked through, or in a new one.
    Visit(String),
}

/// Where the keyboard's focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    /// To the filter.
    Filter,
    /// To the list.
    List,
}
