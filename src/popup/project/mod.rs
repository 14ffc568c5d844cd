//! A project's screen: what is known of it, and what becomes of it.

mod age;
mod answers;
mod branch;
mod choices;
mod gallery;
mod need;
mod notice;
mod pictures;
mod renewal;
mod view;

use self::age::TokenAge;
use self::gallery::Gallery;
use self::notice::Complaint;
use self::pictures::Pictures;
pub use self::view::visibility;
use super::remote::Remote;
use super::screen::{Trouble, owner_of};
use super::{Effect, Focus, ScreenId, Text};
use crate::badge::{Catalogue, Choice};
use crate::page::{BranchName, Instance, OrganizationKey, ProjectKey, PullRequestKey};
use crate::renewal::{Moment, Subject};
use crate::sonar::{Branch, Component, FindTarget, Visibility};
use crate::token::BadgeToken;

/// For how many milliseconds after a renewal a press of a key is no new one: nobody
/// has read the outcome by then.
const REST: i64 = 400;

/// Where a project's screen stands.
#[derive(Debug)]
pub(super) struct ProjectScreen {
    pub id: ScreenId,
    pub instance: Instance,
    pub project: ProjectKey,
    pub organization: Remote<Option<OrganizationKey>>,
    pub component: Remote<Component>,
    pub token: Remote<BadgeToken>,
    pub branches: Remote<Vec<Branch>>,
    pictures: Pictures,
    /// Whether a public project's badges need the token, once a picture has shown it.
    proven: Option<bool>,
    age: TokenAge,
    catalogue: Catalogue,
    pub choice: Choice,
    /// Whether it is known what was chosen last.
    recalled: bool,
    gallery: Option<Gallery>,
    pub branch: Option<BranchName>,
    pub token_shown: bool,
    pub unfolded: bool,
    /// Whether a renewal is under way or being looked into.
    pub busy: bool,
    /// Whether the host offers renewal, as far as it is known.
    pub renewal_offered: Option<bool>,
    /// Whether the host's list has to tell, since it has no endpoint for the token.
    doubts_renewal: bool,
    pub trouble: Option<Trouble>,
    pub status: Option<Text>,
    /// What went wrong with a renewal.
    complaint: Option<Complaint>,
    /// Why there is no token.
    token_trouble: Option<Trouble>,
    /// The branch that the page was about.
    wanted: Option<BranchName>,
    /// The page's pull request, as long as nobody has chosen a branch, and whether
    /// its target is still being looked for.
    pull_request: Option<PullRequestKey>,
    seeks_target: bool,
    /// When the token in hand was read.
    token_read: Moment,
    /// Whether the person asked for the token to be read again.
    reading_again: bool,
    /// Whether the primary button has been offered.
    offered: bool,
    /// When a renewal last ended here.
    ended: Option<Moment>,
}

impl ProjectScreen {
    /// A screen, and what has to be asked for it.
    pub fn open(
        id: ScreenId,
        instance: Instance,
        project: ProjectKey,
        organization: Option<OrganizationKey>,
        wanted: Option<BranchName>,
    ) -> (Self, Vec<Effect>) {
        let effects = vec![
            Effect::ReadComponent(id, project.clone()),
            Effect::ReadToken(id, project.clone()),
            Effect::ListBranches(id, project.clone()),
            Effect::RecallChoice(id),
        ];
        let catalogue = Catalogue::known(&instance);
        let screen = Self {
            id,
            organization: match organization {
                None if instance.has_organizations() => Remote::Loading,
                known => Remote::Ready(known),
            },
            instance,
            project,
            component: Remote::Loading,
            token: Remote::Loading,
            branches: Remote::Loading,
            pictures: Pictures::default(),
            proven: None,
            age: TokenAge::default(),
            catalogue,
            choice: Choice::default(),
            recalled: false,
            gallery: None,
            branch: wanted.clone(),
            token_shown: false,
            unfolded: false,
            busy: false,
            renewal_offered: None,
            doubts_renewal: false,
            trouble: None,
            status: None,
            complaint: None,
            token_trouble: None,
            wanted,
            pull_request: None,
            seeks_target: false,
            token_read: Moment(0),
            reading_again: false,
            offered: false,
            ended: None,
        };
        let settle = Effect::Settle(id, screen.subject());
        (screen, effects.into_iter().chain([settle]).collect())
    }

    /// The same on the page of a pull request, which has no badges of its own:
    /// its target has.
    pub fn at_pull_request(
        mut self,
        pull_request: Option<PullRequestKey>,
        mut effects: Vec<Effect>,
    ) -> (Self, Vec<Effect>) {
        self.pull_request.clone_from(&pull_request);
        if let Some(pull_request) = pull_request {
            self.seeks_target = true;
            let project = self.project.clone();
            let operation = FindTarget {
                project,
                pull_request,
            };
            effects.push(Effect::FindTarget(self.id, operation));
        }
        (self, effects)
    }

    /// The same project asked anew, with the choices kept.
    pub fn again(&self, id: ScreenId) -> (Self, Vec<Effect>) {
        let organization = self.organization.ready().cloned().flatten();
        let (screen, effects) = Self::open(
            id,
            self.instance.clone(),
            self.project.clone(),
            organization,
            self.branch.clone(),
        );
        let (mut screen, effects) = screen.at_pull_request(self.pull_request.clone(), effects);
        screen.choice = self.choice.clone();
        screen.catalogue = self.catalogue.clone();
        (screen, effects)
    }

    pub fn is_public(&self) -> bool {
        self.component
            .ready()
            .is_some_and(|component| component.visibility == Some(Visibility::Public))
    }

    /// Whether the person may administer the project, as far as it is known.
    pub fn may_administer(&self) -> bool {
        self.component
            .ready()
            .is_none_or(|component| component.may_administer != Some(false))
    }

    /// Whether Renew can be pressed: not while the host wants a pause.
    pub fn may_renew(&self, now: Moment) -> bool {
        let offered = self.renewal_offered != Some(false);
        self.may_administer()
            && offered
            && !self.busy
            && !self.component.is_loading()
            && self.wait(now) == 0
    }

    /// Which project it is about.
    pub fn subject(&self) -> Subject {
        Subject {
            instance: self.instance.clone(),
            project: self.project.clone(),
        }
    }

    /// Asks for the policy once the token's age depends on it: the owner's, or the
    /// usual one where the organization cannot be told.
    fn want_policy(&mut self, now: Moment) -> Option<Effect> {
        let waits = self.organization.is_loading() || self.is_shown_to_all();
        if waits || !self.age.may_be_due(now) {
            return None;
        }
        let organization = self.organization.ready().and_then(Option::as_ref);
        let owner = owner_of(&self.instance, organization);
        let wants = self.age.wants_policy(owner.as_ref());
        wants.then_some(Effect::RecallPolicy(self.id, owner))
    }

    /// Says what has just been done, but while a renewal is under way: of that is
    /// said so.
    fn say(&mut self, text: Text) {
        if !self.busy {
            self.status = Some(text);
        }
    }

    /// Whether a renewal has only just ended.
    pub fn rests(&self, now: Moment) -> bool {
        self.ended
            .is_some_and(|then| then <= now && now.since(then) < REST)
    }

    /// What follows from a change: a new picture to fetch, and the primary
    /// button offered once there is something to copy.
    pub fn advance(&mut self) -> Vec<Effect> {
        let mut effects = self.want_pictures();
        if self.snippet().is_some() && !std::mem::replace(&mut self.offered, true) {
            effects.push(Effect::Focus(Focus::SnippetIfIdle));
        }
        effects
    }
}
