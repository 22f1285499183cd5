//! What the footer says, held against the file and the limits before any page is read.

use std::collections::BTreeSet;

use ::parquet::basic::Compression;
use ::parquet::file::metadata::{
    ColumnChunkMetaData, ParquetMetaData, ParquetMetaDataReader, RowGroupMetaData,
};

use super::MAGIC;
use super::field::Field;
use crate::{Feature, Format, FormatError, Limits, Place, Reason, What};

/// What a file holds, relied on from here.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) row_count: usize,
    pub(super) fields: Vec<Field>,
    pub(super) metadata: ParquetMetaData,
}

/// Bytes after the description: its length and the mark.
const TAIL: usize = 8;
/// Bytes a row of a column takes in memory, at most.
const ROW_BYTES: u64 = 8;
/// Bytes a chunk may grow by before its ratio counts.
const FREE_GROWTH: u64 = 1 << 20;

/// Reads and checks the description of a file.
pub(super) fn layout(bytes: &[u8], limits: &Limits) -> Result<Layout, FormatError> {
    limits.check(What::ContainerBytes, bytes.len() as u64)?;
    let (description, start) = description(bytes, limits)?;
    let metadata = ParquetMetaDataReader::decode_metadata(description)
        .map_err(|_| malformed(Place::byte(start as u64), Reason::Footer))?;
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
fn description<'a>(bytes: &'a [u8], limits: &Limits) -> Result<(&'a [u8], usize), FormatError> {
    let whole = bytes.len() as u64;
    if bytes.starts_with(b"PARE") || bytes.ends_with(b"PARE") {
        return Err(FormatError::unsupported(Feature::Password));
    }
    if !bytes.starts_with(MAGIC) {
        return Err(malformed(Place::byte(0), Reason::Magic));
    }
    let Some((rest, [a, b, c, d, magic @ ..])) = bytes.split_last_chunk::<TAIL>() else {
        return Err(malformed(Place::byte(whole), Reason::Truncated));
    };
    if magic != MAGIC {
        return Err(malformed(Place::byte(whole), Reason::Truncated));
    }
    let length = u32::from_le_bytes([*a, *b, *c, *d]);
    limits.check(What::FooterBytes, length.into())?;
    let start = usize::try_from(length)
        .ok()
        .and_then(|length| rest.len().checked_sub(length));
    let start = start.filter(|start| *start >= MAGIC.len());
    let start = start.ok_or_else(|| malformed(Place::byte(whole - 8), Reason::Footer))?;
    Ok((rest.get(start..).unwrap_or_default(), start))
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
    end: usize,
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
        if !is_same || range(chunk).is_none_or(|(_, end)| end > self.end) {
            return Err(malformed(place(), Reason::Footer));
        }
        if !matches!(
            chunk.compression(),
            Compression::UNCOMPRESSED | Compression::SNAPPY
        ) {
            let feature = Feature::Compression(codec(chunk.compression()).to_owned());
            return Err(FormatError::Unsupported {
                feature,
                place: place(),
            });
        }
        let grown = chunk
            .uncompressed_size()
            .unsigned_abs()
            .saturating_sub(FREE_GROWTH);
        let packed = chunk.compressed_size().unsigned_abs().max(1);
        self.limits.check(What::Ratio, grown.div_ceil(packed))
    }
}

/// The bytes of a chunk, from the dictionary if it has one.
pub(super) fn range(chunk: &ColumnChunkMetaData) -> Option<(usize, usize)> {
    let start = chunk
        .dictionary_page_offset()
        .unwrap_or_else(|| chunk.data_page_offset());
    let start = usize::try_from(start)
        .ok()
        .filter(|start| *start >= MAGIC.len())?;
    let length = usize::try_from(chunk.compressed_size()).ok()?;
    Some((start, start.checked_add(length)?))
}

fn codec(compression: Compression) -> &'static str {
    match compression {
        Compression::GZIP(_) => "gzip",
        Compression::LZO => "lzo",
        Compression::BROTLI(_) => "brotli",
        Compression::LZ4 => "lz4",
        Compression::ZSTD(_) => "zstd",
        Compression::LZ4_RAW => "lz4_raw",
        Compression::UNCOMPRESSED | Compression::SNAPPY => "snappy",
    }
}
