//! Lets tests in a browser call the wrappers of `rebadge::browser` from a page
//! that is not shipped, before or beside the pages that use them. What comes
//! back are short texts; SonarQube Cloud is meant, Europe's.

#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;

use js_sys::Map;
use rebadge::access::{AccessToken, Passphrase, Remembered, Sealed, forget, recall, remember};
use rebadge::browser::{self, Access, Bearer, HostTab, Session, Site, Way, vault};
use rebadge::page::{Instance, ProjectKey, Region, read_on_server};
use rebadge::renewal::{self, Order, Outcome, Subject};
use rebadge::sonar::{Content, Failure, Request, Transport, read_badge_token};
use wasm_bindgen::prelude::*;

const CLOUD: Instance = Instance::Cloud(Region::Eu);

/// The instance that a test means: a region's name, or a Server's URL.
fn instance(name: &str) -> Instance {
    match name {
        "eu" => CLOUD,
        "us" => Instance::Cloud(Region::Us),
        url => read_on_server(url, "").map_or(CLOUD, |page| page.instance),
    }
}

fn no(error: impl std::fmt::Debug) -> JsValue {
    JsValue::from_str(&format!("{error:?}"))
}

/// An instance, reached in one way or another.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Reach(Access);

#[wasm_bindgen]
impl Reach {
    /// Through one tab.
    pub fn tab(id: i32) -> Self {
        Self(Access::new(CLOUD, Way::Tab(session(id))))
    }

    /// Through any tab of the site.
    pub fn site() -> Self {
        Self(Access::new(CLOUD, Way::Site(Site::new(CLOUD))))
    }

    /// With an access token.
    ///
    /// # Errors
    /// Where it is none.
    pub fn bearer(token: &str) -> Result<Self, JsValue> {
        let token = AccessToken::parse(token).map_err(no)?;
        let bearer = Bearer::new(CLOUD, token).ok_or("no Cloud")?;
        Ok(Self(Access::new(CLOUD, Way::Bearer(bearer))))
    }

    /// Takes another tab from now on.
    pub fn take_tab(&self, id: i32) {
        self.0.take(Way::Tab(session(id)));
    }

    /// Closes what was opened.
    pub fn leave(&self) {
        self.0.leave();
    }

    /// Reads something: `200 json`, `429 html after 5`, `lost TabGone unsent`.
    pub async fn get(self, path: String) -> String {
        told(self.0.send(&Request::get(&path, &[])).await)
    }

    /// A reach of its own on the same way.
    pub fn copy(&self) -> Self {
        Self(self.0.clone())
    }

    /// Posts the renewal of a project's token, and nothing else.
    pub async fn post(self, project: String) -> String {
        let path = "/api/project_badges/renew_token";
        told(
            self.0
                .send(&Request::post(path, &[("project", &project)]))
                .await,
        )
    }

    /// Renews a project's token as the product does.
    ///
    /// # Errors
    /// Where the key is none.
    pub async fn renew(self, project: String) -> Result<String, JsValue> {
        let project = ProjectKey::parse(&project).map_err(no)?;
        let order = Order {
            seen: read_badge_token(&self.0, &project).await.ok(),
            since: browser::now(),
            subject: Subject {
                instance: CLOUD,
                project,
            },
        };
        Ok(match renewal::renew(&self.0, &order, async |_| {}).await {
            Outcome::Renewed(_) => "renewed".to_owned(),
            Outcome::RenewedElsewhere(_) => "renewed elsewhere".to_owned(),
            other => format!("{other:?}"),
        })
    }

    /// Seals a token and remembers it.
    ///
    /// # Errors
    /// Whatever refuses, by name.
    pub async fn remember(self, token: String, passphrase: String) -> Result<(), JsValue> {
        let token = AccessToken::parse(&token).map_err(no)?;
        let passphrase = Passphrase::new(passphrase).map_err(no)?;
        let sealed = vault::seal(&token, &passphrase, &CLOUD).await.map_err(no)?;
        remember(&self.0, &CLOUD, &sealed).await.map_err(no)
    }

    /// What is remembered: `nothing`, `corrupt`, or the token itself.
    ///
    /// # Errors
    /// Whatever refuses, by name.
    pub async fn recall(self, passphrase: String) -> Result<String, JsValue> {
        match recall(&self.0, &CLOUD).await.map_err(no)? {
            Remembered::Nothing => Ok("nothing".into()),
            Remembered::Corrupt => Ok("corrupt".into()),
            Remembered::Sealed(sealed) => open(&sealed, passphrase, &CLOUD).await,
        }
    }

    /// Forgets what is remembered.
    pub async fn forget(self) {
        forget(&self.0, &CLOUD).await;
    }
}

fn session(id: i32) -> Session {
    Session::new(CLOUD, id, browser::now(), Map::new())
}

fn told<B>(answer: Result<rebadge::sonar::Reply<B>, Failure>) -> String {
    let reply = match answer {
        Ok(reply) => reply,
        Err(Failure::Lost { loss, sent }) => {
            return format!("lost {loss:?} {}", if sent { "sent" } else { "unsent" });
        }
        Err(failure) => return format!("{failure:?}"),
    };
    let content = match reply.content {
        Content::Empty => "empty",
        Content::Json(_) => "json",
        Content::Html => "html",
        Content::Garbled => "garbled",
    };
    let wait = reply.retry_after.map(|wait| format!(" after {wait}"));
    format!("{} {content}{}", reply.status, wait.unwrap_or_default())
}

async fn open(sealed: &Sealed, passphrase: String, at: &Instance) -> Result<String, JsValue> {
    let passphrase = Passphrase::new(passphrase).map_err(no)?;
    let token = vault::open(sealed, &passphrase, at).await.map_err(no)?;
    Ok(token.expose().to_owned())
}

/// Opens a record that is at hand, as if it were that instance's.
///
/// # Errors
/// Whatever refuses, by name.
#[wasm_bindgen]
pub async fn open_record(
    record: JsValue,
    passphrase: String,
    at: String,
) -> Result<String, JsValue> {
    let sealed: Sealed = serde_wasm_bindgen::from_value(record)?;
    open(&sealed, passphrase, &instance(&at)).await
}

/// The number of the tab that serves.
#[wasm_bindgen]
pub async fn find_tab(at: String) -> Option<i32> {
    HostTab::find(&instance(&at)).await.map(HostTab::id)
}

thread_local! {
    static HEARD: RefCell<u32> = const { RefCell::new(0) };
}

/// Counts changes of site access from now on.
#[wasm_bindgen]
pub fn listen() {
    browser::on_site_access(|| HEARD.with_borrow_mut(|heard| *heard += 1));
}

/// How many changes of site access were told.
#[wasm_bindgen]
pub fn heard() -> u32 {
    HEARD.with_borrow(|heard| *heard)
}

/// Whether site access is granted.
#[wasm_bindgen]
pub async fn has_access(at: String) -> bool {
    browser::has_site_access(&instance(&at)).await
}

/// Asks for site access.
#[wasm_bindgen]
pub async fn request_access(at: String) -> bool {
    browser::request_site_access(&instance(&at)).await
}

/// Gives site access back.
#[wasm_bindgen]
pub async fn revoke_access(at: String) -> bool {
    browser::revoke_site_access(&instance(&at)).await
}
