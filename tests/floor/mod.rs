//! Several desks on one floor: a run with steps under way side by side, against
//! the stand-in's state machine. Which of them goes on, and when the page is
//! closed, is told from outside.

#![allow(dead_code, unused_imports, clippy::unwrap_used, clippy::expect_used)]

mod page;
mod world;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use rebadge::page::{OrganizationKey, ProjectKey};
use rebadge::record::Entry;
use rebadge::renewal::{Clock, Store, StoreRefused, is_open};
use rebadge::rotation::{Gate, Owner, RunContext, RunOrder, begin_run, close_run, open_run};
use rebadge::sonar::Loss;
use stand_in::{Cloud, Grant, Organization, Person, Profile, Project, Scope, Seed, Visibility};

use crate::desk::{Desk, INSTANCE, finish, subject};
pub use page::{Word, page, work};

pub const RENEW: &str = "/api/project_badges/renew_token";
pub const TOKEN: &str = "/api/project_badges/token";
pub const LOGIN: &str = "ada";

/// What all that is under way stands on.
pub struct Floor {
    pub desk: Desk,
    locks: Rc<RefCell<BTreeSet<String>>>,
    /// Before when the server wants no request.
    shut: Cell<i64>,
    /// Whether that is looked at: two pages do not know of each other's refusals.
    pub minds: Cell<bool>,
    /// How nothing can be reached, if so.
    pub gone: Cell<Option<Loss>>,
    pub requests: Cell<usize>,
}

pub fn key(number: usize) -> ProjectKey {
    ProjectKey::parse(&format!("acme_service-{number}")).unwrap()
}

pub fn owner() -> Owner {
    Owner {
        instance: INSTANCE,
        organization: Some(OrganizationKey::parse("acme").unwrap()),
    }
}

impl Floor {
    /// A floor with so many private projects.
    pub fn new(projects: usize) -> Self {
        let seed = Seed {
            organizations: vec![Organization::new("acme", "Acme")],
            people: vec![Person::new(LOGIN, "Ada", &["acme"])],
            grants: vec![Grant::new(
                LOGIN,
                Scope::Organization("acme".into()),
                true,
                true,
            )],
            projects: (0..projects)
                .map(|number| {
                    let key = key(number);
                    Project::new("acme", key.as_str(), key.as_str(), Visibility::Private)
                })
                .collect(),
        };
        Self {
            desk: Desk::at(Cloud::with_seed(Profile::CloudFull, seed), LOGIN),
            locks: Rc::default(),
            shut: Cell::new(0),
            minds: Cell::new(true),
            gone: Cell::new(None),
            requests: Cell::new(0),
        }
    }

    pub fn sign_in(&mut self) {
        self.desk.person = self.desk.cloud.borrow_mut().sign_in(LOGIN);
    }

    /// Keeps the run that renews all of so many projects.
    pub fn begin(&self, projects: usize) -> RunOrder {
        let order = RunOrder::new(self.now(), (0..projects).map(key).collect());
        finish(begin_run(self, &owner(), &order)).unwrap();
        self.desk.pass(1);
        order
    }

    pub fn open(&self) -> Option<(RunOrder, Vec<Entry>)> {
        finish(open_run(self, &owner())).unwrap()
    }

    pub fn close(&self, order: &RunOrder) -> Result<(), StoreRefused> {
        let (owner, gate) = (owner(), Gate::default());
        finish(close_run(self, &context(&owner, &gate, order), order))
    }

    /// All entries of the record.
    pub fn record(&self) -> Vec<Entry> {
        let all = finish(self.all::<Entry>("record ")).unwrap();
        all.into_iter().map(|(_, entry)| entry.unwrap()).collect()
    }

    /// Sets the clock back; what the server wants moves with it.
    pub fn set_back(&self, milliseconds: i64) {
        self.desk.pass(-milliseconds);
        self.shut.set(0);
    }

    /// Whether a renewal is open in the journal.
    pub fn is_open(&self, number: usize) -> bool {
        let project = key(number);
        finish(is_open(&self.desk, &subject(project.as_str())))
    }

    pub fn renewals(&self, number: usize) -> u32 {
        self.desk.renewals(key(number).as_str())
    }
}

fn context<'a>(owner: &'a Owner, gate: &'a Gate, order: &RunOrder) -> RunContext<'a> {
    RunContext {
        owner,
        begun: order.begun,
        login: Some(LOGIN),
        gate,
    }
}
