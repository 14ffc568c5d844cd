//! Which of the browser's tabs serves to reach an instance.

use serde::Deserialize;

use crate::page::Instance;

/// A tab, as the browser tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TabSeen {
    /// Its number.
    pub id: Option<i32>,
    /// Its URL, which the browser tells only where there is access to it.
    pub url: Option<String>,
    /// `loading` or `complete`.
    #[serde(default)]
    pub status: String,
    /// Whether its page was put out of memory: nothing runs in it.
    #[serde(default)]
    pub discarded: bool,
    /// Whether its page is stopped: nothing runs in it for now.
    #[serde(default)]
    pub frozen: bool,
}

impl TabSeen {
    /// Whether it shows a page of the instance. Another application on the same
    /// origin does not count: cookies may be bound to the context path.
    pub fn is_on(&self, instance: &Instance) -> bool {
        let url = self.url.as_deref().unwrap_or_default();
        url.strip_prefix(instance.base_url())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
    }

    /// Whether its page has been loaded.
    pub fn is_complete(&self) -> bool {
        self.status == "complete"
    }
}

/// The number of the tab that serves best: on the instance and able to run,
/// one that has been loaded before one that is still loading.
pub fn best(tabs: &[TabSeen], instance: &Instance) -> Option<i32> {
    tabs.iter()
        .filter(|tab| tab.is_on(instance) && !tab.discarded && !tab.frozen)
        .filter_map(|tab| Some((!tab.is_complete(), tab.id?)))
        .min_by_key(|(is_loading, _)| *is_loading)
        .map(|(_, id)| id)
}
