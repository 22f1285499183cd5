//! The rows of a column, chunk after chunk.

use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::{DataType, FixedLenByteArray};
use ::parquet::errors::ParquetError;

use super::field::Field;
use super::verify::malformed;
use crate::columns::{Filled, Meaning, Values};
use crate::{Feature, FormatError, Place, Reason};

/// Rows read at a time.
const BATCH: usize = 1 << 16;

/// Rows so far.
pub(super) struct Rows<T> {
    values: Vec<T>,
    absent: Option<Vec<bool>>,
    filler: T,
}

impl<T: Copy> Rows<T> {
    pub(super) fn try_new(row_count: usize, filler: T) -> Result<Self, FormatError> {
        let mut values = Vec::new();
        let bytes = row_count as u64 * size_of::<T>() as u64;
        let no_memory = |_| FormatError::OutOfMemory { bytes };
        values.try_reserve_exact(row_count).map_err(no_memory)?;
        Ok(Self {
            values,
            absent: None,
            filler,
        })
    }

    pub(super) fn filled(self, values: impl FnOnce(Vec<T>) -> Values) -> Filled {
        Filled {
            values: values(self.values),
            absent: self.absent,
        }
    }

    /// Reads a chunk of `count` rows; how many it had.
    pub(super) fn read<P: DataType>(
        &mut self,
        mut reader: ColumnReaderImpl<P>,
        (count, field): (usize, &Field),
        mut convert: impl FnMut(&P::T, usize) -> Result<T, FormatError>,
    ) -> Result<usize, FormatError> {
        let (mut found, mut values, mut levels) = (0, Vec::new(), Vec::new());
        while found < count {
            values.clear();
            levels.clear();
            let most = BATCH.min(count - found);
            let read = reader.read_records(most, Some(&mut levels), None, &mut values);
            let (rows, _, _) = read.map_err(|error| page(&error, field))?;
            if rows == 0 {
                break;
            }
            found += rows;
            self.add(
                &values,
                if field.optional { &levels } else { &[] },
                &mut convert,
            )?;
        }
        Ok(found)
    }

    /// Adds rows; a row of level 0 has no value.
    fn add<V>(
        &mut self,
        values: &[V],
        levels: &[i16],
        convert: &mut impl FnMut(&V, usize) -> Result<T, FormatError>,
    ) -> Result<(), FormatError> {
        let mut values = values.iter();
        if levels.iter().all(|level| *level > 0) {
            values.try_for_each(|value| {
                self.values.push(convert(value, self.values.len())?);
                Ok(())
            })?;
        } else {
            let absent = self.absent.get_or_insert_default();
            absent.resize(self.values.len(), false);
            absent.extend(levels.iter().map(|level| *level == 0));
            for level in levels {
                let value = if *level > 0 { values.next() } else { None };
                let value = value.map_or(Ok(self.filler), |it| convert(it, self.values.len()))?;
                self.values.push(value);
            }
        }
        if let Some(absent) = &mut self.absent {
            absent.resize(self.values.len(), false);
        }
        Ok(())
    }
}

impl Rows<f64> {
    pub(super) fn floats(
        &mut self,
        reader: ColumnReader,
        count: usize,
        field: &Field,
    ) -> Result<usize, FormatError> {
        match reader {
            ColumnReader::FloatColumnReader(reader) => {
                self.read(reader, (count, field), |value, _| Ok((*value).into()))
            }
            ColumnReader::DoubleColumnReader(reader) => {
                self.read(reader, (count, field), |value, _| Ok(*value))
            }
            _ => Ok(0),
        }
    }
}

impl Rows<i64> {
    pub(super) fn integers(
        &mut self,
        reader: ColumnReader,
        count: usize,
        field: &Field,
    ) -> Result<usize, FormatError> {
        match reader {
            ColumnReader::BoolColumnReader(reader) => {
                self.read(reader, (count, field), |value, _| Ok((*value).into()))
            }
            ColumnReader::Int32ColumnReader(reader)
                if field.meaning == (Meaning::Integer { signed: false }) =>
            {
                self.read(reader, (count, field), |value: &i32, _| {
                    Ok(value.cast_unsigned().into())
                })
            }
            ColumnReader::Int32ColumnReader(reader) => {
                self.read(reader, (count, field), |value, _| Ok((*value).into()))
            }
            ColumnReader::Int64ColumnReader(reader) => {
                self.read(reader, (count, field), |value, _| Ok(*value))
            }
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                self.read(reader, (count, field), |value: &FixedLenByteArray, _| {
                    Ok(big_endian(value.data()))
                })
            }
            _ => Ok(0),
        }
    }
}

/// Decimals of several bytes that are known to fit eight.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
fn big_endian(bytes: &[u8]) -> i64 {
    let negative = bytes.first().is_some_and(|byte| byte.cast_signed() < 0);
    let start = if negative { -1_i128 } else { 0 };
    let value = bytes
        .iter()
        .fold(start, |value, byte| (value << 8) | i128::from(*byte));
    value.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

/// What the library says of a page it cannot read.
pub(super) fn page(error: &ParquetError, field: &Field) -> FormatError {
    let place = Place::column(&field.name);
    if let ParquetError::NYI(encoding) = error {
        let feature = Feature::PageEncoding(encoding.clone());
        return FormatError::Unsupported { feature, place };
    }
    let words = error.to_string();
    let reason = if words.contains("CRC") {
        Reason::Checksum
    } else {
        Reason::Page(words)
    };
    malformed(place, reason)
}
