//! What a person does, as actions.

use std::rc::Rc;

use rebadge::browser::dom;
use rebadge::dashboard::{Action, Chip, Column, Copyable, Event, Reach, Section, Window};
use rebadge::page::ProjectKey;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent};

use crate::app::App;
use crate::{keyboard, render};

/// Listens to the whole document.
pub fn begin(app: &Rc<App>) {
    let here = Rc::clone(app);
    dom::listen("click", move |event: MouseEvent| {
        if let Some(action) = target(&event).and_then(|target| clicked(&target, &event)) {
            here.dispatch(Event::Did(action));
        }
    });
    let here = Rc::clone(app);
    dom::listen("input", move |event: web_sys::Event| {
        let typed = target(&event).filter(|target| target.id() == "filter");
        if let Some(input) = typed.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            here.dispatch(Event::Did(Action::Filter(input.value())));
        }
    });
    let here = Rc::clone(app);
    dom::listen("keydown", move |event: KeyboardEvent| {
        if let Some(action) = keyboard::pressed(&event) {
            event.prevent_default();
            here.dispatch(Event::Did(action));
        }
    });
    // A dialog that is closed by Escape.
    let here = Rc::clone(app);
    let plan: Element = dom::by_id("plan");
    dom::listen_on(&plan, "cancel", move |event: web_sys::Event| {
        event.prevent_default();
        here.dispatch(Event::Did(Action::Cancel));
    });
    let grid: Element = dom::by_id("grid");
    let here = Rc::clone(app);
    dom::listen_on(&grid, "scroll", move |_: web_sys::Event| measure(&here));
    let here = Rc::clone(app);
    dom::on_resize(&grid, move || measure(&here));
}

/// Tells which part of the list is in view.
fn measure(app: &Rc<App>) {
    let grid: HtmlElement = dom::by_id("grid");
    let pixels = |length: i32| usize::try_from(length).unwrap_or_default();
    app.dispatch(Event::Scrolled(Window {
        top: pixels(grid.scroll_top()),
        height: pixels(grid.client_height()),
    }));
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn clicked(target: &Element, event: &MouseEvent) -> Option<Action> {
    let button = target.closest("[data-act], [data-change]").ok()??;
    if button.get_attribute("data-change").as_deref() == Some("all") {
        return Some(Action::ToggleAll);
    }
    let value = button.get_attribute("data-value").unwrap_or_default();
    Some(match button.get_attribute("data-act")?.as_str() {
        "show" => Action::Show(section(&value)?),
        "toggle" => Action::Toggle(chip(&value)?),
        "sort" => Action::SortBy(column(&value)?),
        "choose" => {
            // The tick follows the selection, not the other way round.
            event.prevent_default();
            let reach = if event.shift_key() {
                Reach::Range
            } else {
                Reach::One
            };
            Action::Choose(place(&button)?, reach)
        }
        "copy-snippet" => Action::Copy(Copyable::Snippet(ProjectKey::parse(&value).ok()?)),
        "copy-organization-key" => Action::Copy(Copyable::OrganizationKey),
        "rotate-due" => Action::PlanDue,
        "rotate-selected" => Action::PlanSelected,
        "clear-selection" => Action::ClearSelection,
        "cancel" => Action::Cancel,
        "confirm" => Action::Confirm,
        "alert" => return render::alert_action(),
        "run" => return render::run_action(&value),
        _ => return None,
    })
}

/// The place of a row among those that are shown.
fn place(row: &Element) -> Option<usize> {
    row.get_attribute("data-value")?.parse().ok()
}

fn section(id: &str) -> Option<Section> {
    Some(match id {
        "projects" => Section::Projects,
        "record" => Section::Record,
        "settings" => Section::Settings,
        _ => return None,
    })
}

fn chip(id: &str) -> Option<Chip> {
    Some(match id {
        "private" => Chip::Private,
        "due" => Chip::Due,
        "not-mine" => Chip::NotMine,
        _ => return None,
    })
}

fn column(id: &str) -> Option<Column> {
    Some(match id {
        "name" => Column::Name,
        "visibility" => Column::Visibility,
        "analysis" => Column::Analysis,
        "age" => Column::Age,
        "renewal" => Column::Renewal,
        "standing" => Column::Standing,
        _ => return None,
    })
}
