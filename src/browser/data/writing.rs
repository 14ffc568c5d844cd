//! Writing values as the browser has them: objects with their fields, lists,
//! texts, numbers. What is not there is `undefined`, which no record keeps.

use js_sys::{Array, Number};
use serde::Serialize;
use serde::ser::{Impossible, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};
use wasm_bindgen::prelude::*;

use super::Mismatch;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Fields;
    #[wasm_bindgen(method, structural, indexing_setter)]
    fn set(this: &Fields, name: &str, value: JsValue);
}

/// Writes a value.
pub(super) struct Writer;

/// A list that is being written.
pub(super) struct List(Array);

/// An object that is being written.
pub(super) struct Object(Fields);

/// Types that no record has.
type Never = Impossible<JsValue, Mismatch>;

/// What the browser has as it is.
macro_rules! plain {
    ($($name:ident($plain:ty))*) => {
        $(fn $name(self, value: $plain) -> Result<JsValue, Mismatch> {
            Ok(value.into())
        })*
    };
}

/// What no record has.
macro_rules! never {
    ($($name:ident($($argument:ty),*) -> $answer:ty;)*) => {
        $(fn $name(self, $(_: $argument),*) -> Result<$answer, Mismatch> {
            Err(Mismatch)
        })*
    };
}

impl Serializer for Writer {
    type Ok = JsValue;
    type Error = Mismatch;
    type SerializeSeq = List;
    type SerializeTuple = List;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStruct = Object;
    type SerializeStructVariant = Never;

    plain! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32)
        serialize_f32(f32) serialize_f64(f64)
        serialize_str(&str)
    }

    never! {
        serialize_char(char) -> JsValue;
        serialize_bytes(&[u8]) -> JsValue;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_map(Option<usize>) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }

    fn serialize_i64(self, value: i64) -> Result<JsValue, Mismatch> {
        #[expect(clippy::cast_precision_loss, reason = "refused below")]
        let number = value as f64;
        let is_safe = number.abs() <= Number::MAX_SAFE_INTEGER;
        is_safe.then(|| number.into()).ok_or(Mismatch)
    }

    fn serialize_u64(self, value: u64) -> Result<JsValue, Mismatch> {
        self.serialize_i64(i64::try_from(value).map_err(|_| Mismatch)?)
    }

    fn serialize_none(self) -> Result<JsValue, Mismatch> {
        Ok(JsValue::UNDEFINED)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<JsValue, Mismatch> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<JsValue, Mismatch> {
        Ok(JsValue::UNDEFINED)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<JsValue, Mismatch> {
        Ok(JsValue::UNDEFINED)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Result<JsValue, Mismatch> {
        Ok(name.into())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<JsValue, Mismatch> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<JsValue, Mismatch> {
        Err(Mismatch)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List, Mismatch> {
        Ok(List(Array::new()))
    }

    fn serialize_tuple(self, length: usize) -> Result<List, Mismatch> {
        self.serialize_seq(Some(length))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Object, Mismatch> {
        Ok(Object(js_sys::Object::new().unchecked_into()))
    }
}

impl SerializeSeq for List {
    type Ok = JsValue;
    type Error = Mismatch;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Mismatch> {
        self.0.push(&value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Mismatch> {
        Ok(self.0.into())
    }
}

impl SerializeTuple for List {
    type Ok = JsValue;
    type Error = Mismatch;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Mismatch> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<JsValue, Mismatch> {
        SerializeSeq::end(self)
    }
}

impl SerializeStruct for Object {
    type Ok = JsValue;
    type Error = Mismatch;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Mismatch> {
        self.0.set(name, value.serialize(Writer)?);
        Ok(())
    }

    fn end(self) -> Result<JsValue, Mismatch> {
        Ok(self.0.into())
    }
}
