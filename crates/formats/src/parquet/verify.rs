//! What the footer says, held against the file and the limits before any page is read.

use std::collections::BTreeSet;

use ::parquet::file::metadata::{
    ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData,
};

use super::MAGIC;
use super::chunk::Found;
use super::field::Field;
use super::footer;
use crate::source::reserve;
use crate::{Feature, Format, FormatError, Limits, Place, Reason, Source, What};

/// What a file holds, relied on from here.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) row_count: usize,
    pub(super) fields: Vec<Field>,
    pub(super) metadata: ParquetMetaData,
}

/// Bytes after the description: its length and the mark.
const TAIL: usize = 8;
/// First and last bytes of a file that is encrypted.
const ENCRYPTED: &[u8; 4] = b"PARE";
/// Bytes a row of a column takes in memory, at most.
const ROW_BYTES: u64 = 8;
/// Bytes a chunk may grow by before its ratio counts.
const FREE_GROWTH: u64 = 1 << 20;

/// Reads and checks the description of a file.
pub(super) fn layout(source: &dyn Source, limits: &Limits) -> Result<Layout, FormatError> {
    limits.check(What::ContainerBytes, source.len())?;
    let (description, start) = description(source, limits)?;
    let bad = || malformed(Place::byte(start), Reason::Footer);
    if !footer::is_sound(&description) {
        return Err(bad());
    }
    let metadata = ParquetMetaDataReader::decode_metadata(&description).map_err(|_| bad())?;
    let fields = fields(&metadata, limits)?;
    let row_count = row_count(&metadata, limits)?;
    // Runs let a few bytes stand for millions of rows, so memory is a limit of its own.
    limits.check(
        What::Unpacked,
        row_count.saturating_mul(ROW_BYTES * fields.len() as u64),
    )?;
    chunks(&metadata, &fields, &Bounds { end: start, limits })?;
    let row_count =
        usize::try_from(row_count).map_err(|_| FormatError::OutOfMemory { bytes: row_count })?;
    Ok(Layout {
        row_count,
        fields,
        metadata,
    })
}

pub(super) fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::Parquet, place, reason)
}

/// The bytes of the description and where they begin.
fn description(source: &dyn Source, limits: &Limits) -> Result<(Vec<u8>, u64), FormatError> {
    let whole = source.len();
    let (mut head, mut tail) = ([0; 4], [0; TAIL]);
    let has_head = source.read_at(0, &mut head).is_some();
    let tail_at = whole.saturating_sub(TAIL as u64);
    let has_tail = tail_at >= MAGIC.len() as u64 && source.read_at(tail_at, &mut tail).is_some();
    let [a, b, c, d, magic @ ..] = tail;
    if head == *ENCRYPTED || magic == *ENCRYPTED {
        return Err(FormatError::unsupported(Feature::Password));
    }
    if !has_head || head != *MAGIC {
        return Err(malformed(Place::byte(0), Reason::Magic));
    }
    if !has_tail || magic != *MAGIC {
        return Err(malformed(Place::byte(whole), Reason::Truncated));
    }
    let length = u64::from(u32::from_le_bytes([a, b, c, d]));
    limits.check(What::FooterBytes, length)?;
    let bad = || malformed(Place::byte(tail_at), Reason::Footer);
    let start = tail_at
        .checked_sub(length)
        .filter(|start| *start >= MAGIC.len() as u64);
    let start = start.ok_or_else(bad)?;
    let mut description = reserve(length)?;
    source.read_at(start, &mut description).ok_or_else(bad)?;
    Ok((description, start))
}

fn fields(metadata: &ParquetMetaData, limits: &Limits) -> Result<Vec<Field>, FormatError> {
    let root = metadata.file_metadata().schema();
    let columns = if root.is_group() {
        root.get_fields()
    } else {
        &[]
    };
    limits.check(What::Columns, columns.len() as u64)?;
    let fields = columns.iter().map(|column| Field::try_new(column));
    let fields = fields.collect::<Result<Vec<_>, _>>()?;
    let mut seen = BTreeSet::new();
    match fields.iter().find(|field| !seen.insert(&field.name)) {
        Some(twice) => Err(malformed(Place::column(&twice.name), Reason::NameTwice)),
        None => Ok(fields),
    }
}

fn row_count(metadata: &ParquetMetaData, limits: &Limits) -> Result<u64, FormatError> {
    let negative = || malformed(Place::default(), Reason::Footer);
    let expected = metadata.file_metadata().num_rows();
    let expected = u64::try_from(expected).map_err(|_| negative())?;
    limits.check(What::Rows, expected)?;
    let mut found = 0_u64;
    for group in metadata.row_groups() {
        let rows = u64::try_from(group.num_rows()).map_err(|_| negative())?;
        found = found.checked_add(rows).ok_or_else(negative)?;
    }
    if found == expected {
        return Ok(expected);
    }
    Err(malformed(
        Place::default(),
        Reason::RowCount { found, expected },
    ))
}

/// What chunks are held against: where the footer begins, and the limits.
struct Bounds<'a> {
    end: u64,
    limits: &'a Limits,
}

fn chunks(
    metadata: &ParquetMetaData,
    fields: &[Field],
    bounds: &Bounds<'_>,
) -> Result<(), FormatError> {
    let mut unpacked = 0_u64;
    for group in metadata.row_groups() {
        if group.num_columns() != fields.len() {
            return Err(malformed(Place::default(), Reason::Footer));
        }
        for (chunk, field) in group.columns().iter().zip(fields) {
            bounds.check(group, chunk, field)?;
            unpacked = unpacked.saturating_add(chunk.uncompressed_size().unsigned_abs());
            bounds.limits.check(What::Unpacked, unpacked)?;
        }
    }
    Ok(())
}

impl Bounds<'_> {
    fn check(
        &self,
        group: &RowGroupMetaData,
        chunk: &ColumnChunkMetaData,
        field: &Field,
    ) -> Result<(), FormatError> {
        let place = || Place::column(&field.name);
        let is_same = chunk.column_type() == field.physical
            && chunk.num_values() == group.num_rows()
            && chunk.file_path().is_none();
        match Found::of(chunk) {
            Found::Readable(chunk) if is_same && chunk.end <= self.end => {}
            Found::Packed(codec) if is_same => {
                let feature = Feature::Compression(codec.to_owned());
                let place = place();
                return Err(FormatError::Unsupported { feature, place });
            }
            _ => return Err(malformed(place(), Reason::Footer)),
        }
        let grown = chunk
            .uncompressed_size()
            .unsigned_abs()
            .saturating_sub(FREE_GROWTH);
        let packed = chunk.compressed_size().unsigned_abs().max(1);
        self.limits.check(What::Ratio, grown.div_ceil(packed))
    }
}
