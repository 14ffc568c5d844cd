//! What a person does, as actions.

mod keyboard;

use std::cell::Cell;
use std::rc::Rc;

use rebadge::badge::{Format, Kind, LinkTarget, TokenUse};
use rebadge::browser::{Sight, dom};
use rebadge::page::{BranchName, OrganizationKey, ProjectKey};
use rebadge::popup::{Action, Copyable, Event};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

use crate::app::App;
use crate::render;

/// Listens to the whole document.
pub fn begin(app: &Rc<App>) {
    let here = Rc::clone(app);
    let first = Cell::new(None);
    dom::listen("click", move |event: MouseEvent| {
        let place = here.place();
        if event.detail() < 2 {
            first.set(place);
        } else if first.get() != place {
            // The second click of a double click, on what has taken the place of
            // what the first was on.
            event.prevent_default();
            return;
        }
        let action = target(&event).as_ref().and_then(clicked);
        if let Some(action) = action.filter(|action| is_meant(&here, action, event.detail())) {
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
        if let Some(action) = target(&event).as_ref().and_then(typed) {
            here.dispatch(Event::Did(action));
        }
    });
    let here = Rc::clone(app);
    render::watch(Sight::new(move |row: Element| {
        let kind = row
            .get_attribute("data-value")
            .and_then(|id| Kind::of_id(&id));
        if let Some(kind) = kind {
            here.dispatch(Event::Saw(kind));
        }
    }));
    let here = Rc::clone(app);
    dom::listen("keydown", move |event: KeyboardEvent| {
        if let Some(action) = keyboard::pressed(&event) {
            event.prevent_default();
            here.dispatch(Event::Did(action));
        }
    });
}

/// Whether a press is meant, by its place among those of a multiple click, or 0
/// where it is one of a key. The second of those that renew is not, and comes right
/// after the first has renewed.
fn is_meant(app: &App, action: &Action, detail: i32) -> bool {
    let too_soon = match detail {
        0 => app.rests(),
        1 => false,
        _ => true,
    };
    *action != Action::Renew || !too_soon
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
        "toggle-gallery" => Action::ToggleGallery,
        "reset-choice" => Action::ResetChoice,
        "move-back" => shift(&value(), true)?,
        "move-on" => shift(&value(), false)?,
        "all-projects" => Action::AllProjects,
        "connection" => Action::Connection,
        "back" => Action::Back,
        "link" => return render::link_action(&value()),
        _ => return None,
    })
}

/// Moves a badge of the gallery.
fn shift(id: &str, back: bool) -> Option<Action> {
    let kind = Kind::of_id(id)?;
    Some(Action::Shift { kind, back })
}

fn typed(target: &Element) -> Option<Action> {
    let text = || target.unchecked_ref::<HtmlInputElement>().value();
    Some(match target.id().as_str() {
        "filter" => Action::Filter(text()),
        "badge-filter" => Action::FilterBadges(text()),
        "alternative" => Action::ChooseAlternative(text()),
        _ => return None,
    })
}

fn chosen(target: &Element) -> Option<Action> {
    let value = match target.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => {
            // The tick follows the choice, not the other way round.
            let tick: &HtmlInputElement = target.dyn_ref()?;
            tick.set_checked(!tick.checked());
            target.get_attribute("data-value")?
        }
    };
    Some(match target.get_attribute("data-change")?.as_str() {
        "kind" => Action::ChooseKind(Kind::of_id(&value)?),
        "branch" => Action::ChooseBranch(BranchName::parse(&value).ok()),
        "format" => Action::ChooseFormat(Format::of_id(&value)?),
        "link" => Action::ChooseLink(LinkTarget::of_id(&value)?),
        "token-use" => Action::ChooseTokenUse(TokenUse::of_id(&value)?),
        "tick" => Action::Tick(Kind::of_id(&value)?),
        _ => return None,
    })
}
