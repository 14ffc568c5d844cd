//! What can happen to a popup.

use super::Text;
use crate::badge::{Choice, Format, Kind, LinkTarget, Picture, PictureProblem, TokenUse};
use crate::page::{BranchName, OrganizationKey, ProjectKey, Region};
use crate::renewal::{Age, Moment, Outcome, Settled};
use crate::rotation::Policy;
use crate::settings::Rules;
use crate::sonar::{
    BadgeServices, Branch, Component, Failure, ListPage, Organization, Project, SystemStatus,
};
use crate::token::BadgeToken;

/// Tells the screens of one popup apart, so that a late answer finds its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScreenId(pub u32);

/// Something that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// What a company allows, where it has set anything: told before all else.
    Ruled(Rules),
    /// The toolbar button was clicked on a tab with that URL; none where the
    /// browser does not tell it.
    Opened(Option<String>),
    /// The same, on a page that says it is a SonarQube Server's.
    OpenedOnServer {
        /// The tab's URL.
        url: String,
        /// The context path that the page tells of: empty, or as `/sonar`.
        context: String,
    },
    /// The same, on a page that is too busy to say whose it is.
    OpenedOnBusyPage(String),
    /// A command given by the keyboard has left a word for this popup.
    Reminded(Text),
    /// What the Server says of itself.
    SystemStatus(Result<SystemStatus, Failure>),
    /// A person did something.
    Did(Action),
    /// A second has passed.
    Tick,
    /// A badge of the gallery has come into view.
    Saw(Kind),
    /// What was to be copied was refused by the clipboard, or taken.
    Copied(Copyable, bool),
    /// The component, with its refusals explained.
    Component(ScreenId, Result<Component, Failure>),
    /// What the public endpoint knows of the component.
    Shown(ScreenId, Result<Component, Failure>),
    /// The badge token, and when it was read.
    Token(ScreenId, Result<BadgeToken, Failure>, Moment),
    /// The branches with badges.
    Branches(ScreenId, Result<Vec<Branch>, Failure>),
    /// The branch that the page's pull request is to be merged into.
    Target(ScreenId, Result<Option<BranchName>, Failure>),
    /// What the host lists of its badges.
    Services(ScreenId, Result<BadgeServices, Failure>),
    /// What was chosen last on this instance.
    Recalled(ScreenId, Choice),
    /// The picture of an earlier [`super::Effect::FetchPicture`] of that number.
    Picture(ScreenId, u32, Result<Picture, PictureProblem>),
    /// How old the token is that was read at that moment.
    Aged(ScreenId, Age, Moment),
    /// The policy that counts for the project's owner.
    Policy(ScreenId, Policy),
    /// A renewal that was open when the popup opened is being looked into.
    Settling(ScreenId),
    /// What became of it.
    Settled(ScreenId, Settled),
    /// A renewal has ended.
    Renewed(ScreenId, Outcome),
    /// A page of projects.
    Projects(ScreenId, Result<ListPage<Project>, Failure>),
    /// Whether anybody is signed in.
    SignedIn(ScreenId, bool),
    /// What a search for projects found.
    ProjectsFound(ScreenId, Result<ListPage<Project>, Failure>),
    /// A page of the person's organizations.
    Organizations(ScreenId, Result<ListPage<Organization>, Failure>),
}

impl Event {
    /// The toolbar button was clicked on a tab with that URL, whose page says it
    /// is a Server's with that context path, or is too busy to say anything.
    #[must_use]
    pub fn opened(url: String, context: Option<String>, is_busy: bool) -> Self {
        match context {
            Some(context) => Self::OpenedOnServer { url, context },
            None if is_busy => Self::OpenedOnBusyPage(url),
            None => Self::Opened(Some(url)),
        }
    }

    /// The screen that an answer was meant for.
    pub(super) fn screen(&self) -> Option<ScreenId> {
        match self {
            Self::Ruled(_)
            | Self::Opened(_)
            | Self::OpenedOnServer { .. }
            | Self::OpenedOnBusyPage(_)
            | Self::Reminded(_)
            | Self::SystemStatus(_)
            | Self::Did(_)
            | Self::Tick
            | Self::Saw(_)
            | Self::Copied(..) => None,
            Self::Component(id, _)
            | Self::Shown(id, _)
            | Self::Token(id, ..)
            | Self::Branches(id, _)
            | Self::Target(id, _)
            | Self::Services(id, _)
            | Self::Recalled(id, _)
            | Self::Picture(id, ..)
            | Self::Aged(id, ..)
            | Self::Policy(id, _)
            | Self::Settling(id)
            | Self::Settled(id, _)
            | Self::Renewed(id, _)
            | Self::Projects(id, _)
            | Self::ProjectsFound(id, _)
            | Self::SignedIn(id, _)
            | Self::Organizations(id, _) => Some(*id),
        }
    }
}

/// Something a person did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Pressed a Copy button.
    Copy(Copyable),
    /// Pressed Enter where it means the primary button.
    Primary,
    /// Chose one badge.
    ChooseKind(Kind),
    /// Asked for all badges to choose from, or came back from them.
    ToggleGallery,
    /// Narrowed the gallery down.
    FilterBadges(String),
    /// Ticked a badge of the gallery, or took the tick away.
    Tick(Kind),
    /// Moved a ticked badge, back or on.
    Shift {
        /// The badge.
        kind: Kind,
        /// Towards the beginning.
        back: bool,
    },
    /// Chose where the badges lead.
    ChooseLink(LinkTarget),
    /// Chose what stands for the token.
    ChooseTokenUse(TokenUse),
    /// Typed another alternative text; none if empty.
    ChooseAlternative(String),
    /// Asked for the usual badge in the usual style.
    ResetChoice,
    /// Chose a branch; none is the main one.
    ChooseBranch(Option<BranchName>),
    /// Chose a format.
    ChooseFormat(Format),
    /// Asked to see the token, or to hide it.
    ToggleToken,
    /// Opened or closed the folded card of the token.
    ToggleTokenCard,
    /// Pressed Renew token.
    Renew,
    /// Asked to look again whether a renewal happened.
    CheckRenewal,
    /// Asked to read the token again.
    ReadToken,
    /// Asked for the pictures again that did not come.
    FetchPictures,
    /// Asked to load the screen again.
    Reload,
    /// Typed into the filter.
    Filter(String),
    /// Chose a project.
    PickProject(ProjectKey),
    /// Chose an organization.
    PickOrganization(OrganizationKey),
    /// Asked for the dashboard of this organization, or of this Server.
    AllProjects,
    /// Asked for the person's organizations.
    Organizations,
    /// Asked for the connection details.
    Connection,
    /// Asked for the screen before.
    Back,
    /// Asked to sign in.
    SignIn,
    /// Asked to have the tab's page loaded anew.
    ReloadTab,
    /// Asked for the project's page in the tab.
    OpenProject,
    /// Asked for the page where the token is shown by the product itself.
    OpenInformation,
    /// Asked for SonarQube Cloud.
    OpenCloud(Region),
}

/// Something that a Copy button copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copyable {
    /// The organization key on the screen.
    OrganizationKey,
    /// One of several organization keys on the screen.
    ListedOrganizationKey(OrganizationKey),
    /// The project key.
    ProjectKey,
    /// The snippet in the chosen format.
    Snippet,
    /// The badge token.
    Token,
    /// The region's name.
    Region,
    /// The instance's base URL.
    BaseUrl,
    /// The scanner's properties.
    Properties,
}
