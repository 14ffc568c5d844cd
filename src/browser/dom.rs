//! The page's elements: found by their id, written with text only.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    Document, DocumentFragment, Element, EventTarget, HtmlElement, HtmlInputElement,
    HtmlOptionElement, HtmlSelectElement, HtmlTemplateElement, ResizeObserver, Window,
};

/// The window.
///
/// # Panics
/// Outside of a page, where this program is never loaded.
#[expect(clippy::expect_used, reason = "the program is loaded by a page")]
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document.
///
/// # Panics
/// Outside of a page, where this program is never loaded.
#[expect(clippy::expect_used, reason = "the program is loaded by a page")]
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The element of that id, as whatever it is in the page's HTML.
///
/// # Panics
/// Where the page's HTML does not have it, which a test rules out.
pub fn by_id<T: JsCast>(id: &str) -> T {
    match document().get_element_by_id(id) {
        Some(element) => element.unchecked_into(),
        None => wasm_bindgen::throw_str(id),
    }
}

/// Does something with each element that a selector finds.
pub fn each(selector: &str, mut with: impl FnMut(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    for index in 0..found.length() {
        if let Some(node) = found.get(index) {
            with(node.unchecked_ref());
        }
    }
}

/// A copy of what the template of that id holds.
pub fn from_template(id: &str) -> Option<Element> {
    let content = by_id::<HtmlTemplateElement>(id).content();
    let copy: DocumentFragment = content.clone_node_with_deep(true).ok()?.unchecked_into();
    copy.first_element_child()
}

/// Fills a list of choices: value and label each.
pub fn fill(id: &str, choices: &[(impl AsRef<str>, String)]) {
    let select: HtmlSelectElement = by_id(id);
    select.set_text_content(None);
    for (value, label) in choices {
        if let Ok(option) = HtmlOptionElement::new_with_text_and_value(label, value.as_ref()) {
            let _ = select.append_child(&option);
        }
    }
}

/// Writes an element's text, unless it is there already: what has not changed
/// is neither painted nor spoken again.
pub fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}

/// Writes the text of the element of that id.
pub fn write(id: &str, text: &str) {
    set_text(&by_id(id), text);
}

/// The text of the element of that id.
pub fn text(id: &str) -> String {
    by_id::<Element>(id).text_content().unwrap_or_default()
}

/// Shows an element, or hides it.
pub fn show(id: &str, shown: bool) {
    by_id::<HtmlElement>(id).set_hidden(!shown);
}

/// Sets an attribute, unless it is so already.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        // The names are this program's own, and valid.
        let _ = element.set_attribute(name, value);
    }
}

/// Sets an attribute that tells whether something is so, as `aria-busy`.
pub fn set_state(element: &Element, name: &str, is_so: bool) {
    set_attribute(element, name, if is_so { "true" } else { "false" });
}

/// Writes an input's value, unless it is there already: its cursor would jump.
pub fn set_value(input: &HtmlInputElement, value: &str) {
    if input.value() != value {
        input.set_value(value);
    }
}

/// The child element at that place, from 0.
pub fn child(parent: &Element, place: usize) -> Option<Element> {
    parent.children().item(u32::try_from(place).ok()?)
}

/// Removes child elements from the end until so many are left.
pub fn keep(parent: &Element, count: usize) {
    while let Some(beyond) = child(parent, count) {
        beyond.remove();
    }
}

/// Calls a function with every event of that name in the document.
pub fn listen<E: JsCast>(name: &str, call: impl Fn(E) + 'static) {
    listen_on(&document(), name, call);
}

/// Calls a function with every event of that name at a target.
pub fn listen_on<E: JsCast>(target: &EventTarget, name: &str, call: impl Fn(E) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        call(event.unchecked_into());
    });
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    // The page listens as long as it lives.
    closure.forget();
}

/// Calls a function whenever an element's size has changed, and once at first.
pub fn on_resize(element: &Element, call: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(call);
    if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
        observer.observe(element);
    }
    closure.forget();
}

/// Gives the page another address of its own, without loading anything.
pub fn set_address(url: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(url));
    }
}

/// Calls a function before the next frame is painted.
pub fn on_frame(call: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(call);
    let _ = window().request_animation_frame(closure.unchecked_ref());
}

/// Notes in the browser's timeline that something has come to be so.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}
