//! Sessions of the web UI, and who is behind a request.

use crate::access_tokens::{self, AccessToken};
use crate::answer::Answer;
use crate::cloud::Cloud;
use crate::request::Request;

/// The cookie that is the session, out of reach for scripts (measured; seen on Cloud).
pub(crate) const SESSION_COOKIE: &str = "JWT-SESSION";
/// The cookie that scripts copy into `X-XSRF-TOKEN` (measured; seen on Cloud).
pub(crate) const XSRF_COOKIE: &str = "XSRF-TOKEN";
/// The header that carries its value.
pub(crate) const XSRF_HEADER: &str = "x-xsrf-token";
/// What the sessions of this machine begin with, ended ones too.
const SIGNED: &str = "eyJhbGciOiJIUzI1NiJ9.";
/// Three days, as on Server (measured).
pub(crate) const SESSION_SECONDS: u32 = 259_200;

/// A signed-in browser: what its two cookies hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Whose session it is.
    pub login: String,
    /// The value of `JWT-SESSION`.
    pub session: String,
    /// The value of `XSRF-TOKEN`.
    pub xsrf: String,
}

/// How somebody proved who they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Proof {
    #[default]
    Nothing,
    Session,
    AccessToken,
}

/// Who is behind a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Visitor {
    pub(crate) login: Option<String>,
    pub(crate) proof: Proof,
    /// The access token used, if one was.
    pub(crate) token: Option<AccessToken>,
}

/// A proof that does not hold: the whole request is refused.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused;

impl Cloud {
    /// Opens a session for somebody, without a password.
    pub fn sign_in(&mut self, login: &str) -> Option<SignedIn> {
        let login = self.person(login)?.login.clone();
        let session = format!("{SIGNED}{}", self.mint.token(""));
        let xsrf = self.mint.xsrf();
        let signed_in = SignedIn {
            login,
            session,
            xsrf,
        };
        self.sessions.push(signed_in.clone());
        Some(signed_in)
    }

    /// The same with a password.
    pub(crate) fn sign_in_with(&mut self, login: &str, password: &str) -> Option<SignedIn> {
        let known = self.person(login)?.password() == password;
        known.then(|| self.sign_in(login)).flatten()
    }

    /// Ends every session at once.
    pub fn sign_everyone_out(&mut self) {
        self.sessions.clear();
    }

    pub(crate) fn sign_out(&mut self, request: &Request) {
        let session = request.cookie(SESSION_COOKIE);
        self.sessions
            .retain(|open| Some(open.session.as_str()) != session);
    }

    /// The session that the request's cookies name.
    pub(crate) fn session(&self, request: &Request) -> Option<&SignedIn> {
        let session = request.cookie(SESSION_COOKIE)?;
        self.sessions.iter().find(|open| open.session == session)
    }

    /// The answer to a request, with the XSRF token of its session as a header
    /// where the profile tells it: on good answers only, since Server forgets
    /// the headers that it had when it words an error (measured on 26.9).
    pub(crate) fn with_xsrf_header(&self, request: &Request, answer: Answer) -> Answer {
        let told = self.profile.tells_xsrf_token() && answer.status < 400;
        match self.session(request).filter(|_| told) {
            Some(session) => answer.with(XSRF_HEADER, &session.xsrf),
            None => answer,
        }
    }

    /// Who asks. The session cookie is looked at first: a bad Bearer beside a
    /// good cookie passes, and an invented cookie beside a good Basic does not
    /// (measured). A session that has ended counts for nobody (measured on 26.9).
    /// A session that changes something needs the XSRF header, and not having
    /// it refuses the request (measured). The header counts, not the cookie of
    /// that name (measured).
    pub(crate) fn visitor(&self, request: &Request) -> Result<Visitor, Refused> {
        if let Some(session) = self.session(request) {
            let changes = matches!(request.method.as_str(), "POST" | "PUT" | "DELETE");
            let matches = request.header(XSRF_HEADER) == Some(session.xsrf.as_str());
            if changes && !matches {
                return Err(Refused);
            }
            return Ok(Visitor {
                login: Some(session.login.clone()),
                proof: Proof::Session,
                token: None,
            });
        }
        let invented = |session: &str| !session.starts_with(SIGNED);
        if request.cookie(SESSION_COOKIE).is_some_and(invented) {
            return Err(Refused);
        }
        match access_tokens::presented(request) {
            Some(presented) => self.holder(&presented).ok_or(Refused),
            None => Ok(Visitor::default()),
        }
    }
}
