//! Words with a tone.

use rebadge::browser::{dom, say};
use rebadge::popup::{Text, Tone};
use web_sys::Element;

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
