//! Personal access tokens: which one a request presents, and whose it is.

use crate::base64;
use crate::cloud::Cloud;
use crate::dates::{DAY, HOUR};
use crate::request::Request;
use crate::sessions::{Proof, Visitor};

/// On Cloud a token is deleted this long after its last use (Sonar's
/// documentation).
const UNUSED: u64 = 60 * DAY;

/// A personal access token.
#[derive(Clone, Debug)]
pub(crate) struct AccessToken {
    pub(crate) login: String,
    pub(crate) name: String,
    pub(crate) secret: String,
    pub(crate) created: u64,
    /// The last use that the list shows; moves at most hourly (measured).
    pub(crate) shown_use: Option<u64>,
    pub(crate) expires: Option<u64>,
    last_use: u64,
}

/// What an `Authorization` header holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Presented {
    Bearer(String),
    Basic { user: String, password: String },
    Nonsense,
}

impl AccessToken {
    pub(crate) fn new(
        login: &str,
        name: &str,
        secret: String,
        now: u64,
        expires: Option<u64>,
    ) -> Self {
        Self {
            login: login.into(),
            name: name.into(),
            secret,
            created: now,
            shown_use: None,
            expires,
            last_use: now,
        }
    }

    fn touch(&mut self, now: u64) {
        self.last_use = now;
        if self.shown_use.is_none_or(|shown| now >= shown + HOUR) {
            self.shown_use = Some(now);
        }
    }
}

impl Cloud {
    /// Whose credentials these are; `None` where they open nothing.
    pub(crate) fn holder(&self, presented: &Presented) -> Option<Visitor> {
        let (secret, password) = match presented {
            Presented::Bearer(secret) if self.profile.takes_bearer() => (secret, ""),
            Presented::Basic { user, password } => (user, password.as_str()),
            _ => return None,
        };
        if !password.is_empty() {
            let person = self.person(secret)?;
            return (person.password() == password).then(|| Visitor {
                login: Some(person.login.clone()),
                proof: Proof::AccessToken,
                token: None,
            });
        }
        let token = self
            .living_tokens()
            .find(|token| token.secret == *secret)
            .filter(|token| token.expires.is_none_or(|end| self.now < end))?;
        Some(Visitor {
            login: Some(token.login.clone()),
            proof: Proof::AccessToken,
            token: Some(token.clone()),
        })
    }

    /// The tokens that have not died of disuse.
    pub(crate) fn living_tokens(&self) -> impl Iterator<Item = &AccessToken> {
        let dies = self.profile.is_cloud();
        self.access_tokens
            .iter()
            .filter(move |token| !dies || self.now < token.last_use + UNUSED)
    }

    /// Notes that a token was used.
    pub(crate) fn note_use(&mut self, used: &AccessToken) {
        let now = self.now;
        for token in &mut self.access_tokens {
            if token.secret == used.secret {
                token.touch(now);
            }
        }
    }
}

/// The credentials of the `Authorization` header, if there is one. A scheme
/// that is neither Bearer nor Basic counts for nothing (measured).
pub(crate) fn presented(request: &Request) -> Option<Presented> {
    let header = request.header("authorization")?;
    let (scheme, value) = header.split_once(' ').unwrap_or((header, ""));
    if scheme.eq_ignore_ascii_case("bearer") {
        return Some(Presented::Bearer(value.trim().into()));
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let basic = base64::decode(value.trim()).and_then(|pair| {
        let (user, password) = pair.split_once(':')?;
        let (user, password) = (user.into(), password.into());
        Some(Presented::Basic { user, password })
    });
    Some(basic.unwrap_or(Presented::Nonsense))
}
