//! What a person does, as actions.

use std::rc::Rc;

use rebadge::badge::{Format, Metric};
use rebadge::browser::dom;
use rebadge::page::{BranchName, OrganizationKey, ProjectKey};
use rebadge::popup::{Action, Copyable, Event};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
};

use crate::app::App;
use crate::render;

/// Listens to the whole document.
pub fn begin(app: &Rc<App>) {
    let here = Rc::clone(app);
    dom::listen("click", move |event: MouseEvent| {
        let action = target(&event).as_ref().and_then(clicked);
        // The second click of a double click comes when the first has renewed.
        if let Some(action) = action.filter(|a| event.detail() < 2 || *a != Action::Renew) {
            here.dispatch(Event::Did(action));
        }
    });
    let here = Rc::clone(app);
    dom::listen("change", move |event: web_sys::Event| {
        if let Some(action) = target(&event).as_ref().and_then(chosen) {
            here.dispatch(Event::Did(action));
        }
    });
    let here = Rc::clone(app);
    dom::listen("input", move |event: web_sys::Event| {
        if let Some(filter) = target(&event).filter(|element| element.id() == "filter") {
            let text = filter.unchecked_into::<HtmlInputElement>().value();
            here.dispatch(Event::Did(Action::Filter(text)));
        }
    });
    let here = Rc::clone(app);
    dom::listen("keydown", move |event: KeyboardEvent| {
        if let Some(action) = pressed(&event) {
            event.prevent_default();
            here.dispatch(Event::Did(action));
        }
    });
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn clicked(target: &Element) -> Option<Action> {
    let button = target.closest("[data-act]").ok()??;
    if button.get_attribute("aria-disabled").as_deref() == Some("true") {
        return None;
    }
    let value = || button.get_attribute("data-value").unwrap_or_default();
    Some(match button.get_attribute("data-act")?.as_str() {
        "copy-organization-key" => Action::Copy(Copyable::OrganizationKey),
        "copy-listed-organization-key" => Action::Copy(Copyable::ListedOrganizationKey(
            OrganizationKey::parse(&value()).ok()?,
        )),
        "copy-project-key" => Action::Copy(Copyable::ProjectKey),
        "copy-snippet" => Action::Copy(Copyable::Snippet),
        "copy-token" => Action::Copy(Copyable::Token),
        "copy-region" => Action::Copy(Copyable::Region),
        "copy-base-url" => Action::Copy(Copyable::BaseUrl),
        "copy-properties" => Action::Copy(Copyable::Properties),
        "toggle-token" => Action::ToggleToken,
        "toggle-token-card" => Action::ToggleTokenCard,
        "renew" => Action::Renew,
        "open-information" => Action::OpenInformation,
        "pick-project" => Action::PickProject(ProjectKey::parse(&value()).ok()?),
        "pick-organization" => Action::PickOrganization(OrganizationKey::parse(&value()).ok()?),
        "all-projects" => Action::AllProjects,
        "connection" => Action::Connection,
        "back" => Action::Back,
        "link" => return render::link_action(&value()),
        _ => return None,
    })
}

fn chosen(target: &Element) -> Option<Action> {
    let select: &HtmlSelectElement = target.dyn_ref()?;
    let value = select.value();
    Some(match target.get_attribute("data-change")?.as_str() {
        "metric" => Action::ChooseMetric(Metric::of_key(&value)?),
        "branch" => Action::ChooseBranch(BranchName::parse(&value).ok()),
        "format" => Action::ChooseFormat(Format::of_id(&value)?),
        _ => return None,
    })
}

/// Enter presses the primary button, unless the focus is on something that
/// Enter means something else for; Escape goes back; arrows walk the list.
fn pressed(event: &KeyboardEvent) -> Option<Action> {
    let target = target(event);
    let own = |tags: &[&str]| {
        target
            .as_ref()
            .is_some_and(|element| tags.contains(&element.tag_name().as_str()))
    };
    match event.key().as_str() {
        _ if event.is_composing() => None,
        // A key held down is one press.
        "Enter" if event.repeat() => {
            event.prevent_default();
            None
        }
        "Enter" if !own(&["BUTTON", "SELECT", "A"]) => Some(Action::Primary),
        "Escape" if !dom::by_id::<HtmlElement>("back").hidden() => Some(Action::Back),
        "ArrowDown" if own(&["INPUT"]) || in_rows(target.as_ref()) => walk(event, true),
        "ArrowUp" if in_rows(target.as_ref()) => walk(event, false),
        _ => None,
    }
}

fn in_rows(target: Option<&Element>) -> bool {
    target.is_some_and(|element| matches!(element.closest("#rows"), Ok(Some(_))))
}

/// Moves the focus from row to row, and back into the filter above the first.
fn walk(event: &KeyboardEvent, down: bool) -> Option<Action> {
    event.prevent_default();
    let row = target(event)?.closest("#rows > li").ok()?;
    let next = match (row, down) {
        (None, _) => dom::by_id::<Element>("rows").first_element_child(),
        (Some(row), true) => row.next_element_sibling(),
        (Some(row), false) => row.previous_element_sibling(),
    };
    let focus: Option<HtmlElement> = match next {
        Some(row) => row
            .query_selector(".pick")
            .ok()?
            .map(JsCast::unchecked_into),
        None if down => None,
        None => Some(dom::by_id("filter")),
    };
    let _ = focus?.focus();
    None
}
