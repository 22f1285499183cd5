//! Columns as a table has them: texts and dates are dimensions, numbers are measures.

use table::{
    DimensionColumn, Measure, MeasureColumn, Numbers, Scaled, Status, StatusColumn, Table,
    TableError, Text,
};

use super::dimensions::{days_or_moments, dimension};
use super::{Filled, Meaning, Values, moments};
use crate::{Format, FormatError, Place, Reason, Warning};

/// Columns read so far.
pub(crate) struct Parts {
    format: Format,
    dimensions: Vec<DimensionColumn>,
    measures: Vec<MeasureColumn>,
    statuses: Vec<(String, Vec<u8>)>,
    warnings: Vec<Warning>,
}

/// A column's name, what its values mean, and the measure it has the statuses of, if it has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named<'a> {
    pub(crate) name: &'a str,
    pub(crate) meaning: Meaning,
    pub(crate) status_of: Option<&'a str>,
}

impl Parts {
    pub(crate) fn new(format: Format) -> Self {
        let (dimensions, measures) = (Vec::new(), Vec::new());
        Self {
            format,
            dimensions,
            measures,
            statuses: Vec::new(),
            warnings: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, column: Named<'_>, filled: Filled) -> Result<(), FormatError> {
        let Named {
            name,
            meaning,
            status_of,
        } = column;
        let Filled { values, absent } = filled;
        match (values, meaning) {
            (Values::Texts(texts, rows), _) => self.dimensions.push(dimension(name, &texts, rows)),
            (Values::Integers(days), Meaning::Date) => {
                self.dimensions
                    .push(days_or_moments(name, &days, absent, moments::date));
            }
            (Values::Integers(units), Meaning::Moment { per_second }) => {
                let is_midnight = |unit: &i64| moments::is_midnight(*unit, per_second);
                let length = if units.iter().all(is_midnight) {
                    10
                } else {
                    19
                };
                self.dimensions
                    .push(days_or_moments(name, &units, absent, |unit| {
                        moments::moment(unit, per_second)
                            .chars()
                            .take(length)
                            .collect()
                    }));
            }
            (Values::Integers(values), _) => match status_of {
                Some(measure) => self
                    .statuses
                    .push((measure.to_owned(), codes(self.format, name, &values)?)),
                None => self.integers(column, values, absent),
            },
            (Values::Floats(values), _) => self.floats(name, values, absent),
        }
        Ok(())
    }

    fn integers(&mut self, column: Named<'_>, values: Vec<i64>, absent: Option<Vec<bool>>) {
        let decimals = if let Meaning::Decimal { decimals } = column.meaning {
            decimals
        } else {
            0
        };
        let wraps = column.meaning == (Meaning::Integer { signed: false });
        let numbers = if wraps && values.iter().any(|value| *value < 0) {
            self.warnings.push(Warning::NotExact {
                column: column.name.to_owned(),
            });
            Numbers::Float(values.into_iter().map(float_of_unsigned).collect())
        } else {
            Numbers::Exact(Scaled {
                values: values.into(),
                decimals,
            })
        };
        self.measures
            .push(measure(column.name, decimals, numbers, absent));
    }

    fn floats(&mut self, name: &str, mut values: Vec<f64>, mut absent: Option<Vec<bool>>) {
        let mut count = 0;
        for (row, value) in values
            .iter_mut()
            .enumerate()
            .filter(|(_, value)| !value.is_finite())
        {
            *value = 0.0;
            count += 1;
            let absent = absent.get_or_insert_default();
            absent.resize(absent.len().max(row + 1), false);
            if let Some(place) = absent.get_mut(row) {
                *place = true;
            }
        }
        if count > 0 {
            self.warnings.push(Warning::NotFinite {
                column: name.to_owned(),
                count,
            });
        }
        self.measures
            .push(measure(name, 0, Numbers::from_doubles(values), absent));
    }

    pub(crate) fn finish(mut self, name: &str) -> Result<(Table, Vec<Warning>), FormatError> {
        for (measure, codes) in std::mem::take(&mut self.statuses) {
            let column = self
                .measures
                .iter_mut()
                .find(|each| each.measure.name == measure);
            column.map_or(Ok(()), |column| apply(self.format, column, codes))?;
        }
        let table = Table::try_new(name, self.dimensions, self.measures)
            .map_err(|error| refused(self.format, error))?;
        Ok((table, self.warnings))
    }
}

fn measure(name: &str, decimals: u8, numbers: Numbers, absent: Option<Vec<bool>>) -> MeasureColumn {
    let label = Text::same(name);
    let measure = Measure {
        name: name.to_owned(),
        label,
        decimals,
        ..Measure::default()
    };
    let row_count = numbers.len();
    let status = absent.map(|mut absent| {
        absent.resize(row_count, false);
        let status = |absent| {
            if absent {
                Status::Missing
            } else {
                Status::Value
            }
        };
        absent.into_iter().map(status).collect::<StatusColumn>()
    });
    MeasureColumn {
        measure,
        numbers,
        status,
    }
}

/// Status codes as bytes; one that does not exist is told with its row.
fn codes(format: Format, name: &str, values: &[i64]) -> Result<Vec<u8>, FormatError> {
    let known = |value: &i64| {
        u8::try_from(*value)
            .ok()
            .filter(|it| Status::from_code(*it).is_some())
    };
    let codes: Vec<u8> = values.iter().map_while(known).collect();
    if codes.len() == values.len() {
        return Ok(codes);
    }
    let place = Place {
        row: Some(codes.len() as u64 + 1),
        ..Place::column(name)
    };
    Err(FormatError::malformed(format, place, Reason::Status))
}

/// A row without a number that is said to have one is missing; any other status stands.
fn apply(
    format: Format,
    column: &mut MeasureColumn,
    mut codes: Vec<u8>,
) -> Result<(), FormatError> {
    if let Some(absent) = &column.status {
        let rows = codes.iter_mut().zip(absent.codes());
        let gaps = rows.filter(|(_, absent)| **absent == Status::Missing.code());
        gaps.filter(|(code, _)| Status::from_code(**code).is_some_and(Status::is_number))
            .for_each(|(code, _)| *code = Status::Missing.code());
    }
    let name = column.measure.name.clone();
    column.status = Some(StatusColumn::try_new(codes).map_err(|row| {
        let place = Place {
            row: Some(row as u64 + 1),
            ..Place::column(&name)
        };
        FormatError::malformed(format, place, Reason::Status)
    })?);
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "told in a warning")]
fn float_of_unsigned(value: i64) -> f64 {
    value.cast_unsigned() as f64
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
    };
    FormatError::malformed(format, place, reason)
}
