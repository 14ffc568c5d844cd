//! What was asked, told without secrets.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cloud::Cloud;
use crate::request::Request;
use crate::sessions::Proof;

/// One request that came in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// Its number, from 1 on.
    pub number: usize,
    /// The method.
    pub method: String,
    /// The path.
    pub path: String,
    /// The query, secrets cut down to their last four characters.
    pub query: BTreeMap<String, String>,
    /// The form, likewise.
    pub form: BTreeMap<String, String>,
    /// Who asked.
    pub who: Option<String>,
    /// `session`, `access token`, `nobody`, or `refused` where the proof was
    /// bad or the XSRF header amiss; `unknown` to the façade.
    pub proof: &'static str,
    /// Whether a cookie came along.
    pub cookie: bool,
    /// Whether an `Authorization` header came along.
    pub authorization: bool,
    /// The status answered, none where the line was cut.
    pub status: Option<u16>,
}

/// Who asked, and how that was proved.
pub(crate) type Identity = (Option<String>, &'static str);

/// Who is behind a request, whatever it then does.
pub(crate) fn identity(cloud: &Cloud, request: &Request) -> Identity {
    match cloud.visitor(request) {
        Err(_) => (None, "refused"),
        Ok(visitor) => match visitor.proof {
            Proof::Nothing => (None, "nobody"),
            Proof::Session => (visitor.login, "session"),
            Proof::AccessToken => (visitor.login, "access token"),
        },
    }
}

impl LogEntry {
    pub(crate) fn new(
        number: usize,
        request: &Request,
        (who, proof): Identity,
        status: Option<u16>,
    ) -> Self {
        Self {
            number,
            method: request.method.clone(),
            path: masked("", &request.path),
            query: masked_pairs(&request.query),
            form: masked_pairs(&request.form),
            who,
            proof,
            cookie: request.header("cookie").is_some(),
            authorization: request.header("authorization").is_some(),
            status,
        }
    }

    /// Method and path, as `GET /api/projects/search`.
    pub(crate) fn what(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}

fn masked_pairs(pairs: &[(String, String)]) -> BTreeMap<String, String> {
    pairs
        .iter()
        .map(|(name, value)| (name.clone(), masked(name, value)))
        .collect()
}

/// The last four characters of a secret.
pub(crate) fn tail(secret: &str) -> String {
    let length = secret.chars().count();
    let kept = if length < 12 { 0 } else { 4 };
    let tail: String = secret.chars().skip(length - kept).collect();
    format!("\u{2026}{tail}")
}

/// A value with its secrets cut: all of a `token` or `password`, and
/// everywhere else whatever looks like a token.
fn masked(name: &str, value: &str) -> String {
    if ["token", "password"].contains(&name) {
        return tail(value);
    }
    let mut clean = String::new();
    let mut run = String::new();
    for letter in value.chars().chain([' ']) {
        if letter.is_ascii_hexdigit() {
            run.push(letter);
            continue;
        }
        clean += &if run.len() < 40 {
            run.clone()
        } else {
            tail(&run)
        };
        run.clear();
        clean.push(letter);
    }
    clean.pop();
    clean
}
