//! What a dashboard may be told: owners, projects, memories, ends of turns.

use rebadge::badge::{Picture, PictureProblem};
use rebadge::dashboard::{Event, Memory};
use rebadge::page::{Instance, OrganizationKey, ProjectKey};
use rebadge::record::{Ending, Entry, Unopened};
use rebadge::renewal::{DAY, Moment, Record, StoreRefused};
use rebadge::rotation::{Owner, Roster, Step};
use rebadge::sonar::{BadgeServices, Failure, Project, Visibility};
use rebadge::token::BadgeToken;

/// What a storage says that refuses.
pub const REFUSED: Unopened = Unopened::Refused(StoreRefused);

pub const START: Moment = Moment(1_764_000_000_000);

/// So many days before the start.
pub fn ago(days: i64) -> Moment {
    Moment(START.0 - days * DAY)
}

pub fn key(key: &str) -> ProjectKey {
    ProjectKey::parse(key).unwrap()
}

pub fn cloud() -> Owner {
    Owner {
        instance: Instance::CLOUD[0].clone(),
        organization: OrganizationKey::parse("acme").ok(),
    }
}

pub fn server() -> Owner {
    Owner {
        instance: Instance::of_base_url("https://sonar.example").unwrap(),
        organization: None,
    }
}

pub fn private(name: &str) -> Project {
    Project {
        key: key(&format!("acme_{name}")),
        name: format!("The {name}"),
        visibility: Some(Visibility::Private),
        analysed: None,
    }
}

pub fn public(name: &str) -> Project {
    Project {
        visibility: Some(Visibility::Public),
        ..private(name)
    }
}

pub fn services(renews_token: bool) -> Event {
    Event::Services(Ok(BadgeServices {
        metrics: Vec::new(),
        draws_quality_gate: true,
        draws_ai_code: true,
        reads_token: true,
        renews_token,
    }))
}

pub fn token(fill: char) -> BadgeToken {
    BadgeToken::try_from(fill.to_string().repeat(40)).unwrap()
}

/// What the ledger has of a project that was renewed so many days ago.
pub fn renewed(name: &str, days: i64) -> (ProjectKey, Record) {
    let record = Record {
        token: None,
        seen: ago(days),
        renewed: Some(ago(days)),
        changed: false,
        attempt: None,
    };
    (key(&format!("acme_{name}")), record)
}

/// What the ledger has of one whose token was first seen so many days ago.
pub fn seen(name: &str, days: i64) -> (ProjectKey, Record) {
    let (key, record) = renewed(name, days);
    let renewed = None;
    (key, Record { renewed, ..record })
}

/// A memory with this in its ledger.
pub fn ledger(ledger: impl IntoIterator<Item = (ProjectKey, Record)>) -> Memory {
    Memory {
        ledger: ledger.into_iter().collect(),
        ..Memory::default()
    }
}

/// A memory in which these were listed so many days ago.
pub fn roster<'a>(names: impl IntoIterator<Item = &'a str>, days: i64) -> Memory {
    let listed = names
        .into_iter()
        .map(|name| (key(&format!("acme_{name}")), true));
    Memory {
        roster: Some(Roster::merge(None, listed, true, ago(days))),
        ..Memory::default()
    }
}

/// A turn that ended so.
pub fn ended(ending: Ending) -> Step {
    Step {
        ending,
        failure: None,
        token: None,
        ended: true,
    }
}

/// A turn that came to nothing, and will come again.
pub fn fails(failure: Failure) -> Step {
    Step {
        ending: Ending::NotRenewed,
        failure: Some(failure),
        token: None,
        ended: false,
    }
}

/// An entry of the record.
pub fn entry(project: &str, ending: Ending, run: Option<Moment>) -> Entry {
    Entry {
        instance: "https://sonarcloud.io".to_owned(),
        organization: Some("acme".to_owned()),
        project: project.to_owned(),
        at: START,
        ending,
        reason: None,
        before: None,
        after: None,
        login: Some("ada".to_owned()),
        run,
    }
}

/// What a public project's badge shows without a token, where it needs one or not.
pub fn public_picture(needs_token: bool) -> Event {
    Event::PublicPicture(match needs_token {
        true => Err(PictureProblem::NotFound),
        false => Picture::read("<svg xmlns='http://www.w3.org/2000/svg'><text>ok</text></svg>"),
    })
}
