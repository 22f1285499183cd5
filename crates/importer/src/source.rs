//! A file in the browser's memory, read piece by piece from where it lies.

use formats::Source;
use js_sys::{ArrayBuffer, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// The bytes of a file outside our own memory: a large file need not be held twice. Dropping it gives its memory back.
pub(crate) struct Outside {
    buffer: ArrayBuffer,
    size_bytes: u64,
}

impl Outside {
    pub(crate) fn new(buffer: ArrayBuffer) -> Self {
        let length = Reflect::get(&buffer, &"byteLength".into());
        let length = length.ok().and_then(|length| length.as_f64());
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a length is a whole number from 0 on, below 2^53"
        )]
        let size_bytes = length.unwrap_or(0.0) as u64;
        Self { buffer, size_bytes }
    }
}

impl Source for Outside {
    fn len(&self) -> u64 {
        self.size_bytes
    }

    fn read_at(&self, offset: u64, into: &mut [u8]) -> Option<()> {
        let count = u32::try_from(into.len()).ok()?;
        let end = offset.checked_add(count.into())?;
        if end > self.size_bytes {
            return None;
        }
        let offset = u32::try_from(offset).ok()?;
        Uint8Array::new_with_byte_offset_and_length(&self.buffer, offset, count).copy_to(into);
        Some(())
    }
}

impl Drop for Outside {
    /// The message that brought the buffer holds on to it until it is answered; its bytes move to a buffer that nobody holds.
    fn drop(&mut self) {
        let transfer = Reflect::get(&self.buffer, &"transfer".into());
        // A browser without it gives the memory back when the worker ends, which is soon.
        if let Some(transfer) = transfer.ok().and_then(|it| it.dyn_into::<Function>().ok()) {
            let _ = transfer.call1(&self.buffer, &JsValue::from(0));
        }
    }
}
