//! A table's columns held against what the descriptor says of them, and described by it.

use std::collections::HashMap;

use formats::{Limits, Place, Reason};
use table::{Dimension, DimensionColumn, MeasureColumn, NO_MEMBER, Numbers, Scaled, Table};

use crate::container::Member;
use crate::{PackageError, Stored, StoredMeasure, TableEntry};

/// Reads a table and gives it the descriptor's names, members and measures.
pub(crate) fn bind(
    entry: &TableEntry,
    member: &Member<'_>,
    limits: &Limits,
) -> Result<Table, PackageError> {
    let unreadable = |error| PackageError::Table {
        member: member.name.to_owned(),
        error: Box::new(error),
    };
    let read = formats::parquet::read(&entry.name, member.bytes, limits, &mut formats::unheard);
    let (table, _) = read.map_err(unreadable)?;
    let binding = Binding {
        entry,
        member: member.name,
    };
    binding.check(&table)?;
    let dimensions = entry.dimensions.iter().zip(table.dimensions());
    let dimensions = dimensions.map(|(said, column)| binding.dimension(said, column));
    let dimensions = dimensions.collect::<Result<Vec<_>, _>>()?;
    let measures = entry.measures.iter().zip(table.measures());
    let measures = measures.map(|(said, column)| binding.measure(said, column));
    let measures = measures.collect::<Result<Vec<_>, _>>()?;
    let table = Table::try_new(&entry.name, dimensions, measures).map_err(|error| {
        let reason = Reason::Other(error.to_string());
        let (format, place) = (formats::Format::Parquet, Place::default());
        unreadable(formats::FormatError::Malformed {
            format,
            place,
            reason,
        })
    })?;
    Ok(table
        .with_title(entry.title.clone())
        .with_notes(entry.notes.clone()))
}

/// What is said of a table, and the member it lies in.
struct Binding<'a> {
    entry: &'a TableEntry,
    member: &'a str,
}

impl Binding<'_> {
    /// As many rows, and the same columns in the same order.
    fn check(&self, table: &Table) -> Result<(), PackageError> {
        let expected = self.entry.dimensions.iter().map(|it| it.name.as_str());
        let expected = expected.chain(
            self.entry
                .measures
                .iter()
                .map(|it| it.measure.name.as_str()),
        );
        let found = table
            .dimensions()
            .iter()
            .map(|it| it.dimension.name.as_str());
        let found = found.chain(table.measures().iter().map(|it| it.measure.name.as_str()));
        let counts = (self.entry.dimensions.len(), self.entry.measures.len());
        if counts != (table.dimensions().len(), table.measures().len())
            || !expected.clone().eq(found.clone())
        {
            return Err(self.columns(expected, found));
        }
        let (expected, found) = (self.entry.rows, table.row_count() as u64);
        let member = self.member.to_owned();
        if expected == found {
            Ok(())
        } else {
            Err(PackageError::Rows {
                member,
                expected,
                found,
            })
        }
    }

    /// The first place where the columns are others.
    fn columns<'n>(
        &self,
        mut expected: impl Iterator<Item = &'n str>,
        mut found: impl Iterator<Item = &'n str>,
    ) -> PackageError {
        loop {
            let (said, there) = (expected.next(), found.next());
            if said != there || said.is_none() {
                return PackageError::Columns {
                    member: self.member.to_owned(),
                    expected: said.map(str::to_owned),
                    found: there.map(str::to_owned),
                };
            }
        }
    }

    /// The same rows, pointing into the members the descriptor lists.
    fn dimension(
        &self,
        said: &Dimension,
        column: &DimensionColumn,
    ) -> Result<DimensionColumn, PackageError> {
        let listed: HashMap<&str, u32> = said
            .members
            .iter()
            .map(|member| member.code.as_str())
            .zip(0..)
            .collect();
        let members = &column.dimension.members;
        let known: Option<Vec<u32>> = members
            .iter()
            .map(|member| listed.get(member.code.as_str()).copied())
            .collect();
        let Some(known) = known else {
            return Err(self.unknown(column, &listed));
        };
        let codes = column.codes.recoded(&known, NO_MEMBER);
        Ok(DimensionColumn {
            dimension: said.clone(),
            codes,
        })
    }

    fn unknown(&self, column: &DimensionColumn, listed: &HashMap<&str, u32>) -> PackageError {
        let members = &column.dimension.members;
        let code = |row| {
            column
                .codes
                .get(row)
                .and_then(|at| members.get(at))
                .map(|it| &it.code)
        };
        let mut rows = (0..column.codes.len()).filter_map(|row| Some((row, code(row)?)));
        let first = rows.find(|(_, code)| !listed.contains_key(code.as_str()));
        let (row, code) = first.map_or((0, String::new()), |(row, code)| (row, code.clone()));
        PackageError::UnknownMember {
            member: self.member.to_owned(),
            column: column.dimension.name.clone(),
            code,
            row: row as u64 + 1,
        }
    }

    fn measure(
        &self,
        said: &StoredMeasure,
        column: &MeasureColumn,
    ) -> Result<MeasureColumn, PackageError> {
        let numbers =
            stored(&column.numbers, said.stored).ok_or_else(|| PackageError::Columns {
                member: self.member.to_owned(),
                expected: Some(format!("{} {:?}", said.measure.name, said.stored)),
                found: Some(said.measure.name.clone()),
            })?;
        Ok(MeasureColumn {
            measure: said.measure.clone(),
            numbers,
            status: column.status.clone(),
        })
    }
}

/// The numbers as the descriptor says they are stored; a reader of doubles makes them exact where it can.
fn stored(numbers: &Numbers, stored: Stored) -> Option<Numbers> {
    match (numbers, stored) {
        (Numbers::Exact(scaled), Stored::Exact { decimals }) if scaled.decimals == decimals => {
            Some(Numbers::Exact(Scaled {
                values: scaled.values.clone(),
                decimals,
            }))
        }
        (Numbers::Float(values), Stored::Float) => Some(Numbers::Float(values.clone())),
        (Numbers::Exact(_), Stored::Float) => Some(Numbers::Float(numbers.to_floats())),
        _ => None,
    }
}
