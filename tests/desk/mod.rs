//! A desk to work at without a browser: requests go to the stand-in's state
//! machine, records into memory, and time passes when it is told to. Work can
//! be broken off at any point, as a closed popup breaks it off.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use rebadge::page::{Instance, ProjectKey, Region};
use rebadge::renewal::{
    Clock, Locks, Moment, Order, Outcome, Settled, Store, StoreRefused, Subject, is_open,
};
use rebadge::sonar::{
    Body, Content, Failure, Loss, Method, Reply, Request, Transport, read_badge_token,
};
use rebadge::token::{BadgeToken, Salt};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use stand_in::{Cloud, FaultKind, Profile, SignedIn};

pub const INSTANCE: Instance = Instance::Cloud(Region::Eu);
pub const PAYMENTS: &str = "acme-payments_payments-service";

/// A parsed body.
#[derive(Debug)]
pub struct Json(pub Value);

impl Body for Json {
    fn decode<T: DeserializeOwned>(self) -> Option<T> {
        serde_json::from_value(self.0).ok()
    }
}

/// The content of a body's text.
pub fn content(body: &str) -> Content<Json> {
    match serde_json::from_str(body) {
        _ if body.is_empty() => Content::Empty,
        Ok(json) => Content::Json(Json(json)),
        Err(_) if body.trim_start().starts_with('<') => Content::Html,
        Err(_) => Content::Garbled,
    }
}

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
        finish(rebadge::renewal::renew(self, order))
    }

    /// What a popup that opens does about a renewal that was left open.
    pub fn settle(&self, project: &str) -> Option<Settled> {
        let subject = subject(project);
        finish(is_open(self, &subject)).then(|| finish(rebadge::renewal::settle(self, &subject)))
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

/// A point at which work can be broken off.
async fn breathe() {
    let mut breathed = false;
    std::future::poll_fn(|_| {
        if std::mem::replace(&mut breathed, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

/// Does work to its end.
pub fn finish<T>(work: impl Future<Output = T>) -> T {
    match abandon(work, usize::MAX) {
        Some(answer) => answer,
        None => unreachable!("nobody breaks it off"),
    }
}

/// Does work up to that many points, then drops it, unless it has ended.
pub fn abandon<T>(work: impl Future<Output = T>, points: usize) -> Option<T> {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..points {
        if let Poll::Ready(answer) = work.as_mut().poll(&mut context) {
            return Some(answer);
        }
    }
    None
}

fn lost(loss: Loss) -> Failure {
    Failure::Lost { loss, sent: true }
}

impl Transport for Desk {
    type Body = Json;

    async fn send(&self, request: &Request) -> Result<Reply<Json>, Failure> {
        breathe().await;
        let mut asked = match request.method {
            Method::Get => stand_in::Request::get(&request.path),
            Method::Post => stand_in::Request::new("POST", &request.path)
                .with_form(request.form.as_deref().unwrap_or_default().as_bytes()),
        };
        if let Some(person) = &self.person {
            asked = asked.signed_in_as(person);
        }
        let outcome = self.cloud.borrow_mut().answer(&asked);
        // The answer is under way: a popup closed now does not undo the request.
        breathe().await;
        let limit = match request.method {
            Method::Get => 10_000,
            Method::Post => 8_000,
        };
        if outcome.hangs() || outcome.delay_ms > limit {
            self.pass(i64::try_from(limit).unwrap());
            return Err(lost(Loss::Timeout));
        }
        self.pass(i64::try_from(outcome.delay_ms).unwrap() + 10);
        let answer = outcome.answer.ok_or(lost(Loss::Connection))?;
        Ok(Reply {
            status: answer.status,
            retry_after: answer.header("retry-after").and_then(|s| s.parse().ok()),
            content: content(&answer.body),
        })
    }
}

impl Store for Desk {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        breathe().await;
        let record = self.records.borrow().get(name).cloned();
        Ok(record.and_then(|record| serde_json::from_value(record).ok()))
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        breathe().await;
        if self.full.get() {
            return Err(StoreRefused);
        }
        let record = serde_json::to_value(record).unwrap();
        self.records.borrow_mut().insert(name.to_owned(), record);
        breathe().await;
        Ok(())
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        breathe().await;
        let records = self.records.borrow().clone();
        let wanted = records
            .into_iter()
            .filter(|(name, _)| name.starts_with(beginning));
        Ok(wanted
            .map(|(name, record)| (name, serde_json::from_value(record).ok()))
            .collect())
    }

    async fn remove(&self, name: &str) {
        breathe().await;
        self.records.borrow_mut().remove(name);
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), StoreRefused> {
        breathe().await;
        let value = self.records.borrow().get(from).cloned();
        if let Some(value) = value.filter(|_| from != to) {
            self.put(to, &value).await?;
            self.remove(from).await;
        }
        Ok(())
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        Ok(Salt::new(*b"sixteen bytes ok"))
    }
}

impl Locks for Desk {
    /// One desk, one person: nobody else is at it.
    type Held = ();

    async fn lock(&self, _name: &str) {
        breathe().await;
    }

    async fn try_lock(&self, _name: &str) -> Option<()> {
        breathe().await;
        Some(())
    }
}

impl Clock for Desk {
    fn now(&self) -> Moment {
        Moment(self.now.get())
    }

    async fn pause(&self, milliseconds: u32) {
        breathe().await;
        self.pass(i64::from(milliseconds));
    }
}

/// The token of an outcome, if it has one.
pub fn token_of(outcome: &Outcome) -> Option<&BadgeToken> {
    match outcome {
        Outcome::Renewed(token) | Outcome::RenewedElsewhere(token) => Some(token),
        _ => None,
    }
}
