//! Writes the record.

use rebadge::browser::{dom, minute, say};
use rebadge::dashboard::{EntryView, HistoryView};
use rebadge::popup::Text;
use rebadge::record::Ending;
use web_sys::{Element, HtmlButtonElement, HtmlSelectElement};

use super::words::class;

/// Writes the record.
pub fn write(view: &HistoryView) {
    dom::write(
        "record-note",
        &view.note.as_ref().map(say).unwrap_or_default(),
    );
    let aside: Vec<_> = view.aside.iter().map(say).collect();
    dom::show("record-aside", !aside.is_empty());
    dom::write("record-aside", &aside.join(" "));
    for id in ["record-csv", "record-json"] {
        dom::by_id::<HtmlButtonElement>(id).set_disabled(!view.may_export);
    }
    let endings: HtmlSelectElement = dom::by_id("record-ending");
    endings.set_value(view.ending.map_or("", Ending::id));
    let entries: Element = dom::by_id("entries");
    entries.set_text_content(None);
    for entry in &view.entries {
        if let Some(line) = line(entry) {
            let _ = entries.append_child(&line);
        }
    }
}

/// Fills the choice among endings.
pub fn catalogue() {
    let any = std::iter::once(("", "record_any"));
    let endings = any.chain(Ending::ALL.map(|ending| (ending.id(), ending.message())));
    let choices: Vec<_> = endings
        .map(|(id, name)| (id, say(&Text::new(name))))
        .collect();
    dom::fill("record-ending", &choices);
}

fn line(entry: &EntryView) -> Option<Element> {
    let line = dom::from_template("entry")?;
    let (ending, tone) = (say(&entry.ending.0), entry.ending.1);
    let [before, after] = &entry.fingerprints;
    let prints = match (before.as_str(), after.as_str()) {
        ("", "") => String::new(),
        (before, after) => format!("{before} → {after}"),
    };
    let texts = [
        &minute(entry.at),
        &entry.project,
        &entry.whose,
        &ending,
        &entry.login,
        &prints,
    ];
    for (place, text) in texts.into_iter().enumerate() {
        dom::set_text(&dom::child(&line, place)?, text);
    }
    dom::child(&line, 3)?.set_class_name(class(tone));
    Some(line)
}
