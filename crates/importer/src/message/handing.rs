//! Handing a file over: the request that opens it, and its rows as buffers of the browser.

use browser::post;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use packed::Packed;
use protocol::Request;
use table::wire::{self, PackedPart};
use wasm_bindgen::JsValue;
use web_sys::DedicatedWorkerGlobalScope;

use super::asked::{Asked, Purpose};
use crate::read::Imported;

/// The request that opens the file in a session, and the buffers that go with it; they move to the page.
pub(super) fn hand_over(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
    imported: Imported,
    about: &[(&str, JsValue)],
) {
    let attachments = Array::new();
    for table in imported.tables {
        let header = wire::Header::of(&table).to_bytes();
        attachments.push(&buffer(&header));
        for part in table.parts() {
            attachments.push(&laid_out(&wire::lay_out(&part)));
        }
    }
    let (language, notices) = (asked.language, imported.notices);
    let body = match asked.purpose {
        Purpose::Open => Request::Adopt {
            name: asked.name,
            size_bytes,
            language,
            notices,
            facts: imported.facts.map(Box::new),
        },
        Purpose::Append => Request::Append {
            size_bytes,
            language,
            notices,
        },
    };
    let body = bytes(&body);
    let mut fields: Vec<(&str, &JsValue)> = vec![
        ("id", &asked.id),
        ("body", &body),
        ("attachments", &attachments),
    ];
    fields.extend(about.iter().map(|(name, value)| (*name, value)));
    post(scope, &fields, &attachments);
}

/// A run of rows in a buffer of the browser: its columns are copied once, and not by way of our own memory.
fn laid_out(packed: &PackedPart<'_>) -> ArrayBuffer {
    let length = u32::try_from(packed.len()).unwrap_or(u32::MAX);
    let whole = Uint8Array::new_with_length(length);
    for (at, piece) in packed.pieces() {
        if let (Ok(begin), Ok(end)) = (u32::try_from(at), u32::try_from(at + piece.len())) {
            whole.subarray(begin, end).copy_from(piece);
        }
    }
    whole.buffer()
}

fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

/// A value for the page or a worker of this build.
pub(super) fn bytes<T: Packed>(value: &T) -> JsValue {
    Uint8Array::from(packed::write(value).as_slice()).into()
}
