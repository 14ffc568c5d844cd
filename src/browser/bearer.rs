//! Requests that bear a personal access token, sent by the extension's own page.
//!
//! SonarQube Cloud only: the page's policy names its hosts, and no other. The
//! browser lets the page read the answers where site access is granted.

use std::rc::Rc;

use gloo_net::Error;
use gloo_net::http::{Request as Fetch, Response};
use wasm_bindgen::JsValue;
use web_sys::{AbortSignal, RequestCache, RequestCredentials, RequestRedirect};

use super::body::JsBody;
use super::session::limit_of;
use super::{clock, dom, permission};
use crate::access::{AccessToken, retry_after};
use crate::page::Instance;
use crate::renewal::Moment;
use crate::sonar::{Content, Failure, Loss, Reply, Request, Transport};

/// An instance of SonarQube Cloud, and the access token to it. The token is in
/// memory only.
#[derive(Debug, Clone)]
pub struct Bearer {
    instance: Instance,
    token: Rc<AccessToken>,
}

impl Bearer {
    /// An instance and the token to it; nothing for a Server, which is reached
    /// by site access.
    pub fn new(instance: Instance, token: AccessToken) -> Option<Self> {
        matches!(instance, Instance::Cloud(_)).then(|| Self {
            instance,
            token: Rc::new(token),
        })
    }

    /// The request with all that it bears. No cookie goes along, since the
    /// session would count first (measured on Server 26.9); so no XSRF token is
    /// needed. A redirect is an error: the token goes nowhere else.
    fn fetch(&self, request: &Request) -> Result<Fetch, Error> {
        let url = [self.instance.base_url(), &request.path].concat();
        let builder = match request.form {
            None => Fetch::get(&url),
            Some(_) => Fetch::post(&url),
        }
        .header("accept", "application/json")
        // What proves who asks: the token's first place.
        .header("authorization", &["Bearer ", self.token.expose()].concat())
        .credentials(RequestCredentials::Omit)
        .cache(RequestCache::NoStore)
        .redirect(RequestRedirect::Error)
        // It aborts with a DOMException, the only reason that gloo-net survives.
        .abort_signal(Some(&AbortSignal::timeout_with_u32(limit_of(
            request.method,
        ))));
        match &request.form {
            None => builder.build(),
            Some(form) => builder
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form.as_str()),
        }
    }

    /// What became of a request that `fetch` was called for and that brought no
    /// whole answer.
    async fn lost(&self, error: &Error) -> Failure {
        let loss = match error {
            Error::JsError(error) if error.name == "TimeoutError" => Loss::Timeout,
            _ if !is_online() => Loss::Offline,
            _ if !permission::has_site_access(&self.instance).await => Loss::AccessRevoked,
            _ => Loss::Connection,
        };
        Failure::Lost { loss, sent: true }
    }
}

impl Transport for Bearer {
    type Body = JsBody;

    async fn send(&self, request: &Request) -> Result<Reply<JsBody>, Failure> {
        let unsent = |loss| Failure::Lost { loss, sent: false };
        if !is_online() {
            return Err(unsent(Loss::Offline));
        }
        // Without it the browser might act, and yet not hand over the answer.
        if !permission::has_site_access(&self.instance).await {
            return Err(unsent(Loss::AccessRevoked));
        }
        let fetch = self.fetch(request).map_err(|_| unsent(Loss::Connection))?;
        let heard = async {
            let response = fetch.send().await?;
            let text = response.text().await?;
            Ok((response, text))
        };
        match heard.await {
            Ok((response, text)) => Ok(reply(&response, &text)),
            Err(error) => Err(self.lost(&error).await),
        }
    }
}

fn reply(response: &Response, text: &str) -> Reply<JsBody> {
    let header = response.headers().get("retry-after");
    let wait = header.and_then(|value| retry_after(&value, clock::now(), moment));
    let content = if text.is_empty() {
        Content::Empty
    } else {
        match js_sys::JSON::parse(text) {
            Ok(json) => Content::Json(JsBody(json)),
            Err(_) if text.trim_start().starts_with('<') => Content::Html,
            Err(_) => Content::Garbled,
        }
    };
    Reply {
        status: response.status(),
        retry_after: wait,
        content,
    }
}

/// A date as the browser reads it.
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
fn moment(date: &str) -> Option<Moment> {
    let read = js_sys::Date::new(&JsValue::from_str(date)).get_time();
    read.is_finite().then_some(Moment(read as i64))
}

fn is_online() -> bool {
    dom::window().navigator().on_line()
}
