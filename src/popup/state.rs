//! The popup: its screens, one on top of the other, and what becomes of events.

use super::arrival::Arrival;
use super::connection::Connection;
use super::entry::Subject;
use super::listing::Listing;
use super::project::ProjectScreen;
use super::screen::Screen;
use super::{Effect, Event, Focus, Mark, ScreenId, Text};
use crate::page::{self, Instance, Page};
use crate::renewal::Moment;
use crate::rotation::Owner;
use crate::settings::Rules;
use crate::sonar::{Failure, SystemStatus};

/// Where a popup stands.
#[derive(Debug)]
pub struct Popup {
    pub(super) instance: Option<Instance>,
    /// The Server's version, `26.9.0.129388`.
    pub(super) version: Option<String>,
    pub(super) rules: Rules,
    pub(super) arrival: Arrival,
    pub(super) screens: Vec<Screen>,
    pub(super) now: Moment,
    /// The URL of the tab's page.
    pub(super) url: Option<String>,
    next_id: u32,
    /// What could not be copied, here or by a command; said until the next act.
    pub(super) refused: Option<Text>,
    /// The points in time that were reached.
    pub(super) marked: Vec<Mark>,
}

impl Popup {
    /// A popup before anything is known.
    pub fn new(now: Moment) -> Self {
        Self {
            instance: None,
            version: None,
            rules: Rules::default(),
            arrival: Arrival::Pending,
            screens: Vec::new(),
            now,
            url: None,
            next_id: 0,
            refused: None,
            marked: Vec::new(),
        }
    }

    /// Takes in what happened, and says what is to be done.
    pub fn update(&mut self, event: Event, now: Moment) -> Vec<Effect> {
        self.now = now;
        let mut effects = match event {
            Event::Ruled(rules) => {
                self.rules = rules;
                Vec::new()
            }
            Event::Opened(url) => self.open(url),
            Event::OpenedOnServer { url, context } => {
                self.arrival = Arrival::on_server(&url, &context, &self.rules);
                self.url = Some(url);
                self.arrival.ask()
            }
            Event::OpenedOnBusyPage(url) => {
                self.arrival = Arrival::Busy;
                self.url = Some(url);
                Vec::new()
            }
            Event::Reminded(text) => {
                self.refused = Some(text);
                Vec::new()
            }
            Event::SystemStatus(answer) => self.status_came(answer),
            Event::Did(action) => self.act(action),
            Event::Copied(what, taken) => {
                self.copied(&what, taken);
                Vec::new()
            }
            Event::Tick => Vec::new(),
            Event::Saw(kind) => match self.screens.last_mut() {
                Some(Screen::Project(project)) => project.saw(kind),
                _ => Vec::new(),
            },
            answer => self.learn(answer),
        };
        effects.extend(self.marks());
        if self.is_waiting() {
            effects.push(Effect::Countdown);
        }
        effects
    }

    fn open(&mut self, url: Option<String>) -> Vec<Effect> {
        self.url = url;
        let Some(Ok(page)) = self.url.as_deref().map(page::read) else {
            self.arrival = Arrival::Elsewhere;
            return Vec::new();
        };
        if !self.rules.allows(&page.instance) {
            self.arrival = Arrival::not_allowed(page.instance, &self.rules);
            return Vec::new();
        }
        self.arrival = Arrival::Known;
        let mut effects = vec![Effect::Connect(page.instance.clone())];
        effects.extend(self.show(page));
        effects
    }

    fn status_came(&mut self, answer: Result<SystemStatus, Failure>) -> Vec<Effect> {
        match self.arrival.status_came(answer, self.now) {
            Some((page, status)) => {
                self.version = Some(status.version);
                self.show(page)
            }
            None => Vec::new(),
        }
    }

    /// Puts the first screen on: of the page's project, or else a list.
    fn show(&mut self, page: Page) -> Vec<Effect> {
        let Page {
            instance,
            organization,
            project,
            branch,
            pull_request,
        } = page;
        self.instance = Some(instance.clone());
        match (project, organization) {
            (Some(project), organization) => {
                let id = self.id();
                let (screen, effects) =
                    ProjectScreen::open(id, instance, project, organization, branch);
                let (screen, effects) = screen.at_pull_request(pull_request, effects);
                self.screens.push(Screen::Project(Box::new(screen)));
                effects
            }
            (None, Some(organization)) => self.list(Subject::Projects(Some(organization))),
            (None, None) if instance.has_organizations() => self.list(Subject::Organizations),
            (None, None) => self.list(Subject::Projects(None)),
        }
    }

    /// Puts a list on top, with the focus in its filter.
    pub(super) fn list(&mut self, subject: Subject) -> Vec<Effect> {
        let (list, mut effects) = Listing::open(self.id(), subject);
        self.screens.push(Screen::List(list));
        effects.push(Effect::Focus(Focus::Filter));
        effects
    }

    pub(super) fn id(&mut self) -> ScreenId {
        self.next_id += 1;
        ScreenId(self.next_id)
    }

    /// Hands an answer to the screen it was meant for, if that is still there.
    fn learn(&mut self, event: Event) -> Vec<Effect> {
        let now = self.now;
        let Some(id) = event.screen() else {
            return Vec::new();
        };
        let Some(screen) = self.screens.iter_mut().find(|screen| screen.id() == id) else {
            return Vec::new();
        };
        match (screen, event) {
            (Screen::List(list), Event::Projects(_, answer)) => list.page_came(answer, now),
            (Screen::List(list), Event::ProjectsFound(_, answer)) => {
                list.search_came(answer, now);
                Vec::new()
            }
            (Screen::List(list), Event::Organizations(_, answer)) => list.page_came(answer, now),
            (Screen::List(list), Event::SignedIn(_, signed_in)) => {
                list.user_came(signed_in, now);
                Vec::new()
            }
            (Screen::Project(project), event) => project.learn(event, now),
            _ => Vec::new(),
        }
    }

    pub(super) fn connection(&mut self) {
        let Some(Owner {
            instance,
            organization,
        }) = self.owner()
        else {
            return;
        };
        let project = match self.screens.last() {
            Some(Screen::Project(screen)) => Some(screen.project.clone()),
            _ => None,
        };
        let id = self.id();
        self.screens.push(Screen::Connection(Connection {
            id,
            instance,
            organization,
            project,
            status: None,
        }));
    }
}
