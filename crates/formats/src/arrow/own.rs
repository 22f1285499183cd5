//! Tables of our own, as they were.

use serde::de::DeserializeOwned;
use table::{
    Dimension, DimensionColumn, Measure, MeasureColumn, Note, Numbers, Scaled, StatusColumn, Table,
};

use super::column::Reading;
use super::describe::{Column, Said};
use super::fields::{Field, Kind, Width};
use super::malformed;
use crate::columns::{Fractions, Members, from_codes, refused};
use crate::{Format, FormatError, Place, Reason};

/// The table that the metadata and the batches describe together.
pub(super) fn table(said: &str, reading: &Reading<'_>) -> Result<Table, FormatError> {
    let Said { name, title, notes } = json(said, Place::default())?;
    let (mut dimensions, mut measures) = (Vec::new(), Vec::<MeasureColumn>::new());
    for at in 0..reading.contents.fields.len() {
        let field = reading.field(at)?;
        let column = Own { field, reading, at };
        match column.said()? {
            Column::Dimension(said) => dimensions.push(column.dimension(said)?),
            Column::Measure(said) => measures.push(column.measure(said)?),
            Column::Status => {
                let measure = measures.last_mut();
                let measure = measure.ok_or_else(|| column.bad(Reason::StatusAlone))?;
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
    reading: &'a Reading<'a>,
    at: usize,
}

impl Own<'_> {
    fn bad(&self, reason: Reason) -> FormatError {
        malformed(Place::column(&self.field.name), reason)
    }

    fn described_wrongly(&self) -> FormatError {
        self.bad(Reason::Description)
    }

    fn said(&self) -> Result<Column, FormatError> {
        let text = self.field.said.as_deref();
        let text = text.ok_or_else(|| self.described_wrongly())?;
        json(text, Place::column(&self.field.name))
    }

    /// The keys are the indices of members, if the dictionary is the list of members.
    fn dimension(&self, dimension: Dimension) -> Result<DimensionColumn, FormatError> {
        let Kind::Dictionary { .. } = self.field.kind else {
            return Err(self.described_wrongly());
        };
        let codes: Vec<&[u8]> = dimension
            .members
            .iter()
            .map(|it| it.code.as_bytes())
            .collect();
        let row_count = self.reading.contents.row_count;
        let column = (Format::Arrow, self.field.name.as_str());
        let mut members = Members::new(column, row_count, self.reading.limits);
        self.reading.dictionary(self.at, &mut members, |texts| {
            let is_list = texts
                .iter()
                .map(Option::as_deref)
                .eq(codes.iter().copied().map(Some));
            is_list
                .then_some(())
                .ok_or_else(|| self.described_wrongly())
        })?;
        let (texts, codes) = members.finish();
        // Two members of one code would have moved the indices.
        if row_count > 0 && texts.len() != dimension.members.len() {
            return Err(self.described_wrongly());
        }
        Ok(DimensionColumn { dimension, codes })
    }

    fn measure(&self, measure: Measure) -> Result<MeasureColumn, FormatError> {
        let exact = |decimals| -> Result<Numbers, FormatError> {
            let (values, _) = self.reading.wholes(self.at)?.finish();
            Ok(Numbers::Exact(Scaled { values, decimals }))
        };
        let numbers = match self.field.kind {
            Kind::Integer(Width {
                bits: 64,
                signed: true,
            }) => exact(0)?,
            Kind::Decimal { bits: 64, decimals } => exact(decimals)?,
            Kind::Float { bits: 64 } => {
                let fractions = self.reading.fractions(self.at, Fractions::as_they_are())?;
                if fractions.not_finite() > 0 {
                    return Err(self.described_wrongly());
                }
                fractions.finish().0
            }
            _ => return Err(self.described_wrongly()),
        };
        Ok(MeasureColumn {
            measure,
            numbers,
            status: None,
        })
    }

    fn status(&self) -> Result<StatusColumn, FormatError> {
        let Kind::Integer(Width {
            bits: 8,
            signed: false,
        }) = self.field.kind
        else {
            return Err(self.described_wrongly());
        };
        let (codes, _) = self.reading.wholes(self.at)?.finish();
        from_codes(Format::Arrow, &self.field.name, &codes)
    }
}
