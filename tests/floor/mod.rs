//! Several desks on one floor: a run with steps under way side by side, against
//! the stand-in's state machine. Which of them goes on, and when the page is
//! closed, is told from outside.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use rebadge::page::{OrganizationKey, ProjectKey};
use rebadge::record::Entry;
use rebadge::renewal::{Clock, Locks, Moment, Store, StoreRefused, is_open};
use rebadge::rotation::{
    Gate, Owner, Run, RunContext, RunEffect, RunEvent, RunOrder, RunState, Step, begin_run,
    close_run, open_run, step,
};
use rebadge::sonar::{Failure, Loss, Reply, Request, Transport};
use rebadge::token::Salt;
use serde::{Serialize, de::DeserializeOwned};
use stand_in::{Cloud, Grant, Organization, Person, Profile, Project, Scope, Seed, Visibility};

use crate::desk::{Desk, INSTANCE, Json, finish, subject};

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

type Work<'a> = Pin<Box<dyn Future<Output = Step> + 'a>>;

/// What is told about a page while it is open.
pub enum Word {
    /// One of what is under way goes on.
    GoOn(usize),
    /// A person does something.
    Say(RunEvent),
    /// The page is closed.
    Close,
}

/// Lets a page work at a run until there is nothing to do without a person, or
/// it is closed. `word` is asked before each piece of work, and told how many
/// steps are under way.
pub fn page(floor: &Floor, order: &RunOrder, run: &mut Run, mut word: impl FnMut(usize) -> Word) {
    let (owner, gate) = (owner(), Gate::default());
    let context = context(&owner, &gate, order);
    let mut tasks: Vec<(ProjectKey, Work<'_>)> = Vec::new();
    let mut poll = Context::from_waker(Waker::noop());
    let mut wakes: Vec<i64> = Vec::new();
    let mut effects = run.update(RunEvent::Resume, floor.now(), 0.5);
    loop {
        for effect in std::mem::take(&mut effects) {
            match effect {
                RunEffect::Step { project, last } => {
                    assert!(
                        tasks.iter().all(|(other, _)| *other != project),
                        "a project is under way once"
                    );
                    let work = project.clone();
                    let context = &context;
                    let work: Work<'_> =
                        Box::pin(async move { step(floor, context, &work, last).await });
                    tasks.push((project, work));
                }
                RunEffect::Wake { after } => wakes.push(floor.now().0 + i64::from(after)),
            }
        }
        assert!(tasks.len() <= 8, "never more at once");
        assert_eq!(run.progress().renewing, tasks.len());
        if tasks.is_empty() && !matches!(run.state(), RunState::Waiting { .. }) {
            return;
        }
        let event = match word(tasks.len()) {
            Word::Close => return,
            Word::Say(event) => event,
            Word::GoOn(_) if tasks.is_empty() => {
                let due = wakes.pop().expect("who waits is woken");
                floor.desk.now.set(floor.now().0.max(due));
                RunEvent::Woke
            }
            Word::GoOn(which) => {
                let which = which % tasks.len();
                let Poll::Ready(step) = tasks[which].1.as_mut().poll(&mut poll) else {
                    continue;
                };
                RunEvent::Stepped(tasks.swap_remove(which).0, step)
            }
        };
        effects = run.update(event, floor.now(), 0.5);
    }
}

/// Works at a run, all steps side by side in turns, until it needs a person.
pub fn work(floor: &Floor, order: &RunOrder, run: &mut Run) {
    let mut turn = 0;
    page(floor, order, run, |_| {
        turn += 1;
        Word::GoOn(turn)
    });
}

impl Transport for Floor {
    type Body = Json;

    async fn send(&self, request: &Request) -> Result<Reply<Json>, Failure> {
        if let Some(loss) = self.gone.get() {
            return Err(Failure::Lost { loss, sent: false });
        }
        assert!(
            !self.minds.get() || self.now().0 >= self.shut.get(),
            "the server wants no request yet: {}",
            request.path
        );
        self.requests.set(self.requests.get() + 1);
        let reply = self.desk.send(request).await?;
        if let (429 | 503, Some(seconds)) = (reply.status, reply.retry_after) {
            let until = self.now().0 + i64::from(seconds) * 1_000;
            self.shut.set(self.shut.get().max(until));
        }
        Ok(reply)
    }
}

impl Store for Floor {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        self.desk.get(name).await
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        self.desk.put(name, record).await
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        self.desk.all(beginning).await
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), StoreRefused> {
        self.desk.rename(from, to).await
    }

    async fn remove(&self, name: &str) {
        self.desk.remove(name).await;
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        self.desk.salt().await
    }
}

impl Clock for Floor {
    fn now(&self) -> Moment {
        self.desk.now()
    }

    async fn pause(&self, milliseconds: u32) {
        self.desk.pause(milliseconds).await;
    }
}

/// A lock that is let go when this is dropped.
pub struct Held(Rc<RefCell<BTreeSet<String>>>, String);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.borrow_mut().remove(&self.1);
    }
}

impl Locks for Floor {
    type Held = Held;

    async fn lock(&self, name: &str) -> Held {
        loop {
            if let Some(held) = self.try_lock(name).await {
                return held;
            }
        }
    }

    async fn try_lock(&self, name: &str) -> Option<Held> {
        self.desk.try_lock(name).await;
        let free = self.locks.borrow_mut().insert(name.to_owned());
        free.then(|| Held(Rc::clone(&self.locks), name.to_owned()))
    }
}
