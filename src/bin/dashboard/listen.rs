//! What a person does, as actions.

use std::rc::Rc;

use rebadge::badge::{Format, LinkTarget, TokenUse};
use rebadge::browser::{dom, read_file};
use rebadge::dashboard::{
    Action, Chip, Column, Copyable, Event, Number, Reach, RecordForm, Section, Window,
};
use rebadge::handover::Form;
use rebadge::page::ProjectKey;
use rebadge::record::Ending;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent,
};

use crate::app::App;
use crate::{keyboard, render, secrets};

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
        if let Some(action) = target(&event).as_ref().and_then(typed) {
            here.dispatch(Event::Did(action));
        }
    });
    let here = Rc::clone(app);
    dom::listen("change", move |event: web_sys::Event| {
        let Some(target) = target(&event) else {
            return;
        };
        if target.id() == "record-file" {
            import(&here, &target.unchecked_into());
        } else if let Some(action) = chosen(&target) {
            here.dispatch(Event::Did(action));
        }
    });
    // With Shift a range of rows is chosen, and no text is marked.
    dom::listen("mousedown", |event: MouseEvent| {
        let row = target(&event).and_then(|target| target.closest("#rows .line").ok().flatten());
        if row.is_some() && event.shift_key() {
            event.prevent_default();
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
    for id in render::DIALOGS {
        let here = Rc::clone(app);
        dom::listen_on(
            &dom::by_id::<Element>(id),
            "cancel",
            move |event: web_sys::Event| {
                event.prevent_default();
                here.dispatch(Event::Did(Action::Cancel));
            },
        );
    }
    let grid: Element = dom::by_id("grid");
    let here = Rc::clone(app);
    dom::listen_on(&grid, "scroll", move |_: web_sys::Event| measure(&here));
    let here = Rc::clone(app);
    dom::on_resize(&grid, move || measure(&here));
}

fn typed(target: &Element) -> Option<Action> {
    let text = || target.unchecked_ref::<HtmlInputElement>().value();
    Some(match target.id().as_str() {
        "filter" => Action::Filter(text()),
        "record-search" => Action::SearchRecord(text()),
        _ => return None,
    })
}

fn chosen(target: &Element) -> Option<Action> {
    let ticked = || target.unchecked_ref::<HtmlInputElement>().checked();
    // Inputs and choices have their value under the same name.
    let value = || match target.dyn_ref::<HtmlSelectElement>() {
        Some(select) => select.value(),
        None => target.unchecked_ref::<HtmlInputElement>().value(),
    };
    Some(match target.get_attribute("data-change")?.as_str() {
        "ending" => Action::SearchEnding(Ending::of_id(&value())),
        "every" => Action::SetNumber(Number::Every, value()),
        "warn" => Action::SetNumber(Number::Warn, value()),
        "keep" => Action::SetNumber(Number::Keep, value()),
        "notify" => Action::SetNotify(ticked()),
        "format" => Action::SetFormat(Format::of_id(&value())?),
        "link" => Action::SetLink(LinkTarget::of_id(&value())?),
        "token-use" => Action::SetTokenUse(TokenUse::of_id(&value())?),
        "hand-over-form" => Action::WishForm(Form::of_id(&value())?),
        "hand-over-tokens" => Action::WishTokens(ticked()),
        _ => return None,
    })
}

/// Reads the file that was chosen; it can be chosen again afterwards.
fn import(app: &Rc<App>, input: &HtmlInputElement) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    input.set_value("");
    let app = Rc::clone(app);
    spawn_local(async move {
        // What cannot be read is told as what it is not.
        let text = read_file(&file).await.unwrap_or_default();
        app.dispatch(Event::Did(Action::Import(text)));
    });
}

/// Tells which part of the list is in view.
fn measure(app: &Rc<App>) {
    let grid: HtmlElement = dom::by_id("grid");
    let heads: HtmlElement = dom::by_id("heads");
    let pixels = |length: i32| usize::try_from(length).unwrap_or_default();
    // The heads cover a part of it.
    app.dispatch(Event::Scrolled(Window {
        top: pixels(grid.scroll_top()),
        height: pixels(grid.client_height() - heads.offset_height()),
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
        "allow-site" => Action::AllowSite,
        "revoke-site" => Action::RevokeSite,
        "use-token" => secrets::use_token(),
        "unlock" => secrets::unlock(),
        "forget-token" => Action::ForgetToken,
        "ask-hand-over" => Action::AskHandOver,
        "ask-delete" => Action::AskDelete,
        "import" => {
            dom::by_id::<HtmlInputElement>("record-file").click();
            return None;
        }
        "export-record" if value == "csv" => Action::ExportRecord(RecordForm::Csv),
        "export-record" => Action::ExportRecord(RecordForm::Json),
        "cancel" => Action::Cancel,
        "confirm" => Action::Confirm,
        "alert" => return render::alert_action(&value),
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
