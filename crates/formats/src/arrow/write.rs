//! A table to an Arrow IPC file of one batch.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::types::{ArrowDictionaryKeyType, UInt8Type, UInt16Type, UInt32Type};
use arrow_array::{
    ArrayRef, Decimal64Array, DictionaryArray, Float64Array, Int64Array, PrimitiveArray,
    RecordBatch, StringArray, UInt8Array,
};
use arrow_buffer::NullBuffer;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, Field, Schema};
use table::{DimensionColumn, MeasureColumn, Numbers, Scaled, Status, Table};

use super::describe::{Column, Said};
use super::{KEY, malformed};
use crate::columns::STATUS_SUFFIX;
use crate::{FormatError, Place, Reason};

/// Digits said of every decimal column: as many as a decimal of 64 bits may have.
const DIGITS: u8 = 18;

/// Writes a table. A row without a number is written as null, whatever lies below its status.
///
/// # Errors
/// When a column cannot be written, which no table that could be put together should cause.
pub fn write(table: &Table) -> Result<Vec<u8>, FormatError> {
    let refused = |error: ArrowError| malformed(Place::default(), Reason::Other(error.to_string()));
    write_batch(table).map_err(refused)
}

fn write_batch(table: &Table) -> Result<Vec<u8>, ArrowError> {
    let mut columns = Vec::new();
    for column in table.dimensions() {
        columns.push(dimension(column)?);
    }
    for column in table.measures() {
        columns.push(measure(column)?);
        columns.extend(status(column)?);
    }
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
    let said = Said {
        name: table.name().to_owned(),
        title: table.title().clone(),
        notes: table.notes().iter().map(Into::into).collect(),
    };
    let schema = Schema::new(fields).with_metadata(metadata(&said)?);
    let schema = Arc::new(schema);
    let mut writer = FileWriter::try_new(Vec::new(), &schema)?;
    if !arrays.is_empty() {
        writer.write(&RecordBatch::try_new(schema, arrays)?)?;
    }
    writer.finish()?;
    writer.into_inner()
}

type Written = Result<(Field, ArrayRef), ArrowError>;

fn metadata(said: &impl serde::Serialize) -> Result<HashMap<String, String>, ArrowError> {
    let json = serde_json::to_string(said);
    let json = json.map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
    Ok(HashMap::from([(KEY.to_owned(), json)]))
}

fn column(name: &str, array: ArrayRef, said: &Column) -> Written {
    let field = Field::new(name, array.data_type().clone(), true);
    Ok((field.with_metadata(metadata(said)?), array))
}

fn dimension(written: &DimensionColumn) -> Written {
    let said = &written.dimension;
    let codes = said.members.iter().map(|member| member.code.as_str());
    let codes: ArrayRef = Arc::new(StringArray::from_iter_values(codes));
    let rows = || written.codes.iter();
    let count = said.members.len();
    let array = if count <= usize::from(u8::MAX) {
        dictionary::<UInt8Type>(rows().map(|row| u8::try_from(row?).ok()).collect(), codes)?
    } else if count <= usize::from(u16::MAX) {
        dictionary::<UInt16Type>(rows().map(|row| u16::try_from(row?).ok()).collect(), codes)?
    } else {
        dictionary::<UInt32Type>(rows().map(|row| u32::try_from(row?).ok()).collect(), codes)?
    };
    column(&said.name, array, &Column::Dimension(said.clone()))
}

/// Keys into the members' codes; a row without a member has none.
fn dictionary<K: ArrowDictionaryKeyType>(
    keys: PrimitiveArray<K>,
    codes: ArrayRef,
) -> Result<ArrayRef, ArrowError> {
    Ok(Arc::new(DictionaryArray::try_new(keys, codes)?))
}

fn measure(written: &MeasureColumn) -> Written {
    let rows = 0..written.numbers.len();
    let nulls = gaps(rows.map(|row| written.status(row).is_number()));
    let array: ArrayRef = match &written.numbers {
        Numbers::Float(values) => Arc::new(Float64Array::try_new(values.iter().collect(), nulls)?),
        Numbers::Exact(Scaled {
            values,
            decimals: 0,
        }) => Arc::new(Int64Array::try_new(values.iter().collect(), nulls)?),
        Numbers::Exact(Scaled { values, decimals }) => {
            let scale = i8::try_from(*decimals).unwrap_or(i8::MAX);
            let array = Decimal64Array::try_new(values.iter().collect(), nulls)?;
            Arc::new(array.with_precision_and_scale(DIGITS, scale)?)
        }
    };
    column(
        &written.measure.name,
        array,
        &Column::Measure(written.measure.clone()),
    )
}

fn status(written: &MeasureColumn) -> Result<Option<(Field, ArrayRef)>, ArrowError> {
    let Some(status) = &written.status else {
        return Ok(None);
    };
    let name = format!("{}{STATUS_SUFFIX}", written.measure.name);
    let codes = UInt8Array::from_iter_values(status.iter().map(Status::code));
    column(&name, Arc::new(codes), &Column::Status).map(Some)
}

/// Which rows have a value; nothing when all do.
fn gaps(has_value: impl Iterator<Item = bool>) -> Option<NullBuffer> {
    let nulls: NullBuffer = has_value.collect();
    (nulls.null_count() > 0).then_some(nulls)
}
