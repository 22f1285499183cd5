//! Taking a table over from buffers.

use std::sync::Arc;

use arrow_buffer::ScalarBuffer;

use super::reader::{CodeLine, Reader};
use super::{Header, MeasureHeader, kind};
use crate::{
    CodePart, Codes, DimensionColumn, Floats, IntegerPart, Integers, Mapped, MeasureColumn,
    Numbers, Scaled, StatusColumn, StatusPart, Table, TableError,
};

/// The table that was packed.
///
/// # Errors
/// When a buffer is damaged, or its columns are not those of the header.
pub fn unpack(header: Header, parts: Vec<Vec<u8>>) -> Result<Table, TableError> {
    let mut columns = Columns::new(&header);
    for (part, bytes) in parts.into_iter().enumerate() {
        columns
            .take(&header, bytes)
            .ok_or(TableError::Damaged { part })?;
    }
    columns.into_table(header)
}

/// The runs of each column.
struct Columns {
    codes: Vec<Vec<CodePart>>,
    numbers: Vec<Runs>,
}

/// The runs of a measure.
#[derive(Default)]
struct Runs {
    integers: Vec<IntegerPart>,
    floats: Vec<ScalarBuffer<f64>>,
    status: Vec<StatusPart>,
}

impl Columns {
    fn new(header: &Header) -> Self {
        Self {
            codes: header.dimensions.iter().map(|_| Vec::new()).collect(),
            numbers: header.measures.iter().map(|_| Runs::default()).collect(),
        }
    }

    fn take(&mut self, header: &Header, bytes: Vec<u8>) -> Option<()> {
        let mut reader = Reader::new(bytes)?;
        let lines: Vec<CodeLine> = header
            .dimensions
            .iter()
            .map(|_| reader.codes())
            .collect::<Option<_>>()?;
        for (index, codes) in self.codes.iter_mut().enumerate() {
            codes.push(resolve(&lines, index)?);
        }
        for (runs, measure) in self.numbers.iter_mut().zip(&header.measures) {
            runs.take(&mut reader, measure)?;
        }
        reader.is_done().then_some(())
    }

    fn into_table(self, header: Header) -> Result<Table, TableError> {
        let dimensions = header.dimensions.into_iter().zip(self.codes);
        let dimensions = dimensions.map(|(dimension, parts)| DimensionColumn {
            dimension,
            codes: Codes::from_parts(parts),
        });
        let measures = header
            .measures
            .into_iter()
            .zip(self.numbers)
            .map(|(header, runs)| runs.into_column(header));
        let table = Table::try_new(&header.name, dimensions.collect(), measures.collect())?;
        Ok(table.with_title(header.title).with_notes(header.notes))
    }
}

impl Runs {
    fn take(&mut self, reader: &mut Reader, header: &MeasureHeader) -> Option<()> {
        match (reader.next()?, header.decimals) {
            (kind::FLOATS, None) => self.floats.push(reader.rows()?),
            (kind, Some(_)) => self.integers.push(reader.integers(kind)?),
            _ => return None,
        }
        if header.has_status {
            self.status.push(reader.status()?);
        }
        Some(())
    }

    fn into_column(self, header: MeasureHeader) -> MeasureColumn {
        let numbers = match header.decimals {
            Some(decimals) => Numbers::Exact(Scaled {
                values: Integers::from_parts(self.integers),
                decimals,
            }),
            None => Numbers::Float(Floats::from_parts(self.floats)),
        };
        MeasureColumn {
            measure: header.measure,
            numbers,
            status: header
                .has_status
                .then(|| StatusColumn::from_parts(self.status)),
        }
    }
}

fn resolve(lines: &[CodeLine], index: usize) -> Option<CodePart> {
    match lines.get(index)? {
        CodeLine::Stored(codes) => Some(codes.clone()),
        CodeLine::Mapped(source, members) => match lines.get(*source)? {
            CodeLine::Stored(codes) => Some(CodePart::Mapped(Mapped {
                codes: Box::new(codes.clone()),
                members: Arc::clone(members),
            })),
            CodeLine::Mapped(..) => None,
        },
    }
}
