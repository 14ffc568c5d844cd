//! Writes the list: as many rows as are in view, used again and again.

use rebadge::browser::{day, dom, say};
use rebadge::dashboard::{Column, ROW_HEIGHT, RowView, TableView};
use rebadge::popup::{Text, Tone};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::words;

/// Rows above the first of the list: its head.
const HEADS: usize = 1;

/// Writes the list and its head, as far as they have changed.
pub fn write(view: &TableView, before: Option<&TableView>) {
    let grid: Element = dom::by_id("grid");
    dom::set_state(&grid, "aria-busy", view.loading);
    dom::set_attribute(&grid, "aria-rowcount", &(view.count + HEADS).to_string());
    if view.rows.iter().any(|row| row.place == view.active) {
        dom::set_attribute(&grid, "aria-activedescendant", &id(view.active));
    } else {
        let _ = grid.remove_attribute("aria-activedescendant");
    }
    let all: HtmlInputElement = dom::by_id("all");
    all.set_checked(view.all_selected);
    if before.is_none_or(|before| before.sort != view.sort) {
        write_sort(view);
    }
    if before.is_none_or(|before| before.chips != view.chips) {
        write_chips(view);
    }
    dom::show("empty", view.empty.is_some());
    dom::write("empty", &view.empty.as_ref().map(say).unwrap_or_default());
    let rows: HtmlElement = dom::by_id("rows");
    let height = format!("{}px", view.count * ROW_HEIGHT);
    let _ = rows.style().set_property("height", &height);
    write_rows(&rows, view, before);
}

fn write_chips(view: &TableView) {
    for (chip, on) in ["private", "due", "not-mine"].into_iter().zip(view.chips) {
        dom::each(&format!("[data-act=toggle][data-value={chip}]"), |button| {
            dom::set_state(button, "aria-pressed", on);
        });
    }
}

fn write_sort(view: &TableView) {
    let ascending = !view.sort.reversed;
    for (column, name) in [
        (Column::Name, "name"),
        (Column::Visibility, "visibility"),
        (Column::Analysis, "analysis"),
        (Column::Age, "age"),
        (Column::Renewal, "renewal"),
        (Column::Standing, "standing"),
    ] {
        dom::each(
            &format!("[role=columnheader]:has([data-value={name}])"),
            |head| {
                if view.sort.column == column {
                    let order = if ascending { "ascending" } else { "descending" };
                    dom::set_attribute(head, "aria-sort", order);
                } else {
                    let _ = head.remove_attribute("aria-sort");
                }
            },
        );
    }
}

fn id(place: usize) -> String {
    format!("line-{place}")
}

fn write_rows(rows: &Element, view: &TableView, before: Option<&TableView>) {
    dom::keep(rows, view.rows.len());
    while (rows.child_element_count() as usize) < view.rows.len() {
        let Some(line) = dom::from_template("line") else {
            return;
        };
        let _ = rows.append_child(&line);
    }
    let active = |view: &TableView, row: &RowView| row.place == view.active;
    let is_there = |index: usize, row: &RowView| {
        before.is_some_and(|before| {
            before.rows.get(index) == Some(row) && active(before, row) == active(view, row)
        })
    };
    for (index, row) in view.rows.iter().enumerate() {
        if is_there(index, row) {
            continue;
        }
        if let Some(line) = dom::child(rows, index) {
            write_row(&line, row, active(view, row));
        }
    }
}

fn write_row(line: &Element, row: &RowView, active: bool) {
    line.set_id(&id(row.place));
    dom::set_attribute(line, "data-value", &row.place.to_string());
    dom::set_attribute(line, "aria-rowindex", &(row.place + HEADS + 1).to_string());
    dom::set_state(line, "aria-selected", row.selected);
    line.set_class_name(if active { "line active" } else { "line" });
    let top = format!("{}px", row.place * ROW_HEIGHT);
    let _ = line
        .unchecked_ref::<HtmlElement>()
        .style()
        .set_property("top", &top);
    let cells = line.children();
    let cell = |number| cells.item(number);
    if let Some(tick) = cell(0).and_then(|cell| cell.first_element_child()) {
        let tick: HtmlInputElement = tick.unchecked_into();
        tick.set_checked(row.selected);
        dom::set_attribute(&tick, "aria-label", &row.name);
    }
    if let Some(names) = cell(1).map(|cell| cell.children()) {
        if let Some(name) = names.item(0).and_then(|name| name.first_element_child()) {
            dom::set_text(&name, &row.name);
            // Names and keys may be longer than their place.
            dom::set_attribute(&name, "title", &row.name);
        }
        if let Some(key) = names.item(1) {
            dom::set_text(&key, &row.key);
            dom::set_attribute(&key, "title", &row.key);
        }
    }
    let visibility = row.visibility.as_ref().map(say).unwrap_or_default();
    let renewed = row.renewed.map(day).unwrap_or_default();
    for (number, text) in [(2, &visibility), (3, &row.analysed), (5, &renewed)] {
        if let Some(cell) = cell(number) {
            dom::set_text(&cell, text);
        }
    }
    write_toned(cell(4), "num", Some(&row.age));
    write_toned(cell(6), "", row.state.as_ref());
    if let Some(copy) = cell(7).and_then(|cell| cell.first_element_child()) {
        dom::set_text(&copy, &say(&row.copy));
        dom::set_attribute(&copy, "data-value", &row.key);
        dom::set_attribute(&copy, "aria-description", &row.name);
    }
}

fn write_toned(cell: Option<Element>, class: &str, words: Option<&(Text, Tone)>) {
    let Some(cell) = cell else {
        return;
    };
    let (text, tone) = match words {
        Some((text, tone)) => (say(text), words::class(*tone)),
        None => (String::new(), ""),
    };
    cell.set_class_name(&format!("{class} {tone}"));
    dom::set_text(&cell, &text);
    dom::set_attribute(&cell, "title", &text);
}
