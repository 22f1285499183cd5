//! Answers as columns: numbers leave as typed arrays that move to the page, the words beside them as JSON.

use js_sys::{Array, Float64Array, Object, Uint8Array, Uint32Array};
use protocol::Columns;
use protocol::columns::{KeyCodes, ValueColumn};
use wasm_bindgen::JsValue;

use crate::message::{json, message};

/// Answers on their way to the page, and the buffers in them.
pub(crate) struct Outgoing {
    pub(crate) body: JsValue,
    pub(crate) transfer: Array,
}

/// The body of a reply with these answers.
pub(crate) fn outgoing(answers: &[Columns]) -> Outgoing {
    let transfer = Array::new();
    let list: Array = answers
        .iter()
        .map(|columns| answer(columns, &transfer))
        .collect();
    Outgoing {
        body: message(&[("columns", &list)]).into(),
        transfer,
    }
}

fn answer(columns: &Columns, transfer: &Array) -> Object {
    let keys: Array = columns.keys.iter().map(|it| key(it, transfer)).collect();
    let values = columns.values.iter().map(|it| value(it, transfer));
    let values: Array = values.collect();
    #[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^53")]
    let row_count = columns.row_count as f64;
    message(&[
        ("row_count", &row_count.into()),
        ("keys", &keys),
        ("values", &values),
        ("notices", &json(&columns.notices)),
    ])
}

fn key(key: &KeyCodes, transfer: &Array) -> Object {
    let codes = Uint32Array::from(key.codes.as_slice());
    transfer.push(&codes.buffer());
    message(&[
        ("of", &key.of.as_str().into()),
        ("level", &key.level.as_str().into()),
        ("codes", &codes),
        ("members", &json(&key.members)),
    ])
}

fn value(column: &ValueColumn, transfer: &Array) -> Object {
    let bytes = |bytes: &[u8]| {
        let bytes = Uint8Array::from(bytes);
        transfer.push(&bytes.buffer());
        bytes
    };
    let numbers = |numbers: &[f64]| {
        let numbers = Float64Array::from(numbers);
        transfer.push(&numbers.buffer());
        numbers
    };
    message(&[
        ("name", &column.name.as_str().into()),
        ("values", &numbers(&column.numbers)),
        ("status", &bytes(&column.status)),
        ("low", &numbers(&column.low)),
        ("high", &numbers(&column.high)),
        ("preliminary", &bytes(&column.preliminary)),
    ])
}
