//! Columns as a table has them: texts, truths and dates are dimensions, numbers are measures.

use table::{
    DimensionColumn, Floats, Integers, Measure, MeasureColumn, Numbers, Role, Scaled, StatusColumn,
    Table, TableError, Text,
};

use super::members::{described, member};
use super::statuses::{apply, from_codes};
use super::{Filled, Meaning, dates};
use crate::{Format, FormatError, Limits, Place, Reason, Warning};

/// Columns read so far.
pub(crate) struct Parts<'a> {
    format: Format,
    limits: &'a Limits,
    dimensions: Vec<DimensionColumn>,
    measures: Vec<MeasureColumn>,
    statuses: Vec<(String, StatusColumn)>,
    warnings: Vec<Warning>,
}

/// A column's name, what its values mean, and the measure it has the statuses of, if it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    pub(crate) meaning: Meaning,
    pub(crate) status_of: Option<&'a str>,
}

impl<'a> Parts<'a> {
    pub(crate) fn new(format: Format, limits: &'a Limits) -> Self {
        Self {
            format,
            limits,
            dimensions: Vec::new(),
            measures: Vec::new(),
            statuses: Vec::new(),
            warnings: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, column: Named<'_>, filled: Filled<'_>) -> Result<(), FormatError> {
        let Named {
            name,
            meaning,
            status_of,
        } = column;
        match filled {
            Filled::Members(members) => self.dimensions.push(members.into_dimension(name)),
            Filled::Fractions(fractions) => {
                let count = fractions.not_finite();
                if count > 0 {
                    let column = name.to_owned();
                    self.warnings.push(Warning::NotFinite { column, count });
                }
                let (numbers, status) = fractions.finish();
                self.measures.push(measure((name, 0), numbers, status));
            }
            Filled::Wholes(wholes) => {
                let (values, status) = wholes.finish();
                match (meaning, status_of) {
                    (Meaning::Date | Meaning::Moment { .. }, _) => {
                        let rows = (&values, status.as_ref());
                        let dates = dates::dimension((name, meaning), rows, self.limits)?;
                        self.dimensions.push(dates);
                    }
                    (Meaning::Truth, _) => {
                        let rows = (&values, status.as_ref());
                        self.dimensions.push(truths(name, rows)?);
                    }
                    (_, Some(measure)) => {
                        let statuses = from_codes(self.format, name, &values)?;
                        self.statuses.push((measure.to_owned(), statuses));
                    }
                    _ => self.integers((name, meaning), values, status),
                }
            }
        }
        Ok(())
    }

    fn integers(
        &mut self,
        (name, meaning): (&str, Meaning),
        values: Integers,
        status: Option<StatusColumn>,
    ) {
        let decimals = match meaning {
            Meaning::Decimal { decimals } => decimals,
            _ => 0,
        };
        let may_wrap = meaning == (Meaning::Integer { signed: false });
        let numbers = if may_wrap
            && values
                .parts()
                .iter()
                .any(|part| part.base() < 0 || wraps(part))
        {
            self.warnings.push(Warning::NotExact {
                column: name.to_owned(),
            });
            unwrapped(&values)
        } else {
            Numbers::Exact(Scaled { values, decimals })
        };
        self.measures
            .push(measure((name, decimals), numbers, status));
    }

    pub(crate) fn finish(mut self, name: &str) -> Result<(Table, Vec<Warning>), FormatError> {
        for (measure, statuses) in std::mem::take(&mut self.statuses) {
            let mut measures = self.measures.iter_mut();
            if let Some(column) = measures.find(|each| each.measure.name == measure) {
                apply(column, statuses);
            }
        }
        let table = Table::try_new(name, self.dimensions, self.measures)
            .map_err(|error| refused(self.format, error))?;
        Ok((table, self.warnings))
    }
}

/// What is so and what is not, as groups.
fn truths(
    name: &str,
    (values, status): (&Integers, Option<&StatusColumn>),
) -> Result<DimensionColumn, FormatError> {
    let found = values.members(status, 2);
    let (distinct, codes) = found.ok_or(FormatError::OutOfMemory { bytes: 0 })?;
    let written = |value: &i64| member((*value != 0).to_string());
    let members = distinct.iter().map(written).collect();
    Ok(DimensionColumn {
        dimension: described(name, Role::Other, members),
        codes,
    })
}

fn measure(
    (name, decimals): (&str, u8),
    numbers: Numbers,
    status: Option<StatusColumn>,
) -> MeasureColumn {
    let measure = Measure {
        name: name.to_owned(),
        label: Text::same(name),
        decimals,
        ..Measure::default()
    };
    MeasureColumn {
        measure,
        numbers,
        status,
    }
}

/// Whether a value is negative, which of an unsigned column means that it is too large for 63 bits.
fn wraps(part: &table::IntegerPart) -> bool {
    match part.offsets() {
        table::Offsets::I64(values) => values.iter().any(|value| *value < 0),
        _ => false,
    }
}

/// Unsigned integers of 64 bits as doubles.
fn unwrapped(values: &Integers) -> Numbers {
    #[expect(clippy::cast_precision_loss, reason = "told in a warning")]
    let float = |value: i64| value.cast_unsigned() as f64;
    let parts = values.parts().iter();
    let parts = parts.map(|part| part.to_vec().into_iter().map(float).collect());
    Numbers::Float(Floats::from_parts(parts.collect()))
}

pub(crate) fn refused(format: Format, error: TableError) -> FormatError {
    let (place, reason) = match error {
        TableError::Twice { column } => (Place::column(&column), Reason::NameTwice),
        TableError::Uneven {
            column,
            row_count,
            expected,
        } => {
            let (found, expected) = (row_count as u64, expected as u64);
            (Place::column(&column), Reason::RowCount { found, expected })
        }
        TableError::UnknownMember { column, row } => {
            let place = Place {
                row: Some(row as u64 + 1),
                ..Place::column(&column)
            };
            (place, Reason::UnknownMember)
        }
        TableError::OtherColumns { column } => (Place::column(&column), Reason::Description),
        TableError::Damaged { .. } => (Place::default(), Reason::Description),
    };
    FormatError::malformed(format, place, reason)
}
