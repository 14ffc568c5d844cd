//! Writes the view into the page, and only what has changed.

mod actions;
mod dialog;
mod history;
mod preferences;
mod reach;
mod run;
mod table;
mod words;

use rebadge::browser::{dom, say};
use rebadge::dashboard::{Section, View};
use rebadge::popup::instance_name;
use web_sys::Element;

pub use actions::{alert_action, run_action};
pub use dialog::DIALOGS;

/// Writes the page.
pub fn write(view: &View, before: Option<&View>) {
    if before.is_none() {
        dom::write("instance", &say(&instance_name(&view.instance, "")));
        dom::show("copy-organization-key", view.organization.is_some());
        if let Some(organization) = &view.organization {
            dom::write("organization", organization);
            dom::document().set_title(&format!("{organization} – Rebadge"));
        }
    }
    let same = |part: fn(&View, &View) -> bool| before.is_some_and(|before| part(before, view));
    if !same(|a, b| a.section == b.section) {
        write_section(view.section);
    }
    if !same(|a, b| a.summary == b.summary) {
        words::write_summary(&view.summary);
    }
    if !same(|a, b| a.listing == b.listing) {
        dom::write(
            "listing",
            &view.listing.as_ref().map(say).unwrap_or_default(),
        );
    }
    actions::write("rotate-due", &view.rotate_due);
    if !same(|a, b| a.table == b.table) {
        table::write(&view.table, before.map(|before| &before.table));
    }
    if !same(|a, b| a.selection == b.selection) {
        dom::show("selection", view.selection.is_some());
        if let Some(selection) = &view.selection {
            dom::write("selected", &say(&selection.count));
            actions::write("rotate-selected", &selection.rotate);
        }
    }
    if !same(|a, b| a.run == b.run) {
        run::write(view.run.as_ref());
    }
    if !same(|a, b| a.dialog == b.dialog) {
        dialog::write(view.dialog.as_ref());
    }
    dom::show("export", view.may_hand_over);
    if let Some(history) = view
        .history
        .as_ref()
        .filter(|_| !same(|a, b| a.history == b.history))
    {
        history::write(history);
    }
    let reach = view.reach.as_ref();
    if let Some(reach) = reach.filter(|_| !same(|a, b| a.reach == b.reach)) {
        reach::write(reach);
    }
    let preferences = view.preferences.as_ref();
    if let Some(preferences) = preferences.filter(|_| !same(|a, b| a.preferences == b.preferences))
    {
        preferences::write(preferences);
    }
    dom::write("status", &view.status.as_ref().map(say).unwrap_or_default());
    if !same(|a, b| a.alert == b.alert) {
        actions::write_alert(view.alert.as_ref());
    }
    mark(view, before);
}

/// Marks when the first rows are there, and when all are.
fn mark(view: &View, before: Option<&View>) {
    let before = before.map(|before| &before.table);
    if !view.table.rows.is_empty() && before.is_none_or(|table| table.rows.is_empty()) {
        dom::mark("rebadge:rows");
    }
    if !view.table.loading && before.is_none_or(|table| table.loading) {
        dom::mark("rebadge:listed");
    }
}

/// Fills what can be chosen from.
pub fn catalogue() {
    history::catalogue();
    preferences::catalogue();
}

fn write_section(section: Section) {
    let shown = match section {
        Section::Projects => "projects",
        Section::Record => "record",
        Section::Settings => "settings",
    };
    for id in ["projects", "record", "settings"] {
        dom::show(id, id == shown);
    }
    dom::each("nav [data-value]", |button: &Element| {
        if button.get_attribute("data-value").as_deref() == Some(shown) {
            dom::set_attribute(button, "aria-current", "page");
        } else {
            let _ = button.remove_attribute("aria-current");
        }
    });
}
