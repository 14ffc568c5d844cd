//! Writes what can be set.

use rebadge::badge::{Format, LinkTarget, TokenUse};
use rebadge::browser::{dom, say};
use rebadge::dashboard::{Number, PreferencesView};
use rebadge::popup::{Text, format_name, link_name, token_use_name};
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

/// Fills the choices.
pub fn catalogue() {
    dom::fill(
        "format",
        &Format::ALL.map(|it| (it.id(), say(&format_name(it)))),
    );
    dom::fill(
        "link",
        &LinkTarget::ALL.map(|it| (it.id(), say(&link_name(it)))),
    );
    dom::fill(
        "token-use",
        &TokenUse::ALL.map(|it| (it.id(), say(&token_use_name(it)))),
    );
}

/// Writes the settings.
pub fn write(view: &PreferencesView) {
    for (number, value, locked) in view.numbers {
        let id = match number {
            Number::Every => "every",
            Number::Warn => "warn",
            Number::Keep => "keep",
        };
        let input: HtmlInputElement = dom::by_id(id);
        let problem = view.problem.as_ref().filter(|(of, _)| *of == number);
        // What was typed stays there to be put right.
        if problem.is_none() {
            dom::set_value(&input, &value.to_string());
        }
        input.set_disabled(locked);
        dom::set_state(&input, "aria-invalid", problem.is_some());
        let note: Element = dom::by_id(&format!("{id}-note"));
        note.set_class_name(if problem.is_some() {
            "note warn"
        } else {
            "note"
        });
        dom::set_text(
            &note,
            &match problem {
                Some((_, text)) => say(text),
                None if locked => say(&Text::new("set_by_company")),
                None => String::new(),
            },
        );
    }
    let faults: Vec<_> = view.faults.iter().map(say).collect();
    dom::show("managed-faults", !faults.is_empty());
    dom::write("managed-faults", &faults.join(" "));
    dom::by_id::<HtmlInputElement>("notify").set_checked(view.notify);
    for (id, value) in [
        ("format", view.format.id()),
        ("link", view.link.id()),
        ("token-use", view.token.id()),
    ] {
        dom::by_id::<HtmlSelectElement>(id).set_value(value);
    }
}
