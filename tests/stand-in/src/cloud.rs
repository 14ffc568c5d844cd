//! The machine itself: what it holds, and the way of a request through it.

use std::collections::BTreeMap;

use crate::access_tokens::AccessToken;
use crate::answer::{Answer, Outcome};
use crate::calls;
use crate::context;
use crate::crowd::Crowd;
use crate::dates::EPOCH;
use crate::faults::{Fault, Faults};
use crate::journal::{self, LogEntry};
use crate::mint::Mint;
use crate::organizations::Organization;
use crate::pages;
use crate::people::{Access, Grant, Person, Rights, Scope};
use crate::profile::Profile;
use crate::projects::{Project, Visibility};
use crate::request::Request;
use crate::seed::{self, Seed};
use crate::sessions::SignedIn;
use crate::shelves::Shelves;
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
    pub(crate) projects: Shelves,
    pub(crate) sessions: Vec<SignedIn>,
    pub(crate) access_tokens: Vec<AccessToken>,
    pub(crate) faults: Faults,
    pub(crate) log: Vec<LogEntry>,
    /// How many requests there were, by method and path.
    pub(crate) counts: BTreeMap<String, u64>,
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
        let mut projects = Shelves::default();
        for project in seed.projects {
            projects.put(project);
        }
        Self {
            profile,
            context: String::new(),
            organizations: seed.organizations,
            people: seed.people,
            grants: seed.grants,
            projects,
            sessions: Vec::new(),
            access_tokens: Vec::new(),
            faults: Faults::default(),
            log: Vec::new(),
            counts: BTreeMap::new(),
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
        let entry = LogEntry::new(number, request, who, status);
        *self.counts.entry(entry.what()).or_default() += 1;
        self.log.push(entry);
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
        self.projects.put(project);
    }

    /// Adds an organization with this many projects; `ada` administers it.
    pub fn add_organization(&mut self, key: &str, projects: u32, visibility: Visibility) {
        self.found(key);
        for project in seed::many(key, projects, visibility, 5) {
            self.add_project(project);
        }
    }

    /// Adds many different projects to an organization, which is founded first
    /// if there is none: see [`Crowd`].
    pub fn add_crowd(&mut self, crowd: &Crowd) {
        if self.organization(&crowd.organization).is_none() {
            self.found(&crowd.organization);
        }
        for project in crowd.projects() {
            self.add_project(project);
        }
    }

    /// An organization of this key, which `ada` administers.
    fn found(&mut self, key: &str) {
        self.organizations.retain(|one| one.key != key);
        self.organizations.push(Organization::new(key, key));
        if let Some(ada) = self.people.iter_mut().find(|one| one.login == "ada") {
            ada.memberships.insert(key.into());
            let scope = Scope::Organization(key.into());
            self.grant(Grant::new("ada", scope, true, true));
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
        self.rights(login).on(project)
    }

    /// What somebody, or nobody, may do with projects.
    pub(crate) fn rights<'a>(&'a self, login: Option<&str>) -> Rights<'a> {
        Rights::of(&self.grants, login)
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
