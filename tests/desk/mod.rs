//! A desk to work at without a browser: requests go to the stand-in's state
//! machine, records into memory, and time passes when it is told to. Work can
//! be broken off at any point, as a closed popup breaks it off.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

mod requests;
mod work;
mod world;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use rebadge::page::{Instance, ProjectKey, Region};
use rebadge::renewal::{Clock, Order, Outcome, Settled, Subject, is_open};
use rebadge::sonar::read_badge_token;
use rebadge::token::BadgeToken;
use serde_json::Value;
use stand_in::{Cloud, FaultKind, Profile, SignedIn};

#[allow(unused_imports, reason = "not all of it is wanted everywhere")]
pub use requests::{Json, content};
#[allow(unused_imports, reason = "not all of it is wanted everywhere")]
pub use work::{abandon, finish};

pub const INSTANCE: Instance = Instance::Cloud(Region::Eu);
pub const PAYMENTS: &str = "acme-payments_payments-service";

/// Somebody at work.
pub struct Desk {
    pub cloud: RefCell<Cloud>,
    pub person: Option<SignedIn>,
    pub records: RefCell<BTreeMap<String, Value>>,
    pub now: Cell<i64>,
    /// Whether the store refuses to write.
    pub full: Cell<bool>,
}

impl Desk {
    pub fn new(profile: Profile, login: &str) -> Self {
        Self::at(Cloud::new(profile), login)
    }

    /// At a host of one's own.
    pub fn at(mut cloud: Cloud, login: &str) -> Self {
        let person = cloud.sign_in(login);
        Self {
            cloud: RefCell::new(cloud),
            person,
            records: RefCell::default(),
            now: Cell::new(1_764_000_000_000),
            full: Cell::new(false),
        }
    }

    /// What the token really is.
    pub fn real_token(&self, project: &str) -> Option<String> {
        self.cloud.borrow().project(project)?.token.clone()
    }

    /// How often the token was really renewed.
    pub fn renewals(&self, project: &str) -> u32 {
        self.cloud.borrow().project(project).unwrap().renewals
    }

    /// How many renewals were asked for.
    pub fn posts(&self) -> usize {
        let cloud = self.cloud.borrow();
        let posts = cloud.log().iter().filter(|entry| entry.method == "POST");
        posts.count()
    }

    /// What a popup knows when its Renew button is pressed.
    pub fn order(&self, project: &str) -> Order {
        let key = ProjectKey::parse(project).unwrap();
        let since = self.now();
        let seen = finish(read_badge_token(self, &key)).ok();
        self.now.set(since.0 + 1_000);
        Order {
            subject: subject(project),
            seen,
            since,
        }
    }

    pub fn renew(&self, order: &Order) -> Outcome {
        finish(rebadge::renewal::renew(self, order, async |_| {}))
    }

    /// What a popup that opens does about a renewal that was left open.
    pub fn settle(&self, project: &str) -> Option<Settled> {
        let subject = subject(project);
        finish(is_open(self, &subject))
            .then(|| finish(rebadge::renewal::settle(self, &subject, async |_, _| {})))
    }

    pub fn pass(&self, milliseconds: i64) {
        self.now.set(self.now.get() + milliseconds);
    }
}

/// An answer of that status, with nothing in it.
pub fn status(status: u16) -> FaultKind {
    FaultKind::Status {
        status,
        body: None,
        retry_after: None,
        cloudflare: false,
    }
}

/// The project of that key.
pub fn subject(project: &str) -> Subject {
    Subject {
        instance: INSTANCE,
        project: ProjectKey::parse(project).unwrap(),
    }
}

/// The token of an outcome, if it has one.
pub fn token_of(outcome: &Outcome) -> Option<&BadgeToken> {
    match outcome {
        Outcome::Renewed(token) | Outcome::RenewedElsewhere(token) => Some(token),
        _ => None,
    }
}
