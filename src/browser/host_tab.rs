//! A tab on an instance, through which requests go.

use js_sys::{Array, Object, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::chrome::{self, object};
use super::{clock, permission};
use crate::access::{TabSeen, best, quiet_page};
use crate::page::Instance;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = query)]
    fn query(filter: &Object) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = get)]
    fn get(id: i32) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["chrome", "tabs"], js_name = remove)]
    fn remove(id: i32) -> Result<Promise, JsValue>;
}

/// Milliseconds between two looks for a tab, and at one that is being loaded.
const PAUSE: u32 = 1_000;
const GLANCE: u32 = 50;

/// For how many glances a tab is waited for to load: 10 seconds.
const GLANCES: u32 = 200;

/// A tab on an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HostTab {
    id: i32,
    own: bool,
}

impl HostTab {
    /// The tab that serves best, of all the browser's tabs.
    ///
    /// A tab's URL is told where there is access to it: to each tab of a site
    /// that was granted for good; else to those on which the person clicked the
    /// toolbar button, until they leave their origin, whichever page of the
    /// extension asks, and whether the popup is still open or not (measured on
    /// Chromium 156). So a tab that is found here is one that can be used.
    pub async fn find(instance: &Instance) -> Option<Self> {
        let told = JsFuture::from(query(&Object::new()).ok()?).await.ok()?;
        let tabs: Vec<TabSeen> = told
            .unchecked_into::<Array>()
            .iter()
            .filter_map(|tab| serde_wasm_bindgen::from_value(tab).ok())
            .collect();
        best(&tabs, instance).map(|id| Self { id, own: false })
    }

    /// Waits until a tab serves: until the person has clicked the toolbar button
    /// on one, say. Nothing once nobody waits any more.
    pub async fn wait(instance: &Instance, is_wanted: impl Fn() -> bool) -> Option<Self> {
        while is_wanted() {
            let found = Self::find(instance).await;
            if found.is_some() {
                return found;
            }
            clock::pause(PAUSE).await;
        }
        None
    }

    /// Opens a tab behind the others, on a page of the instance that loads
    /// nothing else, which takes site access; and waits until it can be used.
    pub async fn open(instance: &Instance) -> Option<Self> {
        if !permission::has_site_access(instance).await {
            return None;
        }
        let page = object("url", &quiet_page(instance).into());
        let _ = js_sys::Reflect::set(&page, &"active".into(), &false.into());
        let made = JsFuture::from(chrome::create_tab(&page).ok()?).await.ok()?;
        let made: TabSeen = serde_wasm_bindgen::from_value(made).ok()?;
        let tab = Self {
            id: made.id?,
            own: true,
        };
        tab.keep_in_memory().await;
        for _ in 0..GLANCES {
            let seen = tab.look().await?;
            if seen.is_complete() && seen.url.is_some() {
                if seen.is_on(instance) {
                    return Some(tab);
                }
                // It was led elsewhere.
                break;
            }
            clock::pause(GLANCE).await;
        }
        tab.close();
        None
    }

    /// Its number.
    pub fn id(self) -> i32 {
        self.id
    }

    /// Closes it if it was opened here; a tab of the person's stays.
    pub fn close(self) {
        if self.own
            && let Ok(closed) = remove(self.id)
        {
            chrome::finish(closed);
        }
    }

    async fn look(self) -> Option<TabSeen> {
        let told = JsFuture::from(get(self.id).ok()?).await.ok()?;
        serde_wasm_bindgen::from_value(told).ok()
    }

    /// A tab that nobody looks at may be put out of memory: not this one.
    /// Where the browser does not take that, it is done without.
    async fn keep_in_memory(self) {
        let kept = chrome::update_tab(self.id, &object("autoDiscardable", &false.into()));
        if let Ok(kept) = kept {
            let _ = JsFuture::from(kept).await;
        }
    }
}
