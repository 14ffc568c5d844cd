//! Reading the browser's values: texts, numbers, lists, objects, and names of
//! what has names only.

use js_sys::{Array, ArrayIntoIter, Number};
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor, value::StringDeserializer};
use serde::forward_to_deserialize_any;
use wasm_bindgen::prelude::*;

use super::Mismatch;

#[wasm_bindgen]
extern "C" {
    type Fields;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Fields, name: &str) -> JsValue;
}

/// A value to be read.
pub(super) struct Reader(pub JsValue);

impl Reader {
    fn is_nothing(&self) -> bool {
        self.0.is_null() || self.0.is_undefined()
    }

    /// A whole number that the browser can tell from its neighbours.
    fn whole(&self) -> Result<i64, Mismatch> {
        let number = self.0.as_f64().filter(|_| Number::is_safe_integer(&self.0));
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and safe")]
        number.map(|number| number as i64).ok_or(Mismatch)
    }
}

/// Every number of that size is read alike.
macro_rules! whole {
    ($($name:ident)*) => {
        $(fn $name<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
            visitor.visit_i64(self.whole()?)
        })*
    };
}

impl<'de> Deserializer<'de> for Reader {
    type Error = Mismatch;

    whole! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    /// Types here say what they expect.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_bool(self.0.as_bool().ok_or(Mismatch)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_f64(self.0.as_f64().ok_or(Mismatch)?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.0.as_string().ok_or(Mismatch)?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.is_nothing() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let list = self.0.dyn_into::<Array>().map_err(|_| Mismatch)?;
        visitor.visit_seq(List(list.into_iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        self.deserialize_seq(visitor)
    }

    /// As the list of its fields in the order in which the type has them: so
    /// nothing is compared with the fields' names.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        if !self.0.is_object() {
            return Err(Mismatch);
        }
        visitor.visit_seq(Object {
            object: self.0.unchecked_into(),
            fields: fields.iter(),
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let name = self.0.as_string().ok_or(Mismatch)?;
        visitor.visit_enum(StringDeserializer::new(name))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        f32 char bytes byte_buf unit unit_struct tuple_struct map identifier
    }
}

/// The elements of a list.
struct List(ArrayIntoIter);

impl<'de> SeqAccess<'de> for List {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        let element = self.0.next().map(|value| seed.deserialize(Reader(value)));
        element.transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The fields of an object.
struct Object {
    object: Fields,
    fields: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Object {
    type Error = Mismatch;

    /// A field that is not there is read too, since some types can do without. Where
    /// the type cannot, there is no such element, and the field's default counts, if
    /// it has one.
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        let value = self.fields.next().map(|name| self.object.get(name));
        let value = value.unwrap_or_default();
        let is_there = !value.is_undefined();
        match seed.deserialize(Reader(value)) {
            Err(Mismatch) if !is_there => Ok(None),
            read => read.map(Some),
        }
    }
}
