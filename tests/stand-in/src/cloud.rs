//! The machine itself: what it holds, and the way of a request through it.

use std::collections::BTreeMap;

use crate::access_tokens::AccessToken;
use crate::answer::{Answer, Outcome};
use crate::calls;
use crate::context;
use crate::dates::EPOCH;
use crate::faults::{Fault, Faults};
use crate::journal::{self, LogEntry};
use crate::mint::Mint;
use crate::organizations::Organization;
use crate::pages;
use crate::people::{self, Access, Grant, Person, Scope};
use crate::profile::Profile;
use crate::projects::{Project, Visibility};
use crate::request::Request;
use crate::seed::{self, Seed};
use crate::sessions::SignedIn;
use crate::spoil;

/// A whole SonarQube, in memory.
#[derive(Clone, Debug)]
pub struct Cloud {
    pub(crate) profile: Profile,
    /// The context path, such as `/sonar`, or nothing.
    pub(crate) context: String,
    pub(crate) organizations: Vec<Organization>,
    pub(crate) people: Vec<Person>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) projects: BTreeMap<String, Project>,
    pub(crate) sessions: Vec<SignedIn>,
    pub(crate) access_tokens: Vec<AccessToken>,
    pub(crate) faults: Faults,
    pub(crate) log: Vec<LogEntry>,
    pub(crate) mint: Mint,
    pub(crate) now: u64,
}

impl Cloud {
    /// A SonarQube of this kind with [`Seed::scenario`] in it.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self::with_seed(profile, Seed::scenario())
    }

    /// A SonarQube of this kind with anything in it.
    #[must_use]
    pub fn with_seed(profile: Profile, seed: Seed) -> Self {
        let projects = seed.projects.into_iter();
        Self {
            profile,
            context: String::new(),
            organizations: seed.organizations,
            people: seed.people,
            grants: seed.grants,
            projects: projects.map(|one| (one.key.clone(), one)).collect(),
            sessions: Vec::new(),
            access_tokens: Vec::new(),
            faults: Faults::default(),
            log: Vec::new(),
            mint: Mint::new(),
            now: EPOCH,
        }
    }

    /// Which SonarQube this plays.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Says what time it is, in seconds since 1970. Until then it stays
    /// 2026-11-22T01:00:00Z.
    pub fn set_now(&mut self, seconds: u64) {
        self.now = seconds;
    }

    /// Answers a request: the faults that fit decide how much of it happens.
    /// Faults and log know addresses without the context path.
    pub fn answer(&mut self, request: &Request) -> Outcome {
        let inside;
        let request = match context::within(&self.context, request) {
            Ok(Some(within)) => {
                inside = within;
                &inside
            }
            Ok(None) => request,
            Err(answer) => return Outcome::now(answer),
        };
        if pages::is_icon(self.profile, request) {
            return Outcome::now(self.act(request));
        }
        let who = journal::identity(self, request);
        let strike = self.faults.strike(request);
        let outcome = spoil::carry_out(self, request, &strike);
        let number = self.log.len() + 1;
        let status = outcome.answer.as_ref().map(|answer| answer.status);
        self.log.push(LogEntry::new(number, request, who, status));
        outcome
    }

    /// What happens to a request that no fault touches.
    pub(crate) fn act(&mut self, request: &Request) -> Answer {
        if request.path.starts_with("/api/") {
            calls::dispatch(self, request)
        } else {
            pages::page(self, request)
        }
    }

    /// Adds a fault to those that wait.
    pub fn add_fault(&mut self, fault: Fault) {
        self.faults.add(fault);
    }

    /// Forgets all faults.
    pub fn clear_faults(&mut self) {
        self.faults = Faults::default();
    }

    /// What has been asked so far; no badge token in it is whole.
    #[must_use]
    pub fn log(&self) -> &[LogEntry] {
        &self.log
    }

    /// A project by its key.
    #[must_use]
    pub fn project(&self, key: &str) -> Option<&Project> {
        self.projects.get(key)
    }

    /// Adds a project, or puts it in the place of the one with its key.
    pub fn add_project(&mut self, project: Project) {
        self.projects.insert(project.key.clone(), project);
    }

    /// Adds an organization with this many projects; `ada` administers it.
    pub fn add_organization(&mut self, key: &str, projects: u32, visibility: Visibility) {
        self.organizations.retain(|one| one.key != key);
        self.organizations.push(Organization::new(key, key));
        for project in seed::many(key, projects, visibility, 5) {
            self.add_project(project);
        }
        if let Some(ada) = self.people.iter_mut().find(|one| one.login == "ada") {
            ada.memberships.insert(key.into());
            self.grant(Grant::new(
                "ada",
                Scope::Organization(key.into()),
                true,
                true,
            ));
        }
    }

    /// Gives a permission; it replaces the one of the same scope, and one for
    /// everywhere replaces all of that person.
    pub fn grant(&mut self, grant: Grant) {
        self.grants.retain(|old| {
            old.login != grant.login
                || (grant.scope != Scope::Everywhere && old.scope != grant.scope)
        });
        self.grants.push(grant);
    }

    /// What somebody, or nobody, may do with a project.
    #[must_use]
    pub fn access(&self, login: Option<&str>, project: &Project) -> Access {
        people::access(&self.grants, login, project)
    }

    /// Renews a badge token as another administrator would; says whether there
    /// is such a project.
    pub fn renew_behind_the_back(&mut self, key: &str) -> bool {
        let token = self.mint.token(self.profile.badge_token_prefix());
        self.projects.get_mut(key).is_some_and(|project| {
            project.token = Some(token);
            project.renewed_by_others += 1;
            true
        })
    }

    /// The badge token, made if there is none yet: that is what asking for it
    /// does (source).
    pub(crate) fn badge_token(&mut self, key: &str) -> Option<String> {
        let project = self.projects.get_mut(key)?;
        if project.token.is_none() {
            project.token = Some(self.mint.token(self.profile.badge_token_prefix()));
        }
        project.token.clone()
    }

    pub(crate) fn person(&self, login: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.login == login)
    }

    pub(crate) fn organization(&self, key: &str) -> Option<&Organization> {
        self.organizations.iter().find(|one| one.key == key)
    }
}
