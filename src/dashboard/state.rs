//! The dashboard: what it knows, and what becomes of events.

use std::collections::HashMap;

use super::ages::Ages;
use super::history::History;
use super::listing::Listing;
use super::question::Question;
use super::reaching::Reach;
use super::running::Running;
use super::{CopyRefusal, Effect, Event, Memory, Number, Table, Window};
use crate::badge::Choice;
use crate::page::ProjectKey;
use crate::popup::Text;
use crate::renewal::Moment;
use crate::rotation::{Owner, Policy};
use crate::token::BadgeToken;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Section {
    /// The list of projects, and the run.
    #[default]
    Projects,
    /// The record for auditors.
    Record,
    /// What can be set.
    Settings,
}

/// Where a dashboard stands.
#[derive(Debug)]
pub struct Dashboard {
    pub(super) owner: Owner,
    pub(super) section: Section,
    pub(super) memory: Memory,
    pub(super) policy: Policy,
    pub(super) ages: Ages,
    /// Whether the storage has answered, and whether it refused.
    pub(super) recalled: bool,
    pub(super) storage_refused: bool,
    /// Whether what cannot be read lies aside, so that nothing is written over it.
    pub(super) checked: bool,
    /// Whether a newer version has written what is stored.
    pub(super) newer: bool,
    pub(super) table: Table,
    pub(super) window: Window,
    pub(super) listing: Listing,
    /// Whether a company does not allow the instance.
    pub(super) forbidden: bool,
    /// Who is signed in.
    pub(super) login: Option<String>,
    /// Whether the host renews tokens, where it says.
    pub(super) host_renews: Option<bool>,
    /// Whether public projects need a token too, where a picture has told, and
    /// whether that was looked at.
    pub(super) public_needs_token: Option<bool>,
    pub(super) looked_at_public: bool,
    pub(super) question: Option<Question>,
    pub(super) running: Option<Running>,
    /// Tokens that were renewed here: in memory only.
    pub(super) tokens: HashMap<ProjectKey, BadgeToken>,
    pub(super) reach: Reach,
    pub(super) history: History,
    /// What is wrong with a number that was typed in.
    pub(super) problem: Option<(Number, Text)>,
    /// What is wrong with something a person has just done.
    pub(super) complaint: Option<Text>,
    pub(super) status: Option<Text>,
    pub(super) refused: Option<CopyRefusal>,
    pub(super) now: Moment,
}

impl Dashboard {
    /// A dashboard of an owner before anything is known, and what it asks first.
    pub fn open(owner: Owner, now: Moment) -> (Self, Vec<Effect>) {
        let (listing, listed) = Listing::begin(&owner, now);
        let mut effects = listed;
        effects.extend([
            Effect::Recall,
            Effect::ReadCurrentUser,
            Effect::ListServices,
        ]);
        let dashboard = Self {
            owner,
            section: Section::default(),
            memory: Memory::default(),
            policy: Policy::default(),
            ages: Ages::default(),
            recalled: false,
            storage_refused: false,
            checked: false,
            newer: false,
            table: Table::default(),
            window: Window::default(),
            listing,
            forbidden: false,
            login: None,
            host_renews: None,
            public_needs_token: None,
            looked_at_public: false,
            question: None,
            running: None,
            tokens: HashMap::new(),
            reach: Reach::default(),
            history: History::default(),
            problem: None,
            complaint: None,
            status: None,
            refused: None,
            now,
        };
        (dashboard, effects)
    }

    /// Takes in what happened, and says what is to be done. `chance` is a
    /// number from 0 to 1, another one each time.
    pub fn update(&mut self, event: Event, now: Moment, chance: f64) -> Vec<Effect> {
        self.now = now;
        let mut effects = match event {
            Event::NotAllowed => {
                self.forbidden = true;
                Vec::new()
            }
            Event::Recalled(memory) => self.recalled(memory),
            Event::User(user) => self.user_came(user).into_iter().collect(),
            Event::Services(services) => {
                self.host_renews = services.ok().map(|services| services.renews_token);
                Vec::new()
            }
            Event::PublicPicture(picture) => self.public_came(&picture).into_iter().collect(),
            Event::Listed(request, answer) => self.listed(&request, answer),
            Event::Administered(page, answer) => self.administered(page, answer),
            Event::RunLeft => self.run_left(),
            Event::Started(start) => self.run_started(start, chance),
            Event::Stepped(project, step) => self.stepped(project, step, chance),
            Event::Woke => self.drive(crate::rotation::RunEvent::Woke, chance),
            Event::ListWoke => self.list_woke(),
            Event::SetAside(count) => {
                self.history.aside = count;
                self.checked = true;
                self.keep_roster().into_iter().collect()
            }
            Event::Reached(reached) => self.reached(reached),
            Event::NotReached(trouble) => {
                self.complaint = Some(Text::new(trouble.message()));
                Vec::new()
            }
            Event::SiteAccess(granted) => {
                self.reach.site = granted;
                // A token is sent by this page itself, which takes that access.
                self.reach.token &= granted;
                Vec::new()
            }
            Event::TokenForgotten => {
                self.reach.remembered = false;
                self.reach.token = false;
                self.status = Some(Text::new("access_token_forgotten"));
                Vec::new()
            }
            Event::Tick => Vec::new(),
            Event::RecordRead(came) => {
                self.record_came(came);
                Vec::new()
            }
            Event::Imported(came) => self.imported(came),
            Event::NotifyAllowed(true) => self.set_notify(true),
            Event::NotifyAllowed(false) => {
                self.complaint = Some(Text::new("notify_refused"));
                Vec::new()
            }
            Event::NotKept => {
                self.status = None;
                self.storage_refused = true;
                Vec::new()
            }
            Event::Deleted => {
                self.status = Some(Text::new("deleted"));
                Vec::new()
            }
            Event::Saved(saved) => {
                self.status = saved.then(|| Text::new("file_saved"));
                self.complaint = (!saved).then(|| Text::new("file_not_saved"));
                Vec::new()
            }
            Event::Scrolled(window) => {
                self.window = window;
                Vec::new()
            }
            Event::Copied(what, taken) => {
                self.copied(&what, taken);
                Vec::new()
            }
            Event::Did(action) => self.act(action, chance),
        };
        if self.is_waiting() {
            effects.push(Effect::Countdown);
        }
        effects
    }

    /// Who is signed in, for the record.
    pub fn login(&self) -> Option<&str> {
        self.login.as_deref()
    }

    /// The badges that were chosen last, and how they are written down.
    pub fn choice(&self) -> &Choice {
        &self.memory.choice
    }

    /// Whose projects these are.
    pub fn owner(&self) -> &Owner {
        &self.owner
    }
}
