//! How the open file is handed to a session, kept so that a new session can be given the same.

use browser::{buffer, field, object};
use js_sys::{Array, ArrayBuffer};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// A file that was picked, dropped or fetched; its bytes are read when they are needed.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    /// The file's name.
    pub(crate) name: String,
    /// Its bytes, where the browser keeps them.
    pub(crate) blob: Blob,
    /// Files that were picked together with it.
    pub(crate) more: Array,
}

/// The ends of names of files whose rows take few bytes; a package is Parquet inside.
const NARROW: [&str; 4] = [".snit", ".parquet", ".arrow", ".feather"];
/// So many times as many bytes take the rows of others: text and sheets.
const WIDE: f64 = 6.0;

impl Incoming {
    /// The file's size as if it were Parquet, from which the session tells how many rows may come.
    pub(crate) fn bytes_of_rows(&self) -> f64 {
        let name = self.name.to_lowercase();
        let is_narrow = NARROW.iter().any(|end| name.ends_with(end));
        (self.blob.size() / if is_narrow { 1.0 } else { WIDE }).floor()
    }
}

/// A file as the importer read it: the request that opens it, and the buffers of its tables, where the browser keeps them.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    request: JsValue,
    buffers: Vec<Blob>,
}

impl Source {
    /// What the importer answered; none if it is no file that was read.
    pub(crate) fn of(answer: &JsValue) -> Option<Self> {
        let attachments = field(answer, "attachments");
        if attachments.is_undefined() {
            return None;
        }
        let buffers = buffer::listed(&attachments);
        Some(Self {
            request: field(answer, "body"),
            buffers: buffers.iter().map(kept).collect::<Option<_>>()?,
        })
    }

    /// The request that opens it in a session, as the importer wrote it.
    pub(crate) fn request(&self) -> &JsValue {
        &self.request
    }

    /// The request and the buffers, where the browser keeps them, for a module of the page.
    pub(crate) fn handed(&self) -> JsValue {
        let buffers: Array = self.buffers.iter().collect();
        object(&[("request", &self.request), ("buffers", &buffers)]).into()
    }

    /// The buffers that travel beside the request; `None` when they can no longer be read.
    pub(crate) async fn attachments(&self) -> Option<Vec<ArrayBuffer>> {
        let mut buffers = Vec::with_capacity(self.buffers.len());
        for buffer in &self.buffers {
            buffers.push(bytes(buffer).await?);
        }
        Some(buffers)
    }
}

/// The bytes of a buffer where the browser keeps them, which need not be in memory; the buffer itself is given back.
fn kept(buffer: &ArrayBuffer) -> Option<Blob> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(buffer)).ok()?;
    buffer::release(buffer);
    Some(blob)
}

/// The bytes of a file; `None` when the browser cannot read it.
pub(crate) async fn bytes(blob: &Blob) -> Option<ArrayBuffer> {
    JsFuture::from(blob.array_buffer())
        .await
        .ok()?
        .dyn_into()
        .ok()
}
