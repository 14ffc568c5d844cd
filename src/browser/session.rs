//! The person's own session: requests are sent from the tab's page.

use js_sys::{Map, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::body::JsBody;
use super::chrome::object;
use super::clock;
use super::here::Here;
use crate::page::Instance;
use crate::renewal::Moment;
use crate::sonar::{Content, Failure, Loss, Method, Reply, Request, Transport};

/// For how many milliseconds an answer is waited for: reading, and acting.
/// Acting stays below [`crate::renewal::PATIENCE`].
const READ_LIMIT: u32 = 10_000;
const ACT_LIMIT: u32 = 8_000;

/// For how many milliseconds an answer is waited for.
pub(super) fn limit_of(method: Method) -> u32 {
    match method {
        Method::Get => READ_LIMIT,
        Method::Post => ACT_LIMIT,
    }
}

#[wasm_bindgen(raw_module = "../ask.js")]
extern "C" {
    fn ask(tab: i32, request: &JsValue) -> Promise;

    #[wasm_bindgen(extends = js_sys::Object)]
    type Answer;
    #[wasm_bindgen(method, getter, structural)]
    fn status(this: &Answer) -> Option<u16>;
    #[wasm_bindgen(method, getter, structural, js_name = retryAfter)]
    fn retry_after(this: &Answer) -> Option<u32>;
    #[wasm_bindgen(method, getter, structural)]
    fn json(this: &Answer) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &Answer) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn page(this: &Answer) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn empty(this: &Answer) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn landed(this: &Answer) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn lost(this: &Answer) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn sent(this: &Answer) -> Option<bool>;
}

/// A tab on an instance, and the answers that were asked for early.
#[derive(Debug, Clone)]
pub struct Session {
    instance: Instance,
    tab: i32,
    at: Moment,
    early: Map,
}

impl Session {
    /// A session on an instance, through a tab that shows one of its pages.
    pub fn new(instance: Instance, tab: i32, at: Moment, early: Map) -> Self {
        Self {
            instance,
            tab,
            at,
            early,
        }
    }

    /// The instance.
    pub fn instance(&self) -> &Instance {
        &self.instance
    }

    /// When the request that answers next was sent, or will be: an early one
    /// was sent before this program was up.
    pub fn asked_at(&self, request: &Request) -> Moment {
        if self.early.has(&request.path.as_str().into()) {
            self.at
        } else {
            clock::now()
        }
    }

    /// The text of a resource that is no JSON, through the page, if it comes within
    /// so many milliseconds.
    pub(super) async fn text(&self, path: &str, limit: u32) -> Option<String> {
        let request = self.message(path, limit);
        let _ = js_sys::Reflect::set(&request, &"wantsText".into(), &true.into());
        let answer = JsFuture::from(ask(self.tab, &request)).await.ok()?;
        answer.unchecked_into::<Answer>().text()
    }

    fn message(&self, path: &str, limit: u32) -> js_sys::Object {
        let message = object("base", &self.instance.base_url().into());
        let _ = js_sys::Reflect::set(&message, &"path".into(), &path.into());
        let _ = js_sys::Reflect::set(&message, &"limit".into(), &limit.into());
        message
    }

    /// The answer to a request: the one asked for early, once, or a new one.
    fn answer(&self, request: &Request) -> Promise {
        let path = JsValue::from_str(&request.path);
        if request.method == Method::Get && self.early.has(&path) {
            let promise = self.early.get(&path);
            self.early.delete(&path);
            return promise.unchecked_into();
        }
        let message = self.message(&request.path, limit_of(request.method));
        if let Some(form) = &request.form {
            let _ = js_sys::Reflect::set(&message, &"form".into(), &form.as_str().into());
        }
        ask(self.tab, &message)
    }
}

impl Transport for Session {
    type Body = JsBody;

    async fn send(&self, request: &Request) -> Result<Reply<JsBody>, Failure> {
        let unheard = Failure::Lost {
            loss: Loss::Navigated,
            sent: true,
        };
        let answer = JsFuture::from(self.answer(request))
            .await
            .map_err(|_| unheard)?;
        let answer: Answer = answer.unchecked_into();
        let Some(status) = answer.status() else {
            let loss: Loss = serde_wasm_bindgen::from_value(answer.lost()).map_err(|_| unheard)?;
            let sent = answer.sent().unwrap_or(true);
            return Err(Failure::Lost { loss, sent });
        };
        // What is led to the form to sign in was refused for want of a session.
        let landed = answer.landed();
        if landed.is_some_and(|url| self.instance.is_sign_in_page(&url)) {
            return Ok(Reply {
                status: 401,
                retry_after: None,
                content: Content::Empty,
            });
        }
        let json = answer.json();
        Ok(Reply {
            status,
            retry_after: answer.retry_after(),
            content: if answer.empty().unwrap_or(false) {
                Content::Empty
            } else if answer.page() == Some(true) {
                Content::Html
            } else if json.is_undefined() {
                Content::Garbled
            } else {
                Content::Json(JsBody(json))
            },
        })
    }
}

impl Here for Session {}
