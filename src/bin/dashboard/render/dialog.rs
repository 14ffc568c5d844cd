//! Writes what a person is asked.

use rebadge::browser::{dom, say};
use rebadge::dashboard::{Dialog, DialogView};
use rebadge::popup::Text;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, HtmlSelectElement};

use super::actions;

/// All dialogs of the page.
pub const DIALOGS: [&str; 3] = ["plan", "hand-over", "delete"];

/// Shows a dialog, or closes whichever is open.
pub fn write(view: Option<&Dialog>) {
    let shown = match view {
        Some(Dialog::Plan(plan)) => {
            write_plan(plan);
            "plan"
        }
        Some(Dialog::HandOver(wish)) => {
            dom::by_id::<HtmlSelectElement>("hand-over-form").set_value(wish.form.id());
            dom::by_id::<HtmlInputElement>("hand-over-tokens").set_checked(wish.with_tokens);
            "hand-over"
        }
        Some(Dialog::Delete) => "delete",
        None => "",
    };
    for id in DIALOGS {
        let dialog: HtmlDialogElement = dom::by_id(id);
        if id == shown && !dialog.open() {
            let _ = dialog.show_modal();
        } else if id != shown {
            dialog.close();
        }
    }
}

fn write_plan(view: &DialogView) {
    dom::write("plan-title", &say(&view.title));
    write_all("plan-notes", "p", &view.notes);
    write_all("plan-obstacles", "li", &view.obstacles);
    dom::show("plan-obstacles", !view.obstacles.is_empty());
    actions::write("plan-confirm", &view.confirm);
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
