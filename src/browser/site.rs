//! An instance whose site the browser grants access to: requests go through any
//! of its tabs, or through one that is opened for them.
//!
//! They are not sent by the extension's own page, though its `fetch` would take
//! the person's cookies along: the XSRF token's cookie cannot be read there, and
//! a POST would bear `Origin: chrome-extension://…` (both measured on
//! Chromium). In a tab a request is the one that the popup sends.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Map, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::body::JsBody;
use super::host_tab::HostTab;
use super::session::Session;
use super::{clock, permission};
use crate::page::Instance;
use crate::sonar::{Failure, Loss, Reply, Request, Transport};

/// The tabs of a site, one of them in use.
#[derive(Debug, Clone)]
pub struct Site {
    instance: Instance,
    /// The tab in use, or on its way: requests side by side share it.
    tab: Rc<RefCell<Option<Promise>>>,
    /// The tab that was opened here, if one was.
    own: Rc<Cell<Option<HostTab>>>,
    /// The answers that were asked for early, by path.
    early: Map,
}

impl Site {
    /// The site of an instance.
    pub fn new(instance: Instance) -> Self {
        Self::begun(instance, Map::new())
    }

    /// The same with answers that were asked for early, by path.
    pub fn begun(instance: Instance, early: Map) -> Self {
        Self {
            instance,
            tab: Rc::default(),
            own: Rc::default(),
            early,
        }
    }

    /// Closes the tab that was opened here.
    pub fn leave(&self) {
        self.tab.take();
        if let Some(tab) = self.own.take() {
            tab.close();
        }
    }

    /// The promise of the tab to use: the number of one, or nothing.
    fn promised(&self) -> Promise {
        let begun = self.tab.borrow().clone();
        begun.unwrap_or_else(|| {
            let site = self.clone();
            let promise = future_to_promise(async move {
                let found = HostTab::find(&site.instance).await;
                let tab = match found {
                    Some(tab) => Some(tab),
                    None => site.open().await,
                };
                Ok(tab.map_or(JsValue::NULL, |tab| tab.id().into()))
            });
            self.tab.replace(Some(promise.clone()));
            promise
        })
    }

    async fn open(&self) -> Option<HostTab> {
        let tab = HostTab::open(&self.instance).await?;
        if let Some(old) = self.own.replace(Some(tab)) {
            old.close();
        }
        Some(tab)
    }

    /// No more of a tab that serves no longer, unless another one is in use.
    fn drop_tab(&self, promise: &Promise) {
        let mut tab = self.tab.borrow_mut();
        if tab.as_ref().map(AsRef::<JsValue>::as_ref) == Some(promise.as_ref()) {
            *tab = None;
        }
    }

    /// The session of a tab that serves now, where there is one.
    pub async fn session(&self) -> Option<Session> {
        if !permission::has_site_access(&self.instance).await {
            return None;
        }
        self.session_of(&self.promised()).await
    }

    async fn session_of(&self, promise: &Promise) -> Option<Session> {
        let id = JsFuture::from(promise.clone()).await.ok()?.as_f64()?;
        let instance = self.instance.clone();
        #[expect(clippy::cast_possible_truncation, reason = "a tab's number")]
        let id = id as i32;
        Some(Session::new(instance, id, clock::now(), self.early.clone()))
    }

    /// Sends a request through the tab in use.
    async fn try_send(&self, request: &Request) -> Result<Reply<JsBody>, Failure> {
        let unsent = |loss| Failure::Lost { loss, sent: false };
        if !permission::has_site_access(&self.instance).await {
            return Err(unsent(Loss::AccessRevoked));
        }
        let promise = self.promised();
        let answer = match self.session_of(&promise).await {
            Some(session) => session.send(request).await,
            None => Err(unsent(Loss::TabGone)),
        };
        if let Err(Failure::Lost {
            loss: Loss::TabGone | Loss::Navigated,
            sent,
        }) = answer
        {
            self.drop_tab(&promise);
            if !permission::has_site_access(&self.instance).await {
                let loss = Loss::AccessRevoked;
                return Err(Failure::Lost { loss, sent });
            }
        }
        answer
    }
}

impl Transport for Site {
    type Body = JsBody;

    /// A request that a tab took along before it was sent is sent through
    /// another.
    async fn send(&self, request: &Request) -> Result<Reply<JsBody>, Failure> {
        match self.try_send(request).await {
            Err(Failure::Lost {
                loss: Loss::TabGone | Loss::Navigated,
                sent: false,
            }) => self.try_send(request).await,
            answer => answer,
        }
    }
}
