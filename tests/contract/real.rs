//! A real server: the scene on it, and the mode it is in.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use stand_in::{Answer, Request, SignedIn, Visibility};

use crate::client::Client;
use crate::gate::{Gate, Pass};
use crate::kind::Kind;
use crate::scene::Scene;
use crate::server::{Right, Seeded, Server};
use crate::visit::{signed_in_by, signing_in};

const SETTING: &str = "sonar.forceAuthentication";

/// A real server, shared by all cases.
pub struct Real {
    scene: Scene,
    client: Client,
    sessions: Mutex<BTreeMap<String, SignedIn>>,
    gate: Gate,
}

/// The same for one case, while it is in the mode that the case is about.
pub struct InMode<'a> {
    real: &'a Real,
    kind: Kind,
    _pass: Pass<'a>,
}

impl Real {
    pub fn new(scene: Scene) -> Self {
        Self {
            client: Client::new(&scene.origin),
            scene,
            sessions: Mutex::default(),
            gate: Gate::new(),
        }
    }

    /// The kinds that this server can be.
    pub fn kinds(&self) -> &'static [Kind] {
        match self.scene.version.as_str() {
            "26.9" => &Kind::SERVERS[..2],
            _ => &Kind::SERVERS[2..],
        }
    }

    pub fn context(&self) -> &str {
        &self.scene.context
    }

    /// Waits until the server is of this kind.
    pub fn in_mode(&self, kind: Kind) -> InMode<'_> {
        let pass = self.gate.enter(kind.forces(), |forced| self.force(forced));
        InMode {
            real: self,
            kind,
            _pass: pass,
        }
    }

    /// Puts the setting back.
    pub fn restore(&self) {
        if self.gate.was_entered() {
            drop(self.gate.enter(true, |forced| self.force(forced)));
        }
    }

    /// Works without a restart (measured on 26.9).
    fn force(&self, forced: bool) {
        let request = if forced {
            Request::post("/api/settings/reset").field("keys", SETTING)
        } else {
            Request::post("/api/settings/set")
                .field("key", SETTING)
                .field("value", "false")
        };
        self.administer(request);
    }

    /// Sets the scene: what goes wrong here is no matter of the contract.
    fn administer(&self, request: Request) {
        let path = request.path.clone();
        let Answer { status, body, .. } = self.try_to(request);
        let done = (200..300).contains(&status);
        assert!(done, "the scene could not be set: {path} {status} {body}");
    }

    /// In a session, since each password takes a server a tenth of a second.
    fn try_to(&self, request: Request) -> Answer {
        let admin = self.session(&self.scene.admin.login);
        self.send(&self.within(request).signed_in_as(&admin))
    }

    /// A request to an address within the context path.
    fn within(&self, mut request: Request) -> Request {
        request.path = format!("{}{}", self.scene.context, request.path);
        request
    }

    fn send(&self, request: &Request) -> Answer {
        self.client.send(request)
    }

    fn password(&self, login: &str) -> String {
        match self.scene.people.get(login) {
            Some(person) => person.password.clone(),
            None => self.scene.admin.password.clone(),
        }
    }

    fn session(&self, login: &str) -> SignedIn {
        let mut sessions = locked(&self.sessions);
        let open = sessions.entry(login.into()).or_insert_with(|| {
            let request = signing_in(login, &self.password(login));
            signed_in_by(login, &self.send(&self.within(request)))
        });
        open.clone()
    }

    fn make_project(&self, key: &str, visibility: Visibility, rights: &[Right]) {
        let visibility_name = match visibility {
            Visibility::Public => "public",
            Visibility::Private => "private",
        };
        self.administer(
            Request::post("/api/projects/create")
                .field("project", key)
                .field("name", key)
                .field("visibility", visibility_name),
        );
        let permit = |how: &str, who: (&str, &str), permission: &str| {
            self.administer(
                Request::post(&format!("/api/permissions/{how}"))
                    .field(who.0, who.1)
                    .field("projectKey", key)
                    .field("permission", permission),
            );
        };
        // What the default template gives to everybody.
        if visibility == Visibility::Private {
            permit("remove_group", ("groupName", "sonar-users"), "user");
        }
        for (login, browse, administer) in rights {
            if *administer {
                permit("add_user", ("login", login), "admin");
            }
            // Everybody has it on a public project: asking for it is refused.
            if *browse && visibility == Visibility::Private {
                permit("add_user", ("login", login), "user");
            }
        }
    }
}

/// A case that failed has left nothing half done in there.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Server for InMode<'_> {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn context(&self) -> &str {
        &self.real.scene.context
    }

    fn send(&self, request: &Request) -> Answer {
        self.real.send(request)
    }

    fn password(&self, login: &str) -> String {
        self.real.password(login)
    }

    fn session(&self, login: &str) -> SignedIn {
        self.real.session(login)
    }

    fn seeded(&self, which: Seeded) -> String {
        let projects = &self.real.scene.projects;
        match which {
            Seeded::Analysed => &projects.analysed,
            Seeded::Failed => &projects.failed,
            Seeded::Public => &projects.public,
            Seeded::Fresh => &projects.fresh,
        }
        .clone()
    }

    fn make_project(&self, key: &str, visibility: Visibility, rights: &[Right]) {
        self.real.make_project(key, visibility, rights);
    }

    fn let_administer(&self, project: &str, login: &str, may: bool) {
        let how = if may { "add_user" } else { "remove_user" };
        let request = Request::post(&format!("/api/permissions/{how}"));
        self.real.administer(
            request
                .field("login", login)
                .field("projectKey", project)
                .field("permission", "admin"),
        );
    }

    fn revoke(&self, tokens: &[(String, String)]) {
        // A case that failed early may not have made them.
        for (login, name) in tokens {
            let request = Request::post("/api/user_tokens/revoke");
            let request = request.field("login", login).field("name", name);
            self.real.try_to(request);
        }
    }
}
