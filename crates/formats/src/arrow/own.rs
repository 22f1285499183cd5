//! Tables that our own workers wrote, as they were.

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowDictionaryKeyType, ArrowPrimitiveType, Decimal64Type, Float64Type, Int64Type, UInt8Type,
    UInt16Type, UInt32Type,
};
use arrow_array::{Array, ArrayRef};
use arrow_buffer::{ArrowNativeType, ScalarBuffer};
use arrow_schema::{DataType, Field};
use serde::de::DeserializeOwned;
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Note, Numbers, Scaled, StatusColumn,
    Table,
};

use super::batches::Batches;
use super::describe::{Column, Said};
use super::{KEY, malformed};
use crate::columns::refused;
use crate::{Format, FormatError, Place, Reason};

/// The table that the metadata and the batches describe together.
pub(super) fn table(said: &str, batches: &Batches) -> Result<Table, FormatError> {
    let Said { name, title, notes } = json(said, Place::default())?;
    let (mut dimensions, mut measures) = (Vec::new(), Vec::<MeasureColumn>::new());
    for (at, field) in batches.schema.fields().iter().enumerate() {
        let column = Own { field, batches, at };
        match column.said()? {
            Column::Dimension(said) => dimensions.push(column.dimension(said)?),
            Column::Measure(said) => measures.push(column.measure(said)?),
            Column::Status => {
                let measure = measures
                    .last_mut()
                    .ok_or_else(|| column.bad(Reason::StatusAlone))?;
                measure.status = Some(column.status()?);
            }
        }
    }
    let table = Table::try_new(&name, dimensions, measures);
    let table = table.map_err(|error| refused(Format::Arrow, error))?;
    Ok(table
        .with_title(title)
        .with_notes(notes.into_iter().map(Note::from).collect()))
}

fn json<T: DeserializeOwned>(text: &str, place: Place) -> Result<T, FormatError> {
    serde_json::from_str(text).map_err(|_| malformed(place, Reason::Description))
}

/// A column of ours.
struct Own<'a> {
    field: &'a Field,
    batches: &'a Batches,
    at: usize,
}

impl Own<'_> {
    fn bad(&self, reason: Reason) -> FormatError {
        malformed(Place::column(self.field.name()), reason)
    }

    fn described_wrongly(&self) -> FormatError {
        self.bad(Reason::Description)
    }

    fn said(&self) -> Result<Column, FormatError> {
        let text = self
            .field
            .metadata()
            .get(KEY)
            .ok_or_else(|| self.described_wrongly())?;
        json(text, Place::column(self.field.name()))
    }

    fn pieces(&self) -> impl Iterator<Item = &ArrayRef> {
        self.batches
            .batches
            .iter()
            .filter_map(|batch| batch.columns().get(self.at))
    }

    fn dimension(&self, dimension: Dimension) -> Result<DimensionColumn, FormatError> {
        let DataType::Dictionary(key, _) = self.field.data_type() else {
            return Err(self.described_wrongly());
        };
        let codes = match **key {
            DataType::UInt8 => Codes::U8(self.keys::<UInt8Type>(&dimension, u8::MAX)?),
            DataType::UInt16 => Codes::U16(self.keys::<UInt16Type>(&dimension, u16::MAX)?),
            DataType::UInt32 => Codes::U32(self.keys::<UInt32Type>(&dimension, u32::MAX)?),
            _ => return Err(self.described_wrongly()),
        };
        Ok(DimensionColumn { dimension, codes })
    }

    /// The keys are the indices of members, if the dictionary is the list of members.
    fn keys<K: ArrowDictionaryKeyType>(
        &self,
        dimension: &Dimension,
        none: K::Native,
    ) -> Result<ScalarBuffer<K::Native>, FormatError> {
        let mut rows = Vec::new();
        for piece in self.pieces() {
            let piece = piece
                .as_dictionary_opt::<K>()
                .ok_or_else(|| self.described_wrongly())?;
            let codes = piece.values().as_string_opt::<i32>();
            let codes = codes.ok_or_else(|| self.described_wrongly())?;
            let members = dimension
                .members
                .iter()
                .map(|member| Some(member.code.as_str()));
            if !members.eq(codes.iter()) {
                return Err(self.described_wrongly());
            }
            rows.extend(piece.keys().iter().map(|key| key.unwrap_or(none)));
        }
        Ok(rows.into())
    }

    fn measure(&self, measure: Measure) -> Result<MeasureColumn, FormatError> {
        let exact = |values, decimals| Numbers::Exact(Scaled { values, decimals });
        let numbers = match self.field.data_type() {
            DataType::Int64 => exact(self.values::<Int64Type>()?, 0),
            DataType::Float64 => Numbers::Float(self.finite(self.values::<Float64Type>()?)?),
            DataType::Decimal64(_, scale) => {
                let decimals = u8::try_from(*scale).map_err(|_| self.described_wrongly())?;
                exact(self.values::<Decimal64Type>()?, decimals)
            }
            _ => return Err(self.described_wrongly()),
        };
        Ok(MeasureColumn {
            measure,
            numbers,
            status: None,
        })
    }

    /// The values of all batches; a row without one holds 0.
    fn values<P: ArrowPrimitiveType>(&self) -> Result<ScalarBuffer<P::Native>, FormatError> {
        let mut rows: Vec<P::Native> = Vec::with_capacity(self.batches.row_count);
        for piece in self.pieces() {
            let piece = piece
                .as_primitive_opt::<P>()
                .ok_or_else(|| self.described_wrongly())?;
            match piece.nulls() {
                None => rows.extend_from_slice(piece.values()),
                Some(_) => rows.extend(piece.iter().map(|it| it.unwrap_or(P::Native::usize_as(0)))),
            }
        }
        Ok(rows.into())
    }

    fn finite(&self, values: ScalarBuffer<f64>) -> Result<ScalarBuffer<f64>, FormatError> {
        let all = values.iter().all(|value| value.is_finite());
        if all {
            Ok(values)
        } else {
            Err(self.described_wrongly())
        }
    }

    fn status(&self) -> Result<StatusColumn, FormatError> {
        let codes = self.values::<UInt8Type>()?;
        StatusColumn::try_new(codes.to_vec()).map_err(|row| {
            let place = Place {
                row: Some(row as u64 + 1),
                ..Place::column(self.field.name())
            };
            malformed(place, Reason::Status)
        })
    }
}
