//! The page without an address of its own: whose projects are known, to choose
//! from.

use rebadge::browser::records::Snapshot;
use rebadge::browser::{dom, say};
use rebadge::popup::instance_name;
use rebadge::rotation::{Owner, Place, Records};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

/// Shows all owners that the dashboard was about before.
pub async fn offer() {
    dom::show("projects", false);
    dom::show("lost", true);
    let Ok(stored) = Snapshot::take().await else {
        return;
    };
    let list: Element = dom::by_id("owners");
    for (name, _) in stored.all::<()>(Records::ROSTER) {
        if let Some(owner) = Owner::of_name(&name, Records::ROSTER.trim_end())
            && let Some(line) = line(owner)
        {
            let _ = list.append_child(&line);
        }
    }
}

fn line(owner: Owner) -> Option<Element> {
    let document = dom::document();
    let line = document.create_element("li").ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.unchecked_into();
    let host = say(&instance_name(&owner.instance, ""));
    let words = match &owner.organization {
        Some(organization) => format!("{organization} · {host}"),
        None => format!("{host} · {}", owner.instance.base_url()),
    };
    link.set_text_content(Some(&words));
    link.set_href(&Place { owner, tab: None }.address());
    line.append_child(&link).ok()?;
    Some(line)
}
