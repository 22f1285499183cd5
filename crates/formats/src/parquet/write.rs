//! A table to Parquet: dimensions as texts by dictionary, exact numbers as decimals, statuses beside their measures.

use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type, Int64Type};
use ::parquet::errors::{ParquetError, Result as ParquetResult};
use ::parquet::file::properties::{EnabledStatistics, WriterProperties};
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::types::{Type, TypePtr};
use bytes::Bytes;
use table::{DimensionColumn, MeasureColumn, Numbers, Table};

use super::verify::malformed;
use crate::columns::STATUS_SUFFIX;
use crate::{FormatError, Place, Reason};

/// Rows of a group, and of a page: a page of doubles is half a megabyte.
const GROUP_ROWS: usize = 1 << 20;
const PAGE_ROWS: usize = 1 << 16;
/// Bytes of a dictionary before a column goes on without one.
const DICTIONARY_BYTES: usize = 4 << 20;

/// Writes a table; the same table always gives the same bytes.
///
/// A row without a number is written as null, whatever lies below its status.
///
/// # Errors
/// When a column cannot be written, which no table that could be put together should cause.
pub fn write(table: &Table) -> Result<Vec<u8>, FormatError> {
    let refused =
        |error: ParquetError| malformed(Place::default(), Reason::Other(error.to_string()));
    write_groups(table).map_err(refused)
}

fn write_groups(table: &Table) -> ParquetResult<Vec<u8>> {
    let schema = schema(table)?;
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties()))?;
    let row_count = table.row_count();
    for start in (0..row_count).step_by(GROUP_ROWS) {
        let rows = start..row_count.min(start + GROUP_ROWS);
        let mut group = Group {
            writer: writer.next_row_group()?,
            rows,
        };
        for column in table.dimensions() {
            group.dimension(column)?;
        }
        for column in table.measures() {
            group.measure(column)?;
            group.status(column)?;
        }
        group.writer.close()?;
    }
    writer.into_inner()
}

fn properties() -> WriterProperties {
    WriterProperties::builder()
        .set_created_by("snit".to_owned())
        .set_compression(Compression::SNAPPY)
        .set_statistics_enabled(EnabledStatistics::None)
        .set_offset_index_disabled(true)
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_data_page_row_count_limit(PAGE_ROWS)
        .set_dictionary_page_size_limit(DICTIONARY_BYTES)
        .build()
}

fn schema(table: &Table) -> ParquetResult<TypePtr> {
    let mut fields = Vec::new();
    for column in table.dimensions() {
        let rows = Rows::of((0..column.codes.len()).map(|row| column.codes.get(row).is_some()));
        let name = &column.dimension.name;
        fields.push(field(
            name,
            Physical::BYTE_ARRAY,
            rows,
            Some(LogicalType::String),
        )?);
    }
    for column in table.measures() {
        let name = &column.measure.name;
        let rows = Rows::of((0..column.numbers.len()).map(|row| column.status(row).is_number()));
        fields.push(match &column.numbers {
            Numbers::Exact(scaled) if scaled.decimals > 0 => decimal(name, rows, scaled.decimals)?,
            Numbers::Exact(_) => field(name, Physical::INT64, rows, None)?,
            Numbers::Float(_) => field(name, Physical::DOUBLE, rows, None)?,
        });
        if column.status.is_some() {
            fields.push(field(
                &status_name(column),
                Physical::INT32,
                Rows::Full,
                None,
            )?);
        }
    }
    Type::group_type_builder("snit")
        .with_fields(fields)
        .build()
        .map(Arc::new)
}

fn field(
    name: &str,
    physical: Physical,
    rows: Rows,
    logical: Option<LogicalType>,
) -> ParquetResult<TypePtr> {
    Type::primitive_type_builder(name, physical)
        .with_repetition(rows.repetition())
        .with_logical_type(logical)
        .build()
        .map(Arc::new)
}

/// Digits said of every decimal column: as many as a decimal of 64 bits may have.
const DIGITS: i32 = 18;

fn decimal(name: &str, rows: Rows, decimals: u8) -> ParquetResult<TypePtr> {
    Type::primitive_type_builder(name, Physical::INT64)
        .with_repetition(rows.repetition())
        .with_logical_type(Some(LogicalType::decimal(decimals.into(), DIGITS)))
        .with_precision(DIGITS)
        .with_scale(decimals.into())
        .build()
        .map(Arc::new)
}

/// Whether each row of a column has a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    Full,
    Gaps,
}

impl Rows {
    fn of(mut has_value: impl Iterator<Item = bool>) -> Self {
        if has_value.all(|it| it) {
            Self::Full
        } else {
            Self::Gaps
        }
    }

    fn repetition(self) -> Repetition {
        match self {
            Self::Full => Repetition::REQUIRED,
            Self::Gaps => Repetition::OPTIONAL,
        }
    }
}

fn status_name(column: &MeasureColumn) -> String {
    format!("{}{STATUS_SUFFIX}", column.measure.name)
}

/// A group of rows being written.
struct Group<'a> {
    writer: SerializedRowGroupWriter<'a, Vec<u8>>,
    rows: std::ops::Range<usize>,
}

impl Group<'_> {
    fn dimension(&mut self, column: &DimensionColumn) -> ParquetResult<()> {
        let members = column.dimension.members.iter();
        let codes = members.map(|member| ByteArray::from(Bytes::from(member.code.clone())));
        let codes: Vec<ByteArray> = codes.collect();
        self.column::<ByteArrayType>(|row| codes.get(column.codes.get(row)?).cloned())
    }

    fn measure(&mut self, column: &MeasureColumn) -> ParquetResult<()> {
        let is_number = |row: &usize| column.status(*row).is_number();
        match &column.numbers {
            Numbers::Exact(scaled) => {
                self.column::<Int64Type>(|row| scaled.values.get(row).filter(|_| is_number(&row)))
            }
            Numbers::Float(values) => {
                self.column::<DoubleType>(|row| values.get(row).filter(|_| is_number(&row)))
            }
        }
    }

    fn status(&mut self, column: &MeasureColumn) -> ParquetResult<()> {
        let Some(status) = &column.status else {
            return Ok(());
        };
        self.column::<Int32Type>(|row| Some(status.get(row).code().into()))
    }

    /// Writes the next column; none is a row without a value.
    fn column<P: DataType>(&mut self, value: impl Fn(usize) -> Option<P::T>) -> ParquetResult<()> {
        let ended = || ParquetError::General("no column left".to_owned());
        let mut writer = self.writer.next_column()?.ok_or_else(ended)?;
        let typed = writer.typed::<P>();
        let optional = typed.get_descriptor().max_def_level() > 0;
        for start in self.rows.clone().step_by(PAGE_ROWS) {
            let rows = start..self.rows.end.min(start + PAGE_ROWS);
            let values: Vec<P::T> = rows.clone().filter_map(&value).collect();
            let levels: Option<Vec<i16>> =
                optional.then(|| rows.map(|row| value(row).is_some().into()).collect());
            typed.write_batch(&values, levels.as_deref(), None)?;
        }
        writer.close()
    }
}
