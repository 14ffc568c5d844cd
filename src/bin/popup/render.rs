//! Writes the view into the page.

mod gallery;
mod list;
mod message;
mod pictures;
mod project;

use rebadge::badge::Format;
use rebadge::browser::{dom, say};
use rebadge::popup::{ConnectionView, ScreenView, View, format_name, instance_name};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

pub use gallery::begin as watch;
pub use message::link_action;

/// Writes what has changed.
pub fn write(view: &View, before: Option<&View>) {
    let shown = match &view.screen {
        // The page's own outline, or what `opening.js` made of it.
        ScreenView::Loading => None,
        ScreenView::Project(_) => Some("project"),
        ScreenView::Gallery(_) => Some("gallery"),
        ScreenView::List(_) => Some("list"),
        ScreenView::Connection(_) => Some("connection"),
        ScreenView::Trouble(_) => Some(""),
    };
    if let Some(shown) = shown {
        for screen in ["project", "gallery", "list", "connection"] {
            dom::show(screen, screen == shown);
        }
    }
    let trouble = match &view.screen {
        ScreenView::Trouble(trouble) => Some(trouble),
        ScreenView::List(list) => list.trouble.as_ref(),
        _ => None,
    };
    dom::show("trouble", trouble.is_some());
    if let Some(trouble) = trouble {
        message::write_trouble(trouble);
    }
    let same = before.is_some_and(|before| before.screen == view.screen);
    match &view.screen {
        ScreenView::Loading | ScreenView::Trouble(_) => {}
        _ if same => {}
        ScreenView::Project(project) => project::write(project),
        ScreenView::Gallery(gallery) => gallery::write(gallery),
        ScreenView::List(list) => list::write(list),
        ScreenView::Connection(connection) => write_connection(connection),
    }
    if let Some(instance) = &view.instance {
        let version = view.version.as_deref().unwrap_or_default();
        dom::write("instance", &say(&instance_name(instance, version)));
    }
    dom::show("back", view.back);
    dom::show("all-projects", view.all_projects);
    dom::show("details", view.connection);
    let status = view.status.as_ref().map_or_else(String::new, say);
    dom::write("status", &status);
    message::write_alert(view.alert.as_ref());
}

/// Fills the choices that never change.
pub fn catalogue() {
    let formats = Format::ALL.map(|format| (format.id(), say(&format_name(format))));
    dom::fill("format", &formats);
    dom::fill("gallery-format", &formats);
    gallery::catalogue();
}

/// Enables a button, or disables it.
pub fn enable(selector: &str, enabled: bool) {
    dom::each(selector, |button| {
        let button: &HtmlElement = button.unchecked_ref();
        let _ = button.toggle_attribute_with_force("disabled", !enabled);
    });
}

fn write_connection(view: &ConnectionView) {
    let key = view.organization.as_deref();
    for (id, value) in [("organization", key), ("region", view.region.as_deref())] {
        dom::show(&format!("connection-{id}-row"), value.is_some());
        dom::write(&format!("connection-{id}"), value.unwrap_or_default());
    }
    dom::write("connection-base-url", &view.base_url);
    dom::write("connection-properties", &view.properties);
}
