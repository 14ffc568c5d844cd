//! The stand-in as a server of the contract: a fresh one for each case, with
//! the people and projects of a real scene.

use std::sync::{Mutex, MutexGuard, PoisonError};

use stand_in::{
    Answer, Cloud, Grant, Organization, Person, Project, Request, Scope, Seed, SignedIn, Visibility,
};

use crate::kind::Kind;
use crate::server::{Right, Seeded, Server, USUAL};

const ORGANIZATION: &str = "acme-payments";
const ANALYSED: &str = "acme-payments_payments-service";
const FAILED: &str = "acme-payments_checkout-ui";
const PUBLIC: &str = "acme-payments_open-docs";
const FRESH: &str = "acme-payments_fresh";

/// Spoils an answer on its way.
pub type Spoil = fn(&Request, Answer) -> Answer;

/// A stand-in.
pub struct Standing {
    kind: Kind,
    context: String,
    cloud: Mutex<Cloud>,
    spoil: Spoil,
}

impl Standing {
    pub fn new(kind: Kind, context: &str) -> Self {
        Self::spoilt(kind, context, |_, answer| answer)
    }

    /// One whose answers are not what they should be.
    pub fn spoilt(kind: Kind, context: &str, spoil: Spoil) -> Self {
        let cloud = Cloud::with_seed(kind.profile(), seed()).under(context);
        Self {
            kind,
            context: context.into(),
            cloud: Mutex::new(cloud),
            spoil,
        }
    }

    fn cloud(&self) -> MutexGuard<'_, Cloud> {
        self.cloud.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server for Standing {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn context(&self) -> &str {
        &self.context
    }

    fn send(&self, request: &Request) -> Answer {
        let outcome = self.cloud().answer(request);
        (self.spoil)(request, outcome.answer.expect("no fault was asked for"))
    }

    fn password(&self, login: &str) -> String {
        format!("{login}-password")
    }

    fn session(&self, login: &str) -> SignedIn {
        self.cloud().sign_in(login).expect("somebody of the scene")
    }

    fn seeded(&self, which: Seeded) -> String {
        match which {
            Seeded::Analysed => ANALYSED,
            Seeded::Failed => FAILED,
            Seeded::Public => PUBLIC,
            Seeded::Fresh => FRESH,
        }
        .into()
    }

    fn make_project(&self, key: &str, visibility: Visibility, rights: &[Right]) {
        let mut cloud = self.cloud();
        cloud.add_project(Project::new(ORGANIZATION, key, key, visibility).never_analysed());
        for (login, browse, administer) in rights {
            let scope = Scope::Project(key.into());
            cloud.grant(Grant::new(login, scope, *browse, *administer));
        }
    }

    fn let_administer(&self, project: &str, login: &str, may: bool) {
        let scope = Scope::Project(project.into());
        self.cloud().grant(Grant::new(login, scope, false, may));
    }

    fn revoke(&self, _: &[(String, String)]) {}
}

fn seed() -> Seed {
    let private =
        |key: &str, name: &str| Project::new(ORGANIZATION, key, name, Visibility::Private);
    let projects = vec![
        private(ANALYSED, "Payments Service").with_measure("alert_status", "passed"),
        private(FAILED, "Checkout UI").with_measure("alert_status", "failed"),
        Project::new(ORGANIZATION, PUBLIC, "Open Docs", Visibility::Public),
        private(FRESH, "Fresh").never_analysed(),
    ];
    let grants = projects.iter().flat_map(|project| {
        USUAL.map(|(login, browse, administer)| {
            Grant::new(
                login,
                Scope::Project(project.key.clone()),
                browse,
                administer,
            )
        })
    });
    Seed {
        organizations: vec![
            Organization::new(ORGANIZATION, "Acme Payments"),
            Organization::new("initech", "Initech"),
        ],
        people: vec![
            Person::new("admin", "Administrator", &[]).system_administrator(),
            Person::new("ada", "Ada", &[ORGANIZATION, "initech"]).system_administrator(),
            Person::new("bo", "Bo", &[ORGANIZATION]),
            Person::new("cy", "Cy", &[ORGANIZATION]),
            Person::new("dee", "Dee", &[]),
        ],
        grants: grants.collect(),
        projects: projects.clone(),
    }
}
