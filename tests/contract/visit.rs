//! What a case is given: a server to ask, and things of its own on it.

use std::sync::LazyLock;
use std::time::{SystemTime, UNIX_EPOCH};

use stand_in::{Answer, Request, SignedIn, Visibility};

use crate::case::Case;
use crate::exchange::Exchange;
use crate::kind::Kind;
use crate::reply::Reply;
use crate::server::{Right, Seeded, Server, USUAL};

pub const TOKEN: &str = "/api/project_badges/token";
pub const RENEW: &str = "/api/project_badges/renew_token";
pub const MEASURE: &str = "/api/project_badges/measure";
pub const GATE: &str = "/api/project_badges/quality_gate";
pub const CURRENT: &str = "/api/users/current";

/// Tells the things of this run from those that another one left behind.
static RUN: LazyLock<String> = LazyLock::new(|| {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    format!("{:x}", since.map_or(0, |since| since.as_secs()))
});

/// A case at a server. Its projects stay there, which is thrown away; its access
/// tokens are gone when it ends, since another case may list them.
pub struct Visit<'a> {
    server: &'a dyn Server,
    case: &'a Case,
    name: String,
    pub exchanges: Vec<Exchange>,
    /// How many it has made.
    projects: usize,
    tokens: Vec<(String, String)>,
}

impl<'a> Visit<'a> {
    /// `number` is that of the case among all.
    pub fn new(server: &'a dyn Server, case: &'a Case, number: usize) -> Self {
        let mode = if server.kind().forces() { 'f' } else { 'o' };
        Self {
            server,
            case,
            name: format!("ct{}{mode}{number}", *RUN),
            exchanges: Vec::new(),
            projects: 0,
            tokens: Vec::new(),
        }
    }

    pub fn kind(&self) -> Kind {
        self.server.kind()
    }

    pub fn context(&self) -> &str {
        self.server.context()
    }

    /// Sends a request to an address within the context path.
    pub fn ask(&mut self, mut request: Request) -> Reply {
        request.path = format!("{}{}", self.context(), request.path);
        self.ask_as_it_is(request)
    }

    /// Sends a request to any address of the origin.
    pub fn ask_as_it_is(&mut self, request: Request) -> Reply {
        let answer = self.server.send(&request);
        let exchange = Exchange { request, answer };
        self.exchanges.push(exchange.clone());
        Reply {
            exchange,
            kind: self.kind(),
            evidence: self.case.evidence().filter(|_| self.kind().is_cloud()),
        }
    }

    /// Sends a request in somebody's session, as the web UI does.
    pub fn ask_as(&mut self, login: &str, request: Request) -> Reply {
        let session = self.session(login);
        self.ask(request.signed_in_as(&session))
    }

    pub fn session(&self, login: &str) -> SignedIn {
        self.server.session(login)
    }

    pub fn password(&self, login: &str) -> String {
        self.server.password(login)
    }

    /// Signs in by the web API and leaves the session to the case.
    pub fn sign_in(&mut self, login: &str) -> SignedIn {
        let password = self.password(login);
        let reply = self.ask(signing_in(login, &password));
        signed_in_by(login, reply.answer())
    }

    pub fn seeded(&self, which: Seeded) -> String {
        self.server.seeded(which)
    }

    /// A private project of its own with the usual people.
    pub fn private_project(&mut self) -> String {
        self.project(Visibility::Private, &USUAL)
    }

    /// The same, public: `dee` and nobody may browse it too.
    pub fn public_project(&mut self) -> String {
        self.project(Visibility::Public, &USUAL)
    }

    pub fn project(&mut self, visibility: Visibility, rights: &[Right]) -> String {
        let key = format!("{}x{}", self.name, self.projects);
        self.projects += 1;
        self.server.make_project(&key, visibility, rights);
        key
    }

    /// Gives somebody Administer on a project that they may not browse unless it
    /// is public, or takes it away.
    pub fn let_administer(&self, project: &str, login: &str, may: bool) {
        self.server.let_administer(project, login, may);
    }

    /// A name for an access token; the token is revoked in the end.
    pub fn token_name(&mut self, login: &str) -> String {
        let name = format!("{}t{}", self.name, self.tokens.len());
        self.tokens.push((login.into(), name.clone()));
        name
    }

    /// A personal access token.
    pub fn access_token(&mut self, login: &str) -> String {
        let name = self.token_name(login);
        let request = Request::post("/api/user_tokens/generate").field("name", &name);
        let made = self.ask_as(login, request);
        made.status(200).text_at("/token")
    }

    /// The badge token, as `ada` reads it.
    pub fn badge_token(&mut self, project: &str) -> String {
        let read = self.ask_as("ada", reading(project));
        read.status(200).text_at("/token")
    }

    /// Renews the badge token, as `ada` does.
    pub fn renew(&mut self, project: &str) -> Reply {
        self.ask_as("ada", renewal(project))
    }
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.server.revoke(&self.tokens);
    }
}

pub fn signing_in(login: &str, password: &str) -> Request {
    Request::post("/api/authentication/login")
        .field("login", login)
        .field("password", password)
}

pub fn reading(project: &str) -> Request {
    Request::get(TOKEN).query("project", project)
}

pub fn renewal(project: &str) -> Request {
    Request::post(RENEW).field("project", project)
}

/// The badge of a measure.
pub fn badge(project: &str, metric: &str) -> Request {
    Request::get(MEASURE)
        .query("project", project)
        .query("metric", metric)
}

/// The badge of the quality gate.
pub fn gate(project: &str) -> Request {
    Request::get(GATE).query("project", project)
}

/// The session that an answer's cookies open.
pub fn signed_in_by(login: &str, answer: &Answer) -> SignedIn {
    let cookie = |name: &str| {
        let lines = answer.headers.iter();
        lines
            .filter(|(header, _)| header == "set-cookie")
            .filter_map(|(_, line)| line.split(';').next()?.split_once('='))
            .find(|(key, _)| *key == name)
            .map_or_else(String::new, |(_, value)| value.to_owned())
    };
    SignedIn {
        login: login.into(),
        session: cookie("JWT-SESSION"),
        xsrf: cookie("XSRF-TOKEN"),
    }
}
