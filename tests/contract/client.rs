//! HTTP to a real server, as it is: no cookie is kept, no redirect followed, no
//! status an error.

use std::time::Duration;

use form_urlencoded::Serializer;
use stand_in::{Answer, Request};
use ureq::{Agent, http};

/// Asks one origin.
pub struct Client {
    origin: String,
    agent: Agent,
}

impl Client {
    /// `origin` is such as `http://127.0.0.1:9000`.
    pub fn new(origin: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(30)));
        Self {
            origin: origin.into(),
            agent: config.build().into(),
        }
    }

    /// Sends a request and takes whatever comes back.
    pub fn send(&self, request: &Request) -> Answer {
        let encoded = |pairs: &[(String, String)]| {
            let mut text = Serializer::new(String::new());
            text.extend_pairs(pairs);
            text.finish()
        };
        let mut target = format!("{}{}", self.origin, request.path);
        if !request.query.is_empty() {
            target = format!("{target}?{}", encoded(&request.query));
        }
        let mut asked = http::Request::builder()
            .method(request.method.as_str())
            .uri(target);
        for (name, value) in &request.headers {
            asked = asked.header(name, value);
        }
        let answered = if request.method == "POST" {
            let kind = "application/x-www-form-urlencoded";
            let asked = asked.header("content-type", kind);
            self.agent.run(asked.body(encoded(&request.form)).unwrap())
        } else {
            self.agent.run(asked.body(()).unwrap())
        };
        let mut answered = answered.unwrap_or_else(|why| panic!("no answer: {why}"));
        let mut answer = Answer::empty(answered.status().as_u16());
        for (name, value) in answered.headers() {
            answer = answer.with(name.as_str(), String::from_utf8_lossy(value.as_bytes()));
        }
        let body = answered.body_mut().read_to_vec().unwrap_or_default();
        answer.body = String::from_utf8_lossy(&body).into_owned();
        answer
    }
}
