//! Words in the browser's language.

use js_sys::{Array, Intl};
use wasm_bindgen::JsValue;

use super::chrome;
use super::dom;
use crate::popup::{Argument, Text};
use crate::renewal::Moment;

/// A text in the browser's language.
pub fn say(text: &Text) -> String {
    let gaps: Array = text
        .arguments
        .iter()
        .map(|argument| match argument {
            Argument::Plain(text) => JsValue::from_str(text),
            Argument::Ago { then, now } => JsValue::from_str(&ago(*then, *now)),
        })
        .collect();
    chrome::get_message(text.name, &gaps)
}

/// Units of time, in milliseconds.
const UNITS: [(&str, i64); 3] = [("day", 86_400_000), ("hour", 3_600_000), ("minute", 60_000)];

/// How long ago that was, as the browser's language says it: "12 days ago".
/// Below a minute it is "now".
fn ago(then: Moment, now: Moment) -> String {
    let passed = now.since(then);
    let (unit, count) = UNITS
        .into_iter()
        .find(|(_, length)| passed >= *length)
        .map_or(("second", 0), |(unit, length)| (unit, passed / length));
    let language = Array::of1(&chrome::ui_language().into());
    let options = chrome::object("numeric", &"auto".into());
    #[expect(
        clippy::cast_precision_loss,
        reason = "days, hours and minutes are few"
    )]
    let count = -(count as f64);
    Intl::RelativeTimeFormat::new(&language, &options)
        .format(count, unit)
        .into()
}

/// Puts the words of the browser's language where the page's English stands.
pub fn translate() {
    let none = Array::new();
    dom::each("[data-i18n]", |element| {
        let name = element.get_attribute("data-i18n").unwrap_or_default();
        dom::set_text(element, &chrome::get_message(&name, &none));
    });
    for (name, attribute) in [
        ("data-i18n-label", "aria-label"),
        ("data-i18n-title", "title"),
    ] {
        dom::each(&format!("[{name}]"), |element| {
            let message = element.get_attribute(name).unwrap_or_default();
            dom::set_attribute(element, attribute, &chrome::get_message(&message, &none));
        });
    }
}
