//! The pages of a column's chunk, each read, held against its checksum and unpacked by itself.

use std::ops::Range;

use super::chunk::Chunk;
use super::field::Field;
use super::header::{self, Encoding, Header, Kind};
use super::verify::malformed;
use crate::codec::unpack;
use crate::source::reserve;
use crate::{Feature, FormatError, Limits, Place, Reason, Source, What};

/// A page, unpacked.
pub(super) enum Page {
    /// The values that indices stand for.
    Dictionary {
        values: usize,
        bytes: Vec<u8>,
    },
    Rows(Rows),
}

/// Rows of a column.
pub(super) struct Rows {
    /// With those that have no value.
    pub(super) rows: usize,
    pub(super) encoding: Encoding,
    bytes: Vec<u8>,
    levels: Range<usize>,
    values: usize,
}

impl Rows {
    /// Which rows have a value.
    pub(super) fn levels(&self) -> &[u8] {
        self.bytes.get(self.levels.clone()).unwrap_or_default()
    }

    /// The values.
    pub(super) fn values(&self) -> &[u8] {
        self.bytes.get(self.values..).unwrap_or_default()
    }
}

/// The pages of a chunk in their order.
pub(super) struct Pages<'a> {
    source: &'a dyn Source,
    limits: &'a Limits,
    field: &'a Field,
    chunk: Chunk,
    at: u64,
}

/// Bytes in which a page header is first looked for, and those it may take.
const HEADER: u64 = 128;
const MOST_HEADER: u64 = 1 << 20;
/// Bytes a page may grow by before its ratio counts.
const FREE_GROWTH: u64 = 1 << 20;

impl<'a> Pages<'a> {
    pub(super) fn new(
        source: &'a dyn Source,
        chunk: Chunk,
        (field, limits): (&'a Field, &'a Limits),
    ) -> Self {
        Self {
            source,
            limits,
            field,
            chunk,
            at: chunk.start,
        }
    }

    /// The next page; none at the end of the chunk.
    pub(super) fn next(&mut self) -> Result<Option<Page>, FormatError> {
        while self.at < self.chunk.end {
            let header = self.header()?;
            self.at += header.length as u64;
            let end = self
                .at
                .checked_add(header.packed)
                .filter(|end| *end <= self.chunk.end);
            let end = end.ok_or_else(|| self.damaged("page"))?;
            if header.kind == Kind::Other {
                self.at = end;
                continue;
            }
            let mut packed = reserve(header.packed)?;
            self.source
                .read_at(self.at, &mut packed)
                .ok_or_else(|| self.damaged("page"))?;
            self.at = end;
            if header
                .crc
                .is_some_and(|crc| crc != crc32fast::hash(&packed))
            {
                return Err(malformed(Place::column(&self.field.name), Reason::Checksum));
            }
            return self.page(header, packed).map(Some);
        }
        Ok(None)
    }

    /// Headers are short, unless they repeat long texts as statistics.
    fn header(&self) -> Result<Header, FormatError> {
        let rest = self.chunk.end - self.at;
        let mut size = HEADER.min(rest);
        loop {
            let mut bytes = reserve(size)?;
            self.source
                .read_at(self.at, &mut bytes)
                .ok_or_else(|| self.damaged("page header"))?;
            if let Some(header) = header::read(&bytes) {
                return Ok(header);
            }
            if size >= rest.min(MOST_HEADER) {
                return Err(self.damaged("page header"));
            }
            size = (size * 8).min(rest).min(MOST_HEADER);
        }
    }

    fn page(&self, header: Header, packed: Vec<u8>) -> Result<Page, FormatError> {
        match header.kind {
            Kind::Dictionary { values, encoding } => {
                let is_plain = [Encoding::PLAIN, Encoding::PLAIN_DICTIONARY].contains(&encoding);
                if !is_plain {
                    return Err(self.unsupported(encoding));
                }
                let bytes = self.unpacked(packed, header.unpacked)?;
                Ok(Page::Dictionary { values, bytes })
            }
            Kind::First {
                rows,
                encoding,
                levels,
            } => {
                let bytes = self.unpacked(packed, header.unpacked)?;
                if !self.field.optional {
                    return Ok(page(rows, encoding, (bytes, 0..0, 0)));
                }
                if levels != Encoding::RLE {
                    return Err(self.unsupported(levels));
                }
                let length = bytes
                    .first_chunk::<4>()
                    .map(|length| u32::from_le_bytes(*length));
                let end = length.and_then(|length| usize::try_from(length).ok()?.checked_add(4));
                let end = end.filter(|end| *end <= bytes.len());
                let end = end.ok_or_else(|| self.damaged("levels"))?;
                Ok(page(rows, encoding, (bytes, 4..end, end)))
            }
            Kind::Second {
                rows,
                encoding,
                levels: (nested, gaps),
                is_packed,
            } => {
                let end = usize::try_from(gaps).ok().filter(|_| nested == 0);
                let split = end.and_then(|end| packed.split_at_checked(end));
                let (levels, values) = split.ok_or_else(|| self.damaged("levels"))?;
                let is_packed = is_packed && !values.is_empty();
                let Some(codec) = self.chunk.codec.filter(|_| is_packed) else {
                    let end = levels.len();
                    return Ok(page(rows, encoding, (packed, 0..end, end)));
                };
                let size = header
                    .unpacked
                    .checked_sub(gaps)
                    .ok_or_else(|| self.damaged("levels"))?;
                self.check_size(size, values.len())?;
                let unpacked =
                    unpack(codec, values, size)?.ok_or_else(|| self.damaged("compression"))?;
                let bytes = [levels, &unpacked].concat();
                Ok(page(rows, encoding, (bytes, 0..levels.len(), levels.len())))
            }
            Kind::Other => Err(self.damaged("page")),
        }
    }

    fn unpacked(&self, packed: Vec<u8>, size: u64) -> Result<Vec<u8>, FormatError> {
        let Some(codec) = self.chunk.codec else {
            return Ok(packed);
        };
        self.check_size(size, packed.len())?;
        unpack(codec, &packed, size)?.ok_or_else(|| self.damaged("compression"))
    }

    fn check_size(&self, size: u64, packed: usize) -> Result<(), FormatError> {
        self.limits.check(What::Unpacked, size)?;
        let grown = size.saturating_sub(FREE_GROWTH);
        self.limits
            .check(What::Ratio, grown.div_ceil(packed.max(1) as u64))
    }

    fn damaged(&self, what: &str) -> FormatError {
        damaged(self.field, what)
    }

    fn unsupported(&self, encoding: Encoding) -> FormatError {
        unsupported(self.field, encoding)
    }
}

fn page(
    rows: usize,
    encoding: Encoding,
    (bytes, levels, values): (Vec<u8>, Range<usize>, usize),
) -> Page {
    Page::Rows(Rows {
        rows,
        encoding,
        bytes,
        levels,
        values,
    })
}

pub(super) fn damaged(field: &Field, what: &str) -> FormatError {
    malformed(Place::column(&field.name), Reason::Page(what.to_owned()))
}

pub(super) fn unsupported(field: &Field, encoding: Encoding) -> FormatError {
    FormatError::Unsupported {
        feature: Feature::PageEncoding(encoding.name()),
        place: Place::column(&field.name),
    }
}
