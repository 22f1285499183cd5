//! The batches of a file or stream, looked over before the library reads them.

use std::io::Cursor;

use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_schema::{ArrowError, SchemaRef};

use super::{malformed, verify};
use crate::{FormatError, Limits, Place, Reason, What};

/// A file's columns and rows.
#[derive(Debug)]
pub(super) struct Batches {
    pub(super) schema: SchemaRef,
    pub(super) batches: Vec<RecordBatch>,
    pub(super) row_count: usize,
}

/// First and last bytes of a file; a stream has neither.
const MAGIC: &[u8] = b"ARROW1";
/// Bytes before the messages of a file: the mark, and two that fill up to eight.
const HEAD: usize = 8;
/// Bytes after the description of a file: its length and the mark.
const TAIL: usize = 4 + MAGIC.len();

/// Reads all batches. A file is a stream between two marks, with a list of its messages at the end that
/// only serves going to one of them without reading the others.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Batches, FormatError> {
    let stream = if bytes.starts_with(MAGIC) {
        inside(bytes)?
    } else {
        bytes
    };
    verify::messages(stream, limits)?;
    let reader = StreamReader::try_new(Cursor::new(stream), None);
    let reader = reader.map_err(|error| refused(&error))?;
    collect(reader.schema(), reader, limits)
}

/// The stream inside a file: between its head and the list at its end.
fn inside(bytes: &[u8]) -> Result<&[u8], FormatError> {
    let whole = bytes.len() as u64;
    let Some((rest, [a, b, c, d, magic @ ..])) = bytes.split_last_chunk::<TAIL>() else {
        return Err(malformed(Place::byte(whole), Reason::Truncated));
    };
    if magic != MAGIC {
        return Err(malformed(Place::byte(whole), Reason::Truncated));
    }
    let length = usize::try_from(u32::from_le_bytes([*a, *b, *c, *d])).ok();
    let end = length.and_then(|length| rest.len().checked_sub(length));
    let stream = end.and_then(|end| rest.get(HEAD..end)).map(unpadded);
    stream.ok_or_else(|| malformed(Place::byte(whole - 10), Reason::Footer))
}

/// Some writers fill up with zeros to a larger alignment; no stream begins with eight of them.
fn unpadded(mut stream: &[u8]) -> &[u8] {
    while let Some(rest) = stream.strip_prefix(&[0; 8]) {
        stream = rest;
    }
    stream
}

fn collect(
    schema: SchemaRef,
    reader: impl Iterator<Item = Result<RecordBatch, ArrowError>>,
    limits: &Limits,
) -> Result<Batches, FormatError> {
    limits.check(What::Columns, schema.fields().len() as u64)?;
    let mut batches = Vec::new();
    let mut row_count = 0;
    for batch in reader {
        let batch = batch.map_err(|error| refused(&error))?;
        row_count += batch.num_rows();
        limits.check(What::Rows, row_count as u64)?;
        batches.push(batch);
    }
    Ok(Batches {
        schema,
        batches,
        row_count,
    })
}

fn refused(error: &ArrowError) -> FormatError {
    malformed(Place::default(), Reason::Other(error.to_string()))
}
