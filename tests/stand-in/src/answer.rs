//! What comes back: an answer, later perhaps, or none at all.

use serde_json::{Value, json};

/// The delay of a request that is never answered.
pub const FOREVER: u64 = u64::MAX;

/// An HTTP answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Header lines, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, maybe empty.
    pub body: String,
}

/// What a request leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The answer; `None` when the connection drops without a byte.
    pub answer: Option<Answer>,
    /// How long that takes; [`FOREVER`] when nothing ever happens.
    pub delay_ms: u64,
}

impl Answer {
    /// An answer without headers and body.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: String::new(),
        }
    }

    /// The same answer with one more header line.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.into()));
        self
    }

    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body as JSON, `Null` where it is none.
    #[must_use]
    pub fn json_body(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    pub(crate) fn text(status: u16, content_type: &str, body: impl Into<String>) -> Self {
        let mut answer = Self::empty(status).with("content-type", content_type);
        answer.body = body.into();
        answer
    }

    /// 200 with JSON that nobody may keep (headers measured on Server 26.9).
    pub(crate) fn json(value: &Value) -> Self {
        Self::text(200, "application/json", value.to_string()).uncached()
    }

    /// 204 (headers measured on Server 26.9).
    pub(crate) fn no_content() -> Self {
        Self::empty(204).uncached()
    }

    pub(crate) fn uncached(self) -> Self {
        self.with("cache-control", "no-cache, no-store, must-revalidate")
    }

    /// An error as the web API words it (measured on Server 26.9).
    pub(crate) fn error(status: u16, message: &str) -> Self {
        let body = json!({ "errors": [{ "msg": message }] });
        Self::text(status, "application/json", body.to_string())
    }

    /// What nobody, a bad access token or a wrong XSRF header gets: 401 and
    /// not a word (measured).
    pub(crate) fn unauthorized() -> Self {
        Self::empty(401)
    }

    /// 403 (measured).
    pub(crate) fn forbidden() -> Self {
        Self::error(403, "Insufficient privileges")
    }

    /// 404 of an action that the host lacks (measured).
    pub(crate) fn unknown_url(path: &str) -> Self {
        Self::error(404, &format!("Unknown url : {path}"))
    }

    pub(crate) fn redirect(status: u16, target: &str) -> Self {
        Self::empty(status).with("location", target)
    }
}

impl Outcome {
    /// An answer at once.
    #[must_use]
    pub fn now(answer: Answer) -> Self {
        Self {
            answer: Some(answer),
            delay_ms: 0,
        }
    }

    /// Whether nothing will ever come.
    #[must_use]
    pub fn hangs(&self) -> bool {
        self.delay_ms == FOREVER
    }
}
