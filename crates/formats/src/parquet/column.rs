//! One column read from all its chunks.

use std::sync::Arc;

use ::parquet::basic::Type as Physical;
use ::parquet::column::reader::{ColumnReader, get_column_reader};
use ::parquet::data_type::ByteArray;
use ::parquet::file::metadata::RowGroupMetaData;
use ::parquet::file::serialized_reader::SerializedPageReader;
use bytes::Bytes;
use table::NO_MEMBER;

use super::field::Field;
use super::pages::Checked;
use super::piece::Piece;
use super::rows::{Rows, page};
use super::verify::{Layout, malformed, range};
use crate::columns::{Filled, Texts, Values};
use crate::{Format, FormatError, Limits, Place, Reason};

/// The file, its limits, and who is told after each chunk of so many bytes.
pub(super) struct Reading<'a> {
    pub(super) file: &'a [u8],
    pub(super) layout: &'a Layout,
    pub(super) limits: &'a Limits,
    pub(super) told: &'a mut dyn FnMut(usize),
}

impl Reading<'_> {
    /// Reads the column at an index.
    pub(super) fn column(&mut self, at: usize, field: &Field) -> Result<Filled, FormatError> {
        let row_count = self.layout.row_count;
        match field.physical {
            Physical::BYTE_ARRAY => {
                let mut texts = Texts::new(Format::Parquet, &field.name, self.limits);
                let mut rows = Rows::try_new(row_count, NO_MEMBER)?;
                self.each_chunk(at, field, &mut |reader, count| {
                    let ColumnReader::ByteArrayColumnReader(reader) = reader else {
                        return Ok(0);
                    };
                    rows.read(reader, (count, field), |text: &ByteArray, row| {
                        texts.index(text.data(), row)
                    })
                })?;
                Ok(rows.filled(|rows| Values::Texts(texts.finish(), rows)))
            }
            Physical::FLOAT | Physical::DOUBLE => {
                let mut rows = Rows::try_new(row_count, 0.0)?;
                self.each_chunk(at, field, &mut |reader, count| {
                    rows.floats(reader, count, field)
                })?;
                Ok(rows.filled(Values::Floats))
            }
            _ => {
                let mut rows = Rows::try_new(row_count, 0)?;
                self.each_chunk(at, field, &mut |reader, count| {
                    rows.integers(reader, count, field)
                })?;
                Ok(rows.filled(Values::Integers))
            }
        }
    }

    fn each_chunk(
        &mut self,
        at: usize,
        field: &Field,
        read: &mut Read<'_>,
    ) -> Result<(), FormatError> {
        for group in self.layout.metadata.row_groups() {
            let (reader, length) = self.reader(group, at, field)?;
            let expected = usize::try_from(group.num_rows()).unwrap_or(0);
            let found = read(reader, expected)?;
            if found != expected {
                let (found, expected) = (found as u64, expected as u64);
                let reason = Reason::RowCount { found, expected };
                return Err(malformed(Place::column(&field.name), reason));
            }
            (self.told)(length);
        }
        Ok(())
    }

    fn reader(
        &self,
        group: &RowGroupMetaData,
        at: usize,
        field: &Field,
    ) -> Result<(ColumnReader, usize), FormatError> {
        let bad = || malformed(Place::column(&field.name), Reason::Footer);
        let chunk = group.columns().get(at).ok_or_else(bad)?;
        let (start, end) = range(chunk).ok_or_else(bad)?;
        let bytes = self.file.get(start..end).ok_or_else(bad)?;
        let piece = Arc::new(Piece {
            bytes: Bytes::copy_from_slice(bytes),
            start: start as u64,
        });
        let rows = usize::try_from(group.num_rows()).map_err(|_| bad())?;
        let pages = SerializedPageReader::new(piece, chunk, rows, None);
        let pages = pages.map_err(|error| page(&error, field))?;
        Ok((
            get_column_reader(
                chunk.column_descr_ptr(),
                Box::new(Checked::new(pages, field)),
            ),
            end - start,
        ))
    }
}

/// Reads so many rows and tells how many there were.
type Read<'a> = dyn FnMut(ColumnReader, usize) -> Result<usize, FormatError> + 'a;
