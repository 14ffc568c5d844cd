//! Faults on demand: which requests they hit, and when.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::request::Request;

/// Something that goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Only requests of this method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Only this path and those below it; with a final `*`, all that start so.
    pub path: String,
    /// Only requests about this project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// How many requests it hits; all of them if not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<u32>,
    /// How many requests that fit it spares first.
    #[serde(default)]
    pub skip: u32,
    /// Whether the request is carried out, and only its answer spoilt.
    #[serde(default)]
    pub after_acting: bool,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind {
    /// The answer, whatever it is, comes later.
    Delay {
        /// How much later.
        ms: u64,
    },
    /// The connection ends without a byte.
    Drop,
    /// Nothing ever comes.
    Hang,
    /// Another status.
    Status {
        /// The status code.
        status: u16,
        /// The body; if not said, what fits the status.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// A `Retry-After` header.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<RetryAfter>,
        /// Whether Cloudflare in front of Cloud answers: HTML, and a `CF-Ray` header.
        #[serde(default)]
        cloudflare: bool,
    },
    /// 200 with an HTML page.
    Html,
    /// Led to the form to sign in, as by a proxy that minds who comes.
    SignIn,
    /// The true answer, cut in half.
    Truncated,
    /// The true answer with every value of another type.
    WrongTypes,
}

/// The value of `Retry-After`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum RetryAfter {
    /// In so many seconds.
    Seconds(u32),
    /// At an HTTP date, or any other text.
    Text(String),
}

impl Fault {
    /// A fault that hits every request for a path.
    #[must_use]
    pub fn new(path: &str, kind: FaultKind) -> Self {
        Self {
            method: None,
            path: path.into(),
            project: None,
            kind,
            times: None,
            skip: 0,
            after_acting: false,
        }
    }

    /// A fault out of its JSON; an error says what is wrong with it.
    pub(crate) fn read(json: Value) -> Result<Self, String> {
        // Unknown fields are refused by hand: serde cannot do it beside a flattened one.
        const KNOWN: [&str; 12] = [
            "method",
            "path",
            "project",
            "kind",
            "times",
            "skip",
            "after_acting",
            "ms",
            "status",
            "body",
            "retry_after",
            "cloudflare",
        ];
        let fields = json.as_object().ok_or("a fault is an object")?;
        if let Some(field) = fields.keys().find(|field| !KNOWN.contains(&field.as_str())) {
            return Err(format!("a fault has no field {field}"));
        }
        serde_json::from_value(json).map_err(|error| error.to_string())
    }

    /// The same, only so many times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    /// The same after sparing so many requests.
    #[must_use]
    pub fn skipping(mut self, skip: u32) -> Self {
        self.skip = skip;
        self
    }

    /// The same for one project.
    #[must_use]
    pub fn about(mut self, project: &str) -> Self {
        self.project = Some(project.into());
        self
    }

    /// The same, with the request carried out first.
    #[must_use]
    pub fn after_acting(mut self) -> Self {
        self.after_acting = true;
        self
    }

    fn fits(&self, request: &Request) -> bool {
        let method = self
            .method
            .as_ref()
            .is_none_or(|method| method.eq_ignore_ascii_case(&request.method));
        let project = self
            .project
            .as_deref()
            .is_none_or(|project| request.project() == Some(project));
        let path = match self.path.strip_suffix('*') {
            Some(start) => request.path.starts_with(start),
            None => request
                .path
                .strip_prefix(self.path.trim_end_matches('/'))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        };
        method && project && path
    }
}

/// The faults that wait.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

/// What hits one request: time that is lost, and at most one fault besides.
#[derive(Clone, Debug, Default)]
pub struct Strike {
    /// How much later the answer comes.
    pub delay_ms: u64,
    pub(crate) spoils: Option<Fault>,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    pub(crate) fn waiting(&self) -> &[Fault] {
        &self.0
    }

    /// Delays add up; of the rest the first that fits spoils the answer.
    pub(crate) fn strike(&mut self, request: &Request) -> Strike {
        let mut strike = Strike::default();
        for fault in &mut self.0 {
            let delays = matches!(fault.kind, FaultKind::Delay { .. });
            let taken = strike.spoils.is_some() && !delays;
            if taken || fault.times == Some(0) || !fault.fits(request) {
                continue;
            }
            if fault.skip > 0 {
                fault.skip -= 1;
                continue;
            }
            fault.times = fault.times.map(|times| times - 1);
            match fault.kind {
                FaultKind::Delay { ms } => strike.delay_ms = strike.delay_ms.saturating_add(ms),
                _ => strike.spoils = Some(fault.clone()),
            }
        }
        self.0.retain(|fault| fault.times != Some(0));
        strike
    }
}
