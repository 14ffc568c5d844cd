//! Whose page the popup was opened on, as far as it is known. Cloud is known by
//! its hosts. A SonarQube Server may stand anywhere: its page says what it is,
//! and then it is asked whether that is true.

use super::screen::Trouble;
use super::{Action, Effect, Link, Text, TroubleView};
use crate::page::{self, Instance, Page, Region};
use crate::renewal::Moment;
use crate::settings::Rules;
use crate::sonar::{Failure, SystemState, SystemStatus};

/// Where an arrival stands.
#[derive(Debug)]
pub(super) enum Arrival {
    /// The browser has not told the tab yet.
    Pending,
    /// On no page of SonarQube.
    Elsewhere,
    /// On a page of an instance that a company does not allow; and the regions
    /// of Cloud that it does.
    NotAllowed(Instance, Vec<Region>),
    /// On a page that is too busy to be looked at.
    Busy,
    /// On what may be a Server's page: it is being asked.
    Asking(Page),
    /// The same, and the Server did not answer as one should.
    Refused(Page, Trouble),
    /// The same, and the Server is not up.
    NotUp(Page, SystemState),
    /// There.
    Known,
}

impl Arrival {
    /// An arrival on a page that says it is a Server's.
    pub fn on_server(url: &str, context: &str, rules: &Rules) -> Self {
        match page::read_on_server(url, context) {
            Ok(page) if !rules.allows(&page.instance) => Self::not_allowed(page.instance, rules),
            Ok(page) => Self::Asking(page),
            Err(_) => Self::Elsewhere,
        }
    }

    /// An arrival where a company does not want it.
    pub fn not_allowed(instance: Instance, rules: &Rules) -> Self {
        let cloud = Instance::CLOUD.iter().filter(|cloud| rules.allows(cloud));
        Self::NotAllowed(instance, cloud.filter_map(Instance::region).collect())
    }

    /// What has to be asked.
    pub fn ask(&self) -> Vec<Effect> {
        match self {
            Self::Asking(page) => vec![
                Effect::Connect(page.instance.clone()),
                Effect::ReadSystemStatus,
            ],
            _ => Vec::new(),
        }
    }

    /// Takes in what the Server says of itself; answers the page once it can
    /// be gone on with.
    pub fn status_came(
        &mut self,
        answer: Result<SystemStatus, Failure>,
        now: Moment,
    ) -> Option<(Page, SystemStatus)> {
        let Self::Asking(page) = std::mem::replace(self, Self::Known) else {
            return None;
        };
        *self = match answer {
            Ok(status) if status.status == SystemState::Up => return Some((page, status)),
            Ok(status) => Self::NotUp(page, status.status),
            // Whatever that page says, no Server answers there.
            Err(Failure::NotFound | Failure::NotOffered) => Self::Elsewhere,
            Err(failure) => Self::Refused(page, Trouble::new(failure, now)),
        };
        None
    }

    /// Asks once more, where that can help.
    pub fn again(&mut self) -> Vec<Effect> {
        match std::mem::replace(self, Self::Elsewhere) {
            Self::Refused(page, _) | Self::NotUp(page, _) => *self = Self::Asking(page),
            other => *self = other,
        }
        self.ask()
    }

    /// The message that takes the screen, if there is something to say.
    pub fn trouble(&self, now: Moment) -> Option<TroubleView> {
        match self {
            Self::Elsewhere => Some(not_sonar()),
            Self::NotAllowed(instance, regions) => Some(TroubleView {
                what: Text::new("instance_not_allowed"),
                next: Text::new("instance_not_allowed_next"),
                about: Some(instance.base_url().to_owned()),
                links: regions.iter().copied().map(open_cloud).collect(),
            }),
            Self::Busy => Some(TroubleView {
                what: Text::new("page_busy"),
                next: Text::new("page_busy_next"),
                about: None,
                links: vec![Link::to("reload_page", Action::ReloadTab)],
            }),
            Self::Refused(_, trouble) => Some(refused(*trouble, now)),
            Self::NotUp(_, state) => Some(TroubleView {
                what: Text::new("server_not_up").with(state.word()),
                next: Text::new("server_not_up_next"),
                about: None,
                links: vec![Link::to("try_again", Action::Reload)],
            }),
            Self::Pending | Self::Asking(_) | Self::Known => None,
        }
    }

    /// The seconds that are left to wait for the host.
    pub fn wait(&self, now: Moment) -> u32 {
        match self {
            Self::Refused(_, trouble) => trouble.wait(now),
            _ => 0,
        }
    }
}

/// A trouble before anything is known that a button could lead to: what is left
/// is to ask again.
fn refused(trouble: Trouble, now: Moment) -> TroubleView {
    let mut view = trouble.view(now);
    let leads_on = |link: &Link| matches!(link.action, Action::Reload | Action::ReloadTab);
    if !view.links.iter().any(leads_on) {
        view.links = vec![Link::to("try_again", Action::Reload)];
    }
    view
}

fn not_sonar() -> TroubleView {
    TroubleView {
        what: Text::new("not_sonar"),
        next: Text::new("not_sonar_next"),
        about: None,
        links: [Region::Eu, Region::Us].map(open_cloud).into(),
    }
}

fn open_cloud(region: Region) -> Link {
    let label = match region {
        Region::Eu => "open_cloud_eu",
        Region::Us => "open_cloud_us",
    };
    Link::to(label, Action::OpenCloud(region))
}
