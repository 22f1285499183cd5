//! Several files in one message: read one after the other, and handed over as one.

use browser::{field, list, post, text};
use formats::Source;
use js_sys::{Array, ArrayBuffer};
use protocol::message::{Progress, Refusal};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::asked::Asked;
use crate::drawing::Drawing;
use crate::kept::Kept;
use crate::several::Several;
use crate::source::Outside;

/// A file by its name.
type Named = (String, Outside);

/// The files that come with the first.
pub(super) fn more(data: &JsValue) -> Vec<Named> {
    list(&field(data, "more"), |file| {
        let buffer = field(&file, "buffer").dyn_into::<ArrayBuffer>().ok()?;
        Some((
            text(&file, "name").unwrap_or_default(),
            Outside::new(buffer),
        ))
    })
}

/// Reads the files; how many bytes they have, and what came of them so far.
pub(super) fn read(
    scope: &DedicatedWorkerGlobalScope,
    asked: &Asked,
    files: Vec<Named>,
) -> Result<(u64, Several), Refusal> {
    let mut tell = |progress: Progress| {
        let fields = [("id", &asked.id), ("progress", &asked.progress(&progress))];
        post(scope, &fields, &Array::new());
    };
    let size_bytes = files.iter().map(|(_, source)| source.len()).sum();
    let kept = Kept::parse(asked.kept());
    let wants = |drawing: &Drawing| asked.is_drawn(drawing);
    let several = Several::read(files, (asked.language, kept), &wants, &mut tell)?;
    Ok((size_bytes, several))
}
