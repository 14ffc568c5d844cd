//! Writes a list to choose from.

use rebadge::browser::{dom, say};
use rebadge::popup::{Action, ListView, RowView, Text};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Writes the whole screen.
pub fn write(view: &ListView) {
    dom::show("list-organization", view.organization.is_some());
    if let Some(organization) = &view.organization {
        dom::write("listed-organization", organization);
    }
    dom::show("list-body", view.trouble.is_none());
    dom::write("list-heading", &say(&view.heading));
    let filter: HtmlInputElement = dom::by_id("filter");
    filter.set_placeholder(&say(&view.placeholder));
    dom::set_value(&filter, &view.filter);
    let rows: Element = dom::by_id("rows");
    dom::set_state(&rows, "aria-busy", view.loading);
    write_rows(&rows, &view.rows);
    dom::show("rows", !view.rows.is_empty() || view.loading);
    dom::show("list-note", view.note.is_some());
    if let Some(note) = &view.note {
        dom::write("list-note", &say(note));
    }
}

/// Writes the rows anew, and leaves the keyboard's focus where it was.
fn write_rows(rows: &Element, views: &[RowView]) {
    let focused = dom::document()
        .active_element()
        .filter(|element| rows.contains(Some(element)))
        .map(|element| ["data-act", "data-value"].map(|name| element.get_attribute(name)));
    let written: Option<Vec<_>> = views.iter().map(row).collect();
    rows.set_text_content(None);
    for row in written.into_iter().flatten() {
        let _ = rows.append_child(&row);
    }
    let Some(focused) = focused else {
        return;
    };
    dom::each("#rows button", |button| {
        if ["data-act", "data-value"].map(|name| button.get_attribute(name)) == focused {
            let _ = button.unchecked_ref::<HtmlElement>().focus();
        }
    });
}

fn row(view: &RowView) -> Option<Element> {
    let row = dom::from_template("row")?;
    let find = |selector| row.query_selector(selector).ok().flatten();
    let pick = find(".pick")?;
    let act = match view.pick {
        Action::PickOrganization(_) => "pick-organization",
        _ => "pick-project",
    };
    dom::set_attribute(&pick, "data-act", act);
    dom::set_attribute(&pick, "data-value", &view.key);
    find("bdi")?.set_text_content(Some(&view.name));
    find(".mono")?.set_text_content(Some(&view.key));
    if let Some(visibility) = &view.visibility {
        let chip = find(".chip")?;
        chip.set_text_content(Some(&say(visibility)));
        let _ = chip.remove_attribute("hidden");
    }
    if let Some(key) = &view.copy {
        let copy = dom::from_template("row-copy")?;
        dom::set_attribute(&copy, "data-act", "copy-listed-organization-key");
        dom::set_attribute(&copy, "data-value", key.as_str());
        let name = say(&Text::new("copy_organization_key"));
        dom::set_attribute(&copy, "title", &name);
        dom::set_attribute(&copy, "aria-description", key.as_str());
        let _ = row.append_child(&copy);
    }
    Some(row)
}
