//! Rust's values as the browser's own, and back: what stands in answers, in
//! records, and in what a company has set.
//!
//! A general crate for this can say of everything what was expected in its place,
//! and holds what it takes to say so once more for every type. Nobody here asks: a
//! value is of the expected shape or it is not.

mod reading;
mod writing;

use std::fmt;

use serde::{Serialize, de, de::DeserializeOwned, ser};
use wasm_bindgen::JsValue;

/// A value of another shape.
#[derive(Debug, Clone, Copy)]
struct Mismatch;

/// Reads a value; nothing where it is of another shape.
pub(super) fn read<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(reading::Reader(value)).ok()
}

/// Writes a value; nothing where the browser has none like it, as for a number of
/// more than 53 bits.
pub(super) fn write<T: Serialize>(value: &T) -> Option<JsValue> {
    value.serialize(writing::Writer).ok()
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of another shape")
    }
}

impl std::error::Error for Mismatch {}

impl ser::Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl de::Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }

    // The usual answers would put a sentence together first.
    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }

    fn missing_field(_: &'static str) -> Self {
        Self
    }
}
