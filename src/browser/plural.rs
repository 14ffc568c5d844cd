//! Words that go with a number, in the form that the number takes.

use js_sys::{Array, Intl, Object};

use super::chrome;

/// A message that counts something: `NAME_one`, `NAME_other`, and whatever other
/// forms the language has (`few`, `many`, …), each with the number as `$1`.
pub fn say_count(name: &str, count: usize) -> String {
    // The messages' own language, which need not be the browser's.
    let language = Array::of1(&chrome::get_message("language", &Array::new()).into());
    let options = Object::new();
    #[expect(clippy::cast_precision_loss, reason = "what is counted here is few")]
    let number = count as f64;
    let form: String = Intl::PluralRules::new(&language, &options)
        .select(number)
        .into();
    let written = Intl::NumberFormat::new(&language, &options)
        .format()
        .call1(&options, &number.into())
        .unwrap_or_else(|_| number.into());
    let gaps = Array::of1(&written);
    chrome::get_message(&format!("{name}_{form}"), &gaps)
}
