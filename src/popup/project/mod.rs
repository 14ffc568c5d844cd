//! A project's screen: what is known of it, and what becomes of it.

mod answers;
mod notice;
mod renewal;
mod view;

use self::notice::Complaint;
pub(super) use self::view::visibility;
use super::remote::Remote;
use super::screen::Trouble;
use super::{Effect, Focus, ScreenId, Text};
use crate::badge::{Badge, Format, Metric, Picture, PictureProblem, Snippet};
use crate::page::{BranchName, Instance, OrganizationKey, ProjectKey};
use crate::renewal::{Age, Moment, Subject};
use crate::sonar::{Branch, Component, Visibility};
use crate::token::{BadgeToken, SecretText};

/// For how many milliseconds after a renewal a click is no new one: nobody has
/// read the outcome by then.
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
    pub picture: Option<Result<Picture, PictureProblem>>,
    pub age: Option<Age>,
    pub metric: Metric,
    pub branch: Option<BranchName>,
    pub format: Format,
    pub token_shown: bool,
    pub unfolded: bool,
    /// Whether a renewal is under way or being looked into.
    pub busy: bool,
    /// Whether the host offers renewal, as far as it is known.
    pub renewal_offered: Option<bool>,
    pub trouble: Option<Trouble>,
    pub status: Option<Text>,
    /// What went wrong with a renewal.
    complaint: Option<Complaint>,
    /// Why there is no token.
    token_trouble: Option<Trouble>,
    /// The branch that the page was about.
    wanted: Option<BranchName>,
    /// When the token in hand was read.
    token_read: Moment,
    /// The picture that was asked for last.
    asked: Option<(u32, SecretText)>,
    /// Whether the host shows no badge of a public project without the token,
    /// as a Server that forces authentication (measured on 26.9).
    pub wants_token: bool,
    /// Whether that has been tried.
    tried: bool,
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
        ];
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
            picture: None,
            age: None,
            metric: Metric::QUALITY_GATE,
            branch: wanted.clone(),
            format: Format::Markdown,
            token_shown: false,
            unfolded: false,
            busy: false,
            renewal_offered: None,
            trouble: None,
            status: None,
            complaint: None,
            token_trouble: None,
            wanted,
            token_read: Moment(0),
            asked: None,
            wants_token: false,
            tried: false,
            reading_again: false,
            offered: false,
            ended: None,
        };
        let settle = Effect::Settle(id, screen.subject());
        (screen, effects.into_iter().chain([settle]).collect())
    }

    /// The same project asked anew, with the choices kept.
    pub fn again(&self, id: ScreenId) -> (Self, Vec<Effect>) {
        let organization = self.organization.ready().cloned().flatten();
        let (mut screen, effects) = Self::open(
            id,
            self.instance.clone(),
            self.project.clone(),
            organization,
            self.branch.clone(),
        );
        screen.metric = self.metric;
        screen.format = self.format;
        (screen, effects)
    }

    pub fn is_public(&self) -> bool {
        self.component
            .ready()
            .is_some_and(|component| component.visibility == Some(Visibility::Public))
    }

    /// The snippet, once everything that belongs into it is known.
    pub fn snippet(&self) -> Option<Snippet> {
        if self.wanted.is_some() && self.branches.is_loading() {
            return None;
        }
        let token = match (&self.component, &self.token) {
            (Remote::Loading, _) => return None,
            (Remote::Ready(_), _) if self.is_public() && !self.wants_token => None,
            (_, Remote::Ready(token)) => Some(token),
            (Remote::Ready(_), Remote::Failed(_)) => None,
            (Remote::Ready(_), Remote::Loading) | (Remote::Failed(_), _) => return None,
        };
        let badge = Badge {
            instance: self.instance.clone(),
            project: self.project.clone(),
            branch: self.branch.clone(),
            metric: self.metric,
        };
        Some(Snippet::new(&badge, self.format, token))
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

    /// Whether a renewal has only just ended.
    fn rests(&self, now: Moment) -> bool {
        self.ended.is_some_and(|then| now.since(then) < REST)
    }

    /// What follows from a change: a new picture to fetch, and the primary
    /// button offered once there is something to copy.
    pub fn advance(&mut self) -> Vec<Effect> {
        let Some(snippet) = self.snippet() else {
            return Vec::new();
        };
        let mut effects = Vec::new();
        if self
            .asked
            .as_ref()
            .is_none_or(|(_, url)| *url != snippet.image)
        {
            let number = self.asked.as_ref().map_or(1, |(number, _)| number + 1);
            self.picture = None;
            self.asked = Some((number, snippet.image.clone()));
            effects.push(Effect::FetchPicture(self.id, number, snippet.image));
        }
        if !std::mem::replace(&mut self.offered, true) {
            effects.push(Effect::Focus(Focus::SnippetIfIdle));
        }
        effects
    }
}
