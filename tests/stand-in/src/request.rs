//! A request, taken apart.

use percent_encoding::percent_decode_str;

use crate::base64;
use crate::sessions::{SESSION_COOKIE, SignedIn, XSRF_COOKIE};

/// An HTTP request, with its query and its form already decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The method, in capitals.
    pub method: String,
    /// The path, percent-decoded, without the query.
    pub path: String,
    /// The query's pairs.
    pub query: Vec<(String, String)>,
    /// The pairs of an `application/x-www-form-urlencoded` body.
    pub form: Vec<(String, String)>,
    /// Header lines.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// A request for a target such as `/api/x/y?a=b`.
    #[must_use]
    pub fn new(method: &str, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self {
            method: method.to_ascii_uppercase(),
            path: percent_decode_str(path).decode_utf8_lossy().into_owned(),
            query: pairs(query.as_bytes()),
            ..Self::default()
        }
    }

    /// A GET.
    #[must_use]
    pub fn get(target: &str) -> Self {
        Self::new("GET", target)
    }

    /// A POST, its form still empty.
    #[must_use]
    pub fn post(target: &str) -> Self {
        Self::new("POST", target)
    }

    /// The same with one more query parameter.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    /// The same with one more form field.
    #[must_use]
    pub fn field(mut self, name: &str, value: &str) -> Self {
        self.form.push((name.into(), value.into()));
        self
    }

    /// The same with a whole urlencoded form.
    #[must_use]
    pub fn with_form(mut self, body: &[u8]) -> Self {
        self.form.extend(pairs(body));
        self
    }

    /// The same with one more header line.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// The same with the session's cookies, but no XSRF header.
    #[must_use]
    pub fn with_cookies(self, who: &SignedIn) -> Self {
        let cookies = format!(
            "{XSRF_COOKIE}={}; {SESSION_COOKIE}={}",
            who.xsrf, who.session
        );
        self.with_header("cookie", &cookies)
    }

    /// The same as the web UI sends it: cookies and XSRF header.
    #[must_use]
    pub fn signed_in_as(self, who: &SignedIn) -> Self {
        self.with_cookies(who)
            .with_header("x-xsrf-token", &who.xsrf)
    }

    /// The same with a personal access token as Bearer.
    #[must_use]
    pub fn with_access_token(self, token: &str) -> Self {
        self.with_header("authorization", &format!("Bearer {token}"))
    }

    /// The same with a login and a password, or with a personal access token and
    /// no password, as Basic.
    #[must_use]
    pub fn with_basic(self, user: &str, password: &str) -> Self {
        let pair = base64::encode(&format!("{user}:{password}"));
        self.with_header("authorization", &format!("Basic {pair}"))
    }

    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// A cookie's value.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .filter(|(key, _)| key.eq_ignore_ascii_case("cookie"))
            .flat_map(|(_, value)| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// A parameter of query or form; an empty one counts as missing (source).
    #[must_use]
    pub fn param(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .chain(&self.form)
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// The project that the request is about, whatever its parameter's name.
    #[must_use]
    pub fn project(&self) -> Option<&str> {
        ["project", "component", "id"]
            .into_iter()
            .find_map(|name| self.param(name))
    }
}

fn pairs(encoded: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(encoded).into_owned().collect()
}
