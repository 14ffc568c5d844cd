//! Words in the language of the messages that the browser chose. Those that
//! stand in a page already are put there by `extension/words.js`.

use js_sys::{Array, Date, Function, Intl, Object};
use wasm_bindgen::JsValue;

use super::chrome;
use crate::popup::{Argument, Text};
use crate::renewal::{DAY, Moment};

thread_local! {
    // Made once: each costs the browser half a millisecond and more.
    static PLURALS: Intl::PluralRules = Intl::PluralRules::new(&language(), &Object::new());
    static NUMBERS: Function = Intl::NumberFormat::new(&language(), &Object::new()).format();
}

/// A text in the browser's language.
pub fn say(text: &Text) -> String {
    let gaps: Array = text
        .arguments
        .iter()
        .map(|argument| match argument {
            Argument::Plain(text) => JsValue::from_str(text),
            Argument::Number(number) => JsValue::from_str(&grouped(*number)),
            Argument::Ago { then, now } => JsValue::from_str(&ago(*then, *now)),
        })
        .collect();
    let Some(count) = text.count else {
        return chrome::get_message(text.name, &gaps);
    };
    let form = PLURALS.with(|rules| rules.select(count.into()));
    let said = chrome::get_message(&format!("{}_{form}", text.name), &gaps);
    // A language may do without some of its forms.
    if said.is_empty() {
        return chrome::get_message(&format!("{}_other", text.name), &gaps);
    }
    said
}

/// The messages' own language, which need not be the browser's.
fn language() -> Array {
    Array::of1(&chrome::get_message("language", &Array::new()).into())
}

/// A number as the browser's language writes it: "10,000".
fn grouped(number: u32) -> String {
    let said = NUMBERS.with(|format| format.call1(&JsValue::NULL, &number.into()).ok());
    said.and_then(|said| said.as_string())
        .unwrap_or_else(|| number.to_string())
}

/// A moment to the minute, where the person is: `2026-11-22 09:30`.
pub fn minute(moment: Moment) -> String {
    let date = date(moment);
    format!(
        "{} {:02}:{:02}",
        day(moment),
        date.get_hours(),
        date.get_minutes()
    )
}

fn date(moment: Moment) -> Date {
    #[expect(clippy::cast_precision_loss, reason = "milliseconds fit")]
    Date::new(&JsValue::from_f64(moment.0 as f64))
}

/// The day of a moment where the person is: `2026-11-22`.
pub fn day(moment: Moment) -> String {
    let date = date(moment);
    let (year, month, day) = (date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// Units of time, in milliseconds.
const UNITS: [(&str, i64); 3] = [("day", DAY), ("hour", 3_600_000), ("minute", 60_000)];

/// How long ago that was, as the browser's language says it: "12 days ago".
/// Below a minute it is "now".
fn ago(then: Moment, now: Moment) -> String {
    let passed = now.since(then);
    let (unit, count) = UNITS
        .into_iter()
        .find(|(_, length)| passed >= *length)
        .map_or(("second", 0), |(unit, length)| (unit, passed / length));
    let options = chrome::object("numeric", &"auto".into());
    #[expect(
        clippy::cast_precision_loss,
        reason = "days, hours and minutes are few"
    )]
    let count = -(count as f64);
    Intl::RelativeTimeFormat::new(&language(), &options)
        .format(count, unit)
        .into()
}
