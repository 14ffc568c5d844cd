//! What stands in front of a real SonarQube Server to make it a Cloud: the log,
//! the faults, and what only Cloud has. As pure as the rest; the host carries
//! the requests there and back.

mod cloud_only;

use serde::Serialize;
use serde_json::json;

use crate::answer::Answer;
use crate::control::add_fault;
use crate::faults::{Faults, Strike};
use crate::journal::LogEntry;
use crate::request::Request;

pub use cloud_only::{amended, is_amended, target};

/// The façade's memory: faults that wait, and what has been asked.
#[derive(Clone, Debug, Default)]
pub struct Facade {
    faults: Faults,
    log: Vec<Passage>,
    requests: usize,
}

/// One request, and what became of it on both sides of the façade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// What was asked, and what the browser was told.
    #[serde(flatten)]
    pub asked: LogEntry,
    /// The status that the server behind gave; none where it was not asked, or
    /// has not answered yet.
    pub behind: Option<u16>,
}

impl Facade {
    /// Notes a request that came in: its number, and what hits it.
    pub fn arrives(&mut self, request: &Request) -> (usize, Strike) {
        self.requests += 1;
        // Who asks is for the server behind to find out.
        let asked = LogEntry::new(self.requests, request, (None, "unknown"), None);
        self.log.push(Passage {
            asked,
            behind: None,
        });
        (self.requests, self.faults.strike(request))
    }

    /// Notes what the server behind said.
    pub fn acted(&mut self, number: usize, status: u16) {
        if let Some(passage) = self.passage(number) {
            passage.behind = Some(status);
        }
    }

    /// Notes what the browser is told.
    pub fn answered(&mut self, number: usize, status: u16) {
        if let Some(passage) = self.passage(number) {
            passage.asked.status = Some(status);
        }
    }

    /// None where the log was emptied meanwhile.
    fn passage(&mut self, number: usize) -> Option<&mut Passage> {
        let mut passages = self.log.iter_mut();
        passages.find(|passage| passage.asked.number == number)
    }

    /// Answers a request to the control API: `GET /state`, `POST /fault`,
    /// `DELETE /faults` and `POST /reset`, as the stand-in does.
    pub fn control(&mut self, request: &Request, body: &str) -> Answer {
        let done = match (request.method.as_str(), request.path.as_str()) {
            ("GET", "/state") => Ok(json!({ "faults": self.faults.waiting(), "log": self.log })),
            ("POST", "/fault") => add_fault(&mut self.faults, body),
            ("DELETE", "/faults") => {
                self.faults = Faults::default();
                Ok(json!({}))
            }
            ("POST", "/reset") => {
                self.faults = Faults::default();
                self.log.clear();
                Ok(json!({}))
            }
            (method, path) => Err(format!("no such thing: {method} {path}")),
        };
        done.map_or_else(
            |wrong| Answer::error(400, &wrong),
            |value| Answer::json(&value),
        )
    }
}
