//! Words with a tone.

use rebadge::browser::{dom, say};
use rebadge::popup::{Text, Tone};
use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, HtmlOptionElement, HtmlSelectElement, HtmlTemplateElement,
};

/// The class of a tone.
pub fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Plain => "",
        Tone::Muted => "muted",
        Tone::Warn => "warn",
    }
}

/// Writes what there is, one after the other.
pub fn write_summary(parts: &[(Text, Tone)]) {
    let summary: Element = dom::by_id("summary");
    summary.set_text_content(None);
    for (text, tone) in parts {
        if let Ok(part) = dom::document().create_element("span") {
            part.set_class_name(class(*tone));
            part.set_text_content(Some(&say(text)));
            let _ = summary.append_child(&part);
        }
    }
}

/// A copy of what a template holds.
pub fn from_template(id: &str) -> Option<Element> {
    let content = dom::by_id::<HtmlTemplateElement>(id).content();
    let copy: DocumentFragment = content.clone_node_with_deep(true).ok()?.unchecked_into();
    copy.first_element_child()
}

/// Adds a choice at the end.
pub fn add_option(select: &HtmlSelectElement, value: &str, text: &str) {
    if let Ok(option) = HtmlOptionElement::new_with_text_and_value(text, value) {
        let _ = select.append_child(&option);
    }
}
