//! A file in the browser's memory, read piece by piece from where it lies.

use browser::{buffer, number};
use formats::Source;
use js_sys::{ArrayBuffer, Uint8Array};

/// The bytes of a file outside our own memory: a large file need not be held twice. Dropping it gives its memory back.
pub(crate) struct Outside {
    buffer: ArrayBuffer,
    size_bytes: u64,
}

impl Outside {
    pub(crate) fn new(buffer: ArrayBuffer) -> Self {
        let size_bytes = number(&buffer, "byteLength").unwrap_or(0);
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
    fn drop(&mut self) {
        buffer::release(&self.buffer);
    }
}
