//! Writes the question before a run.

use rebadge::browser::{dom, say};
use rebadge::dashboard::DialogView;
use rebadge::popup::Text;
use web_sys::{Element, HtmlDialogElement};

use super::actions;

/// Shows the dialog, or closes it.
pub fn write(view: Option<&DialogView>) {
    let dialog: HtmlDialogElement = dom::by_id("plan");
    let Some(view) = view else {
        dialog.close();
        return;
    };
    dom::write("plan-title", &say(&view.title));
    write_all("plan-notes", "p", &view.notes);
    write_all("plan-obstacles", "li", &view.obstacles);
    dom::show("plan-obstacles", !view.obstacles.is_empty());
    actions::write("plan-confirm", &view.confirm);
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

fn write_all(id: &str, tag: &str, texts: &[Text]) {
    let parent: Element = dom::by_id(id);
    parent.set_text_content(None);
    for text in texts {
        if let Ok(child) = dom::document().create_element(tag) {
            child.set_text_content(Some(&say(text)));
            let _ = parent.append_child(&child);
        }
    }
}
