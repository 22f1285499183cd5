//! Plain JavaScript objects, field by field: a few calls where serde would bring a deserialiser for each type.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object of named fields.
#[must_use]
pub fn object(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A field; undefined where there is none.
#[must_use]
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text, if it is there.
#[must_use]
pub fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name).as_string()
}

/// A whole number from 0 on, if it is there.
#[must_use]
pub fn number(object: &JsValue, name: &str) -> Option<u64> {
    let number = field(object, name).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and what is below 0 is none"
    )]
    (number >= 0.0).then_some(number as u64)
}

/// A position or a count, if it is there.
#[must_use]
pub fn index(object: &JsValue, name: &str) -> Option<usize> {
    usize::try_from(number(object, name)?).ok()
}

/// What the items of a list stand for; those that stand for nothing are left out.
#[must_use]
pub fn list<T>(list: &JsValue, item: impl Fn(JsValue) -> Option<T>) -> Vec<T> {
    let items = list.dyn_ref::<Array>();
    items.map_or_else(Vec::new, |items| items.iter().filter_map(item).collect())
}
