//! What came back, and what is expected of it. An expectation that does not
//! hold ends the case with the whole exchange.

use std::panic::Location;

use serde_json::{Value, json};
use stand_in::Answer;

use crate::comparison::pictures::texts;
use crate::exchange::Exchange;
use crate::expected::{Evidence, Expected};
use crate::kind::Kind;

/// An answer to hold expectations against.
#[derive(Debug)]
pub struct Reply {
    pub exchange: Exchange,
    pub kind: Kind,
    /// What the whole case rests on, on Cloud.
    pub evidence: Option<Evidence>,
}

impl Reply {
    pub fn answer(&self) -> &Answer {
        &self.exchange.answer
    }

    pub fn json(&self) -> Value {
        self.answer().json_body()
    }

    /// A value of the JSON body, by its JSON pointer.
    pub fn at(&self, pointer: &str) -> Value {
        self.json().pointer(pointer).cloned().unwrap_or_default()
    }

    /// The same as text, empty where there is none.
    pub fn text_at(&self, pointer: &str) -> String {
        self.at(pointer).as_str().unwrap_or_default().into()
    }

    #[track_caller]
    pub fn status(&self, wanted: impl Into<Expected<u16>>) -> &Self {
        self.holds(wanted, |status| {
            let given = self.answer().status;
            (given != status).then(|| format!("the status {status}"))
        })
    }

    /// Not a byte of body.
    #[track_caller]
    pub fn is_empty(&self) -> &Self {
        self.check(self.answer().body.is_empty(), "an empty body")
    }

    /// Exactly one error, in these words.
    #[track_caller]
    pub fn says(&self, message: impl Into<Expected<&'static str>>) -> &Self {
        self.holds(message, |message| {
            let error = json!({ "errors": [{ "msg": message }] });
            (self.json() != error).then(|| format!("the error {message:?}"))
        })
    }

    /// The same in words that the case puts together.
    #[track_caller]
    pub fn says_that(&self, message: &str) -> &Self {
        let error = json!({ "errors": [{ "msg": message }] });
        self.check(self.json() == error, &format!("the error {message:?}"))
    }

    #[track_caller]
    pub fn header(&self, name: &str, wanted: impl Into<Expected<&'static str>>) -> &Self {
        self.holds(wanted, |wanted| {
            let given = self.answer().header(name);
            (given != Some(wanted)).then(|| format!("the header {name}: {wanted}"))
        })
    }

    #[track_caller]
    pub fn has_header(&self, name: &str, there: impl Into<Expected<bool>>) -> &Self {
        self.holds(there, |there| {
            let given = self.answer().header(name).is_some();
            let word = if there { "a" } else { "no" };
            (given != there).then(|| format!("{word} header {name}"))
        })
    }

    #[track_caller]
    pub fn no_header(&self, name: &str) -> &Self {
        self.has_header(name, false)
    }

    /// The value of the JSON body at a JSON pointer; null where there is none.
    #[track_caller]
    pub fn field(&self, pointer: &str, wanted: impl Into<Expected<Value>>) -> &Self {
        self.holds(wanted, |wanted| {
            (self.at(pointer) != wanted).then(|| format!("{pointer} to be {wanted}"))
        })
    }

    /// A badge of a measure or of the quality gate.
    #[track_caller]
    pub fn is_good_picture(&self) -> &Self {
        self.status(200);
        let good = self.answer().header("content-type") == Some("image/svg+xml")
            && self.answer().body.contains("<!-- SONARQUBE ");
        self.check(good, "a badge")
    }

    /// A picture of an error, in these words.
    #[track_caller]
    pub fn is_error_picture(&self, words: impl Into<Expected<&'static str>>) -> &Self {
        self.status(200);
        self.holds(words, |words| {
            let body = &self.answer().body;
            let fits = self.answer().header("content-type") == Some("image/svg+xml")
                && body.contains("<!-- ERROR -->")
                && texts(body).into_iter().eq([words.to_owned()]);
            (!fits).then(|| format!("a picture of the error {words:?}"))
        })
    }

    /// Anything else.
    #[track_caller]
    pub fn check(&self, holds: bool, wanted: &str) -> &Self {
        if !holds {
            self.fail(wanted, None);
        }
        self
    }

    #[track_caller]
    fn holds<T>(
        &self,
        wanted: impl Into<Expected<T>>,
        missing: impl Fn(T) -> Option<String>,
    ) -> &Self {
        let (wanted, evidence) = wanted.into().on(self.kind);
        if let Some(wanted) = missing(wanted) {
            self.fail(&wanted, evidence);
        }
        self
    }

    #[track_caller]
    fn fail(&self, wanted: &str, evidence: Option<Evidence>) -> ! {
        let place = Location::caller();
        let (file, line) = (place.file(), place.line());
        let ground = match evidence.or(self.evidence) {
            Some(evidence) => format!("\nbelieved of Cloud: {evidence:?}"),
            None => String::new(),
        };
        panic!(
            "{file}:{line}: expected {wanted}{ground}\n{}",
            self.exchange
        );
    }
}
