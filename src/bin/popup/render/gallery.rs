//! Writes all badges to choose from.

use std::cell::OnceCell;

use rebadge::badge::{Kind, LinkTarget, TokenUse};
use rebadge::browser::{Sight, dom, say};
use rebadge::popup::{
    BadgeRow, GalleryView, PictureView, Text, about, copy_label, link_name, token_use_name,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::enable;
use super::pictures::write_picture;

thread_local! {
    /// Who watches for badges that come into view.
    static SIGHT: OnceCell<Sight> = const { OnceCell::new() };
}

/// Has somebody watch for badges that come into view.
pub fn begin(sight: Sight) {
    SIGHT.with(|watching| {
        let _ = watching.set(sight);
    });
}

/// Fills the choices that never change.
pub fn catalogue() {
    dom::fill(
        "link",
        &LinkTarget::ALL.map(|target| (target.id(), say(&link_name(target)))),
    );
    dom::fill(
        "token-use",
        &TokenUse::ALL.map(|usage| (usage.id(), say(&token_use_name(usage)))),
    );
}

/// Writes the whole screen.
pub fn write(view: &GalleryView) {
    let filter: HtmlInputElement = dom::by_id("badge-filter");
    dom::set_value(&filter, &view.filter);
    if view.filter.is_empty() {
        filter.set_placeholder(&say(&Text::new("filter_badges").with(view.rows.len())));
    }
    write_rows(&view.rows);
    for (id, value) in [
        ("link", view.link.id()),
        ("token-use", view.token.id()),
        ("gallery-format", view.format.id()),
    ] {
        dom::by_id::<HtmlSelectElement>(id).set_value(value);
    }
    let alternative: HtmlInputElement = dom::by_id("alternative");
    dom::set_value(&alternative, &view.alternative);
    alternative.set_disabled(!view.has_alternative);
    let first = view.rows.iter().find(|row| row.place == Some(1));
    let name = first.map_or_else(String::new, |row| row.kind.name().into_owned());
    alternative.set_placeholder(&name);
    dom::write("copy-row", &say(&copy_label(view.format)));
    enable("#copy-row", view.snippet.is_some());
}

/// Writes the rows; those that stay keep their element, and with it the place
/// of the keyboard.
fn write_rows(views: &[BadgeRow]) {
    let rows: Element = dom::by_id("badge-rows");
    let focused = dom::document().active_element();
    for (index, view) in views.iter().enumerate() {
        let id = view.kind.id();
        let Some(row) = find(&rows, index, &id).or_else(|| new_row(&view.kind, &id)) else {
            return;
        };
        let there = dom::child(&rows, index);
        if there.as_ref() != Some(&row) {
            let _ = rows.insert_before(&row, there.as_deref());
        }
        if view.picture == PictureView::Loading {
            SIGHT.with(|sight| {
                if let Some(sight) = sight.get() {
                    sight.watch(&row);
                }
            });
        }
        write_row(&row, view);
    }
    dom::keep(&rows, views.len());
    // A row that was moved has lost it.
    if let Some(focused) = focused.filter(|focused| rows.contains(Some(focused))) {
        let _ = focused.unchecked_into::<HtmlElement>().focus();
    }
}

/// The row of that badge, from a place on: those before are written already.
fn find(rows: &Element, from: usize, id: &str) -> Option<Element> {
    (from..)
        .map_while(|place| dom::child(rows, place))
        .find(|row| row.get_attribute("data-value").as_deref() == Some(id))
}

fn new_row(kind: &Kind, id: &str) -> Option<Element> {
    let row = dom::from_template("badge-row")?;
    dom::set_attribute(&row, "data-value", id);
    for (selector, words) in [
        ("input", None),
        ("[data-act=move-back]", Some("move_back")),
        ("[data-act=move-on]", Some("move_on")),
    ] {
        let control = row.query_selector(selector).ok()??;
        dom::set_attribute(&control, "data-value", id);
        if let Some(words) = words {
            let name = say(&Text::new(words).with(kind.name()));
            dom::set_attribute(&control, "title", &name);
        }
    }
    row.query_selector("b")
        .ok()??
        .set_text_content(Some(&kind.name()));
    row.query_selector(".lines > .note")
        .ok()??
        .set_text_content(Some(&say(&about(kind))));
    Some(row)
}

fn write_row(row: &Element, view: &BadgeRow) {
    let find = |selector| row.query_selector(selector).ok().flatten();
    if let Some(tick) = find("input") {
        tick.unchecked_into::<HtmlInputElement>()
            .set_checked(view.place.is_some());
    }
    for (selector, shown) in [
        (
            "[data-act=move-back]",
            view.place.is_some_and(|place| place > 1),
        ),
        ("[data-act=move-on]", view.place.is_some() && !view.is_last),
    ] {
        if let Some(button) = find(selector) {
            button.unchecked_into::<HtmlElement>().set_hidden(!shown);
        }
    }
    if let Some(shot) = find(".shot") {
        // Its name stands beside it.
        write_picture(&shot, &view.picture, "");
    }
}
