//! What all screens have in common.

use super::connection::Connection;
use super::listing::Listing;
use super::project::ProjectScreen;
use super::{Action, Notice, ScreenId, Text, TroubleView};
use crate::page::{Instance, OrganizationKey};
use crate::renewal::Moment;
use crate::rotation::Owner;
use crate::sonar::Failure;

/// Whose projects something is about: an organization's, or the whole Server's,
/// which has none, whatever it tells; nothing where that is not known.
pub(super) fn owner_of(
    instance: &Instance,
    organization: Option<&OrganizationKey>,
) -> Option<Owner> {
    let organization = organization.filter(|_| instance.has_organizations());
    Owner::of(instance.clone(), organization.cloned())
}

/// A screen of the popup.
#[derive(Debug)]
pub(super) enum Screen {
    Project(Box<ProjectScreen>),
    List(Listing),
    Connection(Connection),
}

impl Screen {
    pub fn id(&self) -> ScreenId {
        match self {
            Self::Project(screen) => screen.id,
            Self::List(screen) => screen.id,
            Self::Connection(screen) => screen.id,
        }
    }

    /// The organization that the screen is about, where it is known.
    pub fn organization(&self) -> Option<&OrganizationKey> {
        match self {
            Self::Project(screen) => screen.organization.ready()?.as_ref(),
            Self::List(screen) => screen.subject.organization(),
            Self::Connection(screen) => screen.organization.as_ref(),
        }
    }

    /// What has just been done on the screen.
    pub fn status(&self) -> Option<&Text> {
        match self {
            Self::Project(screen) => screen.status.as_ref(),
            Self::List(screen) => screen.status.as_ref(),
            Self::Connection(screen) => screen.status.as_ref(),
        }
    }

    /// The seconds that are left to wait for the host.
    pub fn wait(&self, now: Moment) -> u32 {
        match self {
            Self::Project(screen) => screen.wait(now),
            Self::List(screen) => screen.wait(now),
            Self::Connection(_) => 0,
        }
    }

    /// Whether something is under way whose status must not be cleared.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Project(screen) if screen.busy)
    }

    pub fn set_status(&mut self, status: Option<Text>) {
        match self {
            Self::Project(screen) => screen.status = status,
            Self::List(screen) => screen.status = status,
            Self::Connection(screen) => screen.status = status,
        }
    }
}

/// A failure, and until when the host wants to be left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trouble {
    pub failure: Failure,
    until: Moment,
}

/// Seconds to wait for a host that says 429 without saying for how long: the
/// first step of what Sonar's own migration tool waits.
const PAUSE: u32 = 5;

impl Trouble {
    pub fn new(failure: Failure, now: Moment) -> Self {
        let seconds = match failure {
            Failure::RateLimited { retry_after } => retry_after.unwrap_or(PAUSE),
            _ => 0,
        };
        Self {
            failure,
            until: Moment(now.0 + i64::from(seconds) * 1_000),
        }
    }

    /// The whole seconds that are left to wait.
    pub fn wait(&self, now: Moment) -> u32 {
        u32::try_from((self.until.since(now) + 999) / 1_000).unwrap_or(u32::MAX)
    }

    pub fn advice(&self, retry: Action, now: Moment) -> super::Advice {
        super::Advice::on(self.failure, retry, self.wait(now))
    }

    /// The longest wait of several troubles.
    pub fn longest_wait<const N: usize>(troubles: [Option<Self>; N], now: Moment) -> u32 {
        let waits = troubles.iter().flatten().map(|trouble| trouble.wait(now));
        waits.max().unwrap_or(0)
    }

    /// The trouble beside a screen, after what it led to.
    pub fn notice(&self, lead: Text, retry: Action, now: Moment) -> Notice {
        let advice = self.advice(retry, now);
        Notice {
            texts: vec![lead, advice.what, advice.next],
            link: advice.link,
        }
    }

    /// The trouble as a screen of its own.
    pub fn view(&self, now: Moment) -> TroubleView {
        let advice = self.advice(Action::Reload, now);
        TroubleView {
            what: advice.what,
            next: advice.next,
            about: None,
            links: advice.link.into_iter().collect(),
        }
    }
}
