//! Replies as other pages read them: plain objects, whose numbers leave as typed arrays that move to the page.

use browser::object;
use js_sys::{Array, Float64Array, Object, Uint8Array, Uint32Array};
use protocol::catalog::{FieldCard, FieldGroup, TableCard};
use protocol::columns::{KeyCodes, Members, ValueColumn};
use protocol::message::{Notice, Refusal, Weight};
use protocol::{Columns, Reply};
use wasm_bindgen::JsValue;

/// A reply on its way to the page, and the buffers in it that move.
pub(crate) struct Outgoing {
    pub(crate) body: JsValue,
    pub(crate) transfer: Array,
}

/// A reply as bytes, for the page of this build.
pub(crate) fn packed(reply: &Reply) -> Outgoing {
    let body = Uint8Array::from(packed::write(reply).as_slice());
    Outgoing {
        transfer: Array::of1(&body.buffer()),
        body: body.into(),
    }
}

/// A reply as a plain object; those that other pages cannot ask for are empty.
pub(crate) fn outgoing(reply: &Reply) -> Outgoing {
    let transfer = Array::new();
    let (name, body): (&str, JsValue) = match reply {
        Reply::Columns(answers) => {
            let answers = answers.iter().map(|columns| answer(columns, &transfer));
            ("columns", answers.collect::<Array>().into())
        }
        Reply::Opened(catalog) => {
            let tables = catalog.tables.iter().map(table);
            ("opened", tables.collect::<Array>().into())
        }
        Reply::Refused(refusal) => ("refused", refused(refusal).into()),
        Reply::Forgotten => ("forgotten", JsValue::TRUE),
        _ => ("other", JsValue::TRUE),
    };
    Outgoing {
        body: object(&[(name, &body)]).into(),
        transfer,
    }
}

fn table(table: &TableCard) -> Object {
    let fields = table.fields.iter().map(field);
    object(&[
        ("name", &table.name.as_str().into()),
        ("rows", &count(table.row_count)),
        ("fields", &fields.collect::<Array>()),
    ])
}

fn field(field: &FieldCard) -> Object {
    let is_measure = field.group == FieldGroup::Measure;
    object(&[
        ("name", &field.name.as_str().into()),
        ("isMeasure", &is_measure.into()),
    ])
}

fn refused(refusal: &Refusal) -> Object {
    object(&[
        ("code", &refusal.code.as_str().into()),
        ("what", &refusal.what.as_str().into()),
        ("place", &refusal.place.as_str().into()),
        ("remedy", &refusal.remedy.as_str().into()),
    ])
}

fn notice(notice: &Notice) -> Object {
    let weight = match notice.weight {
        Weight::Remark => "remark",
        Weight::Caution => "caution",
    };
    object(&[
        ("weight", &weight.into()),
        ("headline", &notice.headline.as_str().into()),
        ("text", &notice.text.as_str().into()),
    ])
}

fn members(members: &Members) -> Object {
    let texts = |texts: &[String]| texts.iter().map(JsValue::from).collect::<Array>();
    object(&[
        ("codes", &texts(&members.codes)),
        ("labels", &texts(&members.labels)),
    ])
}

fn count(count: u64) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^53")]
    let count = count as f64;
    count.into()
}

fn answer(columns: &Columns, transfer: &Array) -> Object {
    let keys: Array = columns.keys.iter().map(|it| key(it, transfer)).collect();
    let values = columns.values.iter().map(|it| value(it, transfer));
    let values: Array = values.collect();
    let notices: Array = columns.notices.iter().map(notice).collect();
    object(&[
        ("length", &count(columns.row_count as u64)),
        ("keys", &keys),
        ("values", &values),
        ("notices", &notices),
    ])
}

fn key(key: &KeyCodes, transfer: &Array) -> Object {
    let codes = Uint32Array::from(key.codes.as_slice());
    transfer.push(&codes.buffer());
    let known = key.members.as_ref();
    let members = known.map_or(JsValue::NULL, |it| members(it).into());
    object(&[
        ("of", &key.of.as_str().into()),
        ("level", &key.level.as_str().into()),
        ("codes", &codes),
        ("members", &members),
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
    object(&[
        ("name", &column.name.as_str().into()),
        ("values", &numbers(&column.numbers)),
        ("status", &bytes(&column.status)),
        ("low", &numbers(&column.low)),
        ("high", &numbers(&column.high)),
        ("preliminary", &bytes(&column.preliminary)),
    ])
}
