//! Plain JavaScript objects, field by field: a few calls where serde would bring a deserialiser for each type.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object of named fields.
pub(crate) fn object(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A field, if it is there.
pub(crate) fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A text, if it is there.
pub(crate) fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name)?.as_string()
}

/// A whole number, if it is there.
pub(crate) fn number(object: &JsValue, name: &str) -> Option<u64> {
    let number = field(object, name)?.as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and what is below 0 is none"
    )]
    (number >= 0.0).then_some(number as u64)
}

/// What the items of a list stand for; those that stand for nothing are left out.
pub(crate) fn list<T>(list: &JsValue, item: fn(&JsValue) -> Option<T>) -> Vec<T> {
    let items = list.dyn_ref::<Array>();
    items.map_or_else(Vec::new, |items| {
        items.iter().filter_map(|it| item(&it)).collect()
    })
}
