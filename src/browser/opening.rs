//! What `opening.js` has begun before this program was up.

use js_sys::{Map, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::renewal::Moment;
use crate::settings::Rules;

#[wasm_bindgen(raw_module = "../opening.js")]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = opening)]
    static OPENING: Promise;

    #[wasm_bindgen(extends = js_sys::Object)]
    type Opened;
    #[wasm_bindgen(method, getter, structural)]
    fn tab(this: &Opened) -> Option<Tab>;
    #[wasm_bindgen(method, getter, structural)]
    fn at(this: &Opened) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    fn early(this: &Opened) -> Map;
    #[wasm_bindgen(method, getter, structural)]
    fn context(this: &Opened) -> Option<String>;
    #[wasm_bindgen(method, getter, structural)]
    fn busy(this: &Opened) -> Option<bool>;
    #[wasm_bindgen(method, getter, structural)]
    fn managed(this: &Opened) -> JsValue;

    #[wasm_bindgen(extends = js_sys::Object)]
    type Tab;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &Tab) -> Option<i32>;
    #[wasm_bindgen(method, getter, structural)]
    fn url(this: &Tab) -> Option<String>;
}

/// The tab that the popup was opened on.
#[derive(Debug)]
pub struct Opening {
    /// The tab's number.
    pub tab: i32,
    /// The page's URL, where the browser tells it.
    pub url: Option<String>,
    /// When the early requests were sent.
    pub at: Moment,
    /// The answers on their way, by the path that was asked.
    pub early: Map,
    /// The context path, where the page says it is a SonarQube Server's.
    pub context: Option<String>,
    /// Whether the page is too busy to say whose it is.
    pub busy: bool,
    /// What a company allows.
    pub rules: Rules,
}

impl Opening {
    /// Waits for the browser to tell the tab; nothing where it does not.
    pub async fn wait() -> Option<Self> {
        let opened = JsFuture::from(OPENING.with(Clone::clone)).await.ok()?;
        let opened: Opened = opened.unchecked_into();
        let tab = opened.tab()?;
        #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
        let at = Moment(opened.at() as i64);
        Some(Self {
            tab: tab.id()?,
            url: tab.url(),
            at,
            early: opened.early(),
            context: opened.context(),
            busy: opened.busy() == Some(true),
            rules: serde_wasm_bindgen::from_value(opened.managed()).unwrap_or_default(),
        })
    }
}
