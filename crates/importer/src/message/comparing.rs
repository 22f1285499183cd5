//! Comparing the open edition, which the page keeps as it was handed over, with another that is read from a file.

use browser::{field, list, post};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::Request;
use protocol::message::Refusal;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::asked::Asked;
use super::handing::bytes;
use crate::editions::{Package, editions, unpacked};
use crate::read::Found;
use crate::refuse;
use crate::source::Outside;

/// Answers with what differs, or with why nothing can be said.
pub(super) fn compare(scope: &DedicatedWorkerGlobalScope, data: &JsValue, open: &JsValue) {
    let asked = Asked::of(data);
    let found = field(data, "buffer").dyn_into::<ArrayBuffer>();
    let found = match (found, opened(open)) {
        (Ok(buffer), Some(open)) => asked.read(scope, Outside::new(buffer)).and_then(|found| {
            let other = Package {
                name: asked.name.clone(),
                ..taken(found)
            };
            editions(open, other, refuse::spoken(asked.language))
        }),
        _ => Err(Refusal::default()),
    };
    let answer = match found {
        Ok(found) => ("editions", bytes(&found)),
        Err(refusal) => ("refusal", asked.refusal(&refusal)),
    };
    let fields = [("id", &asked.id), (answer.0, &answer.1)];
    post(scope, &fields, &Array::new());
}

/// A file; only a package says which edition it is.
fn taken(found: Found) -> Package {
    match found {
        Found::Package(imported) => Package {
            name: String::new(),
            facts: imported.facts,
            tables: imported.tables,
        },
        Found::Raw(_) => Package {
            name: String::new(),
            facts: None,
            tables: Vec::new(),
        },
    }
}

/// What is open: the request and the buffers that it was handed over with.
fn opened(open: &JsValue) -> Option<Package> {
    let request = field(open, "request").dyn_into::<Uint8Array>().ok()?;
    let Some(Request::Adopt { name, facts, .. }) = packed::read(&request.to_vec()) else {
        return None;
    };
    let buffers = list(&field(open, "buffers"), |buffer| {
        Some(Uint8Array::new(&buffer).to_vec())
    });
    Some(Package {
        name,
        facts: facts.map(|facts| *facts),
        tables: unpacked(buffers)?,
    })
}
