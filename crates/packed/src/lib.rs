//! Values as bytes between the workers and the page of one build: fields in order, without names.
//!
//! No file format: what is written is read by the same build, moments later. It is read with care all the same. One call a
//! field and no branch on failure: a reader that has failed gives empty values to the end, and is asked once. That takes a
//! fifth of the code that a self-describing format takes, and all of it is in the first view: with serde the page weighed
//! 45 kB more after compression.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod macros;
mod values;

/// A value that can be written as bytes and read back.
pub trait Packed: Sized {
    /// Adds the value to the bytes.
    fn pack(&self, bytes: &mut Vec<u8>);

    /// The value at the reader's place; any value once the reader has failed.
    fn unpack(reader: &mut Reader<'_>) -> Self;
}

/// The bytes of a value.
#[must_use]
pub fn write<T: Packed>(value: &T) -> Vec<u8> {
    let mut bytes = Vec::new();
    value.pack(&mut bytes);
    bytes
}

/// The value of all these bytes; none when they are not of such a value.
#[must_use]
pub fn read<T: Packed>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader {
        rest: bytes,
        failed: false,
    };
    let value = T::unpack(&mut reader);
    (reader.rest.is_empty() && !reader.failed).then_some(value)
}

/// Bytes that are being read.
#[derive(Debug)]
pub struct Reader<'a> {
    rest: &'a [u8],
    failed: bool,
}

impl<'a> Reader<'a> {
    /// The next bytes; none, and failed for good, where there are not so many.
    fn take(&mut self, count: usize) -> &'a [u8] {
        match self.rest.split_at_checked(count) {
            Some((taken, rest)) => {
                self.rest = rest;
                taken
            }
            None => {
                self.fail();
                &[]
            }
        }
    }

    fn array<const SIZE: usize>(&mut self) -> [u8; SIZE] {
        self.take(SIZE).try_into().unwrap_or([0; SIZE])
    }

    /// The next byte; 0 once the reader has failed.
    pub fn byte(&mut self) -> u8 {
        self.array::<1>()[0]
    }

    /// How many items follow: at most as many as there are bytes, so that a false length costs nothing.
    fn count(&mut self) -> usize {
        let count = usize::try_from(u32::from_le_bytes(self.array())).unwrap_or(usize::MAX);
        if count > self.rest.len() {
            self.fail();
            return 0;
        }
        count
    }

    /// Notes that the bytes are not of what is read from them.
    pub fn fail(&mut self) {
        self.failed = true;
        self.rest = &[];
    }
}

#[cfg(test)]
mod tests;
