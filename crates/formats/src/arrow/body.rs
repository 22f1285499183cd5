//! The buffers of batches, read piece by piece from where the file lies.

use std::cell::RefCell;

use super::batch::{Batch, Span};
use super::malformed;
use crate::codec::{Codec, unpack};
use crate::source::reserve;
use crate::{FormatError, Limits, Place, Reason, Source, What};

/// The file, and the buffers that were unpacked last.
pub(super) struct Body<'a> {
    source: &'a dyn Source,
    limits: &'a Limits,
    unpacked: RefCell<Vec<(Span, Vec<u8>)>>,
}

/// A buffer of a batch.
#[derive(Clone, Copy, Debug)]
pub(super) struct Buffer {
    span: Span,
    codec: Option<Codec>,
}

/// Buffers of one column that are read side by side: who has a value, where texts end, and the texts.
const HELD: usize = 3;
/// Bytes before a packed buffer: how many it holds, or -1 where it is not packed after all.
const HEAD: usize = 8;

impl<'a> Body<'a> {
    pub(super) fn new(source: &'a dyn Source, limits: &'a Limits) -> Self {
        Self {
            source,
            limits,
            unpacked: RefCell::default(),
        }
    }

    /// A buffer of a column, counted from its first.
    pub(super) fn buffer(&self, batch: &Batch, at: (usize, usize)) -> Result<Buffer, FormatError> {
        let (column, buffer) = at;
        let codec = batch.codec;
        let span = batch.span(column, buffer);
        let span = span.ok_or_else(|| malformed(Place::default(), Reason::Footer))?;
        Ok(Buffer { span, codec })
    }

    /// Fills `into` with the bytes of a buffer from `from` on.
    pub(super) fn read(
        &self,
        buffer: Buffer,
        from: u64,
        into: &mut [u8],
    ) -> Result<(), FormatError> {
        let Buffer { span, codec } = buffer;
        let Some(codec) = codec.filter(|_| span.length > 0) else {
            return self.read_plain(span, from, into);
        };
        let mut head = [0; HEAD];
        self.read_plain(span, 0, &mut head)?;
        let rest = Span {
            start: span.start + HEAD as u64,
            length: span.length - HEAD as u64,
        };
        match u64::try_from(i64::from_le_bytes(head)) {
            Err(_) => self.read_plain(rest, from, into),
            Ok(size) => self.read_packed(rest, (codec, size), (from, into)),
        }
    }

    fn read_plain(&self, span: Span, from: u64, into: &mut [u8]) -> Result<(), FormatError> {
        let end = from.checked_add(into.len() as u64);
        let is_inside = end.is_some_and(|end| end <= span.length);
        let read = is_inside.then(|| self.source.read_at(span.start + from, into));
        read.flatten().ok_or_else(|| outside(span))
    }

    fn read_packed(
        &self,
        span: Span,
        (codec, size): (Codec, u64),
        (from, into): (u64, &mut [u8]),
    ) -> Result<(), FormatError> {
        let mut held = self.unpacked.borrow_mut();
        if !held.iter().any(|(each, _)| *each == span) {
            self.limits.check(What::Unpacked, size)?;
            self.limits.check(
                What::Ratio,
                size.saturating_sub(1 << 20).div_ceil(span.length.max(1)),
            )?;
            let mut packed = reserve(span.length)?;
            self.read_plain(span, 0, &mut packed)?;
            let unpacked = unpack(codec, &packed, size)?.ok_or_else(|| {
                malformed(
                    Place::byte(span.start),
                    Reason::Page("compression".to_owned()),
                )
            })?;
            held.truncate(HELD - 1);
            held.insert(0, (span, unpacked));
        }
        let found = held.iter().find(|(each, _)| *each == span);
        let read = found.and_then(|(_, bytes)| bytes.read_at(from, into));
        read.ok_or_else(|| outside(span))
    }
}

fn outside(span: Span) -> FormatError {
    malformed(Place::byte(span.start), Reason::Footer)
}
