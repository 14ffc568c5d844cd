//! Writes messages and the buttons that help.

use std::cell::RefCell;

use rebadge::browser::{dom, say};
use rebadge::popup::{Action, Link, Notice, Text, TroubleView};
use web_sys::{Element, HtmlElement};

thread_local! {
    /// What the buttons of the messages do.
    static ACTIONS: RefCell<Vec<(String, Action)>> = const { RefCell::new(Vec::new()) };
}

/// What a message's button does.
pub fn link_action(id: &str) -> Option<Action> {
    ACTIONS.with_borrow(|actions| {
        actions
            .iter()
            .find(|(known, _)| known == id)
            .map(|(_, action)| action.clone())
    })
}

fn bind(button: &Element, id: String, link: &Link) {
    dom::set_text(button, &say(&link.label));
    dom::set_attribute(button, "data-act", "link");
    dom::set_attribute(button, "data-value", &id);
    let _ = button.toggle_attribute_with_force("disabled", !link.enabled);
    ACTIONS.with_borrow_mut(|actions| {
        actions.retain(|(known, _)| *known != id);
        actions.push((id, link.action.clone()));
    });
}

/// Writes a message that takes the whole screen.
pub fn write_trouble(view: &TroubleView) {
    dom::write("trouble-what", &say(&view.what));
    dom::write("trouble-next", &say(&view.next));
    dom::show("trouble-about", view.about.is_some());
    dom::write("trouble-about", view.about.as_deref().unwrap_or_default());
    let links: Element = dom::by_id("trouble-links");
    dom::keep(&links, view.links.len());
    for (index, link) in view.links.iter().enumerate() {
        let button = match dom::child(&links, index) {
            Some(button) => button,
            None => match new_button(&links) {
                Some(button) => button,
                None => return,
            },
        };
        // What changes something is never the primary button.
        let primary = index == 0 && link.action != Action::Renew;
        button.set_class_name(if primary { "primary" } else { "plain" });
        bind(&button, format!("trouble-{index}"), link);
    }
}

fn new_button(links: &Element) -> Option<Element> {
    let button = dom::document().create_element("button").ok()?;
    dom::set_attribute(&button, "type", "button");
    links.append_child(&button).ok()?;
    Some(button)
}

/// Writes the message beside a screen, or takes it away.
pub fn write_alert(notice: Option<&Notice>) {
    let words = notice.map_or_else(String::new, |notice| sentences(&notice.texts));
    dom::show("alert", notice.is_some());
    dom::write("alert-text", &words);
    write_link("alert-link", notice.and_then(|notice| notice.link.as_ref()));
}

/// Writes a button that stands in the page, or hides it.
pub fn write_link(id: &str, link: Option<&Link>) {
    let button: HtmlElement = dom::by_id(id);
    button.set_hidden(link.is_none());
    if let Some(link) = link {
        bind(&button, id.to_owned(), link);
    }
}

fn sentences(texts: &[Text]) -> String {
    texts.iter().map(say).collect::<Vec<_>>().join(" ")
}
