//! Statuses: rows without a number, and columns that say why.

use arrow_buffer::BooleanBuffer;
use table::{IntegerPart, Integers, MeasureColumn, StatusColumn, StatusPart};

use crate::{Format, FormatError, Place, Reason};

/// The statuses of runs in which rows without a value are missing.
pub(super) fn absent(lengths: &[usize], absent: Vec<Option<BooleanBuffer>>) -> Vec<StatusPart> {
    let runs = lengths.iter().zip(absent);
    runs.map(|(len, absent)| StatusPart::new(*len, [absent, None, None]))
        .collect()
}

/// The column, unless every row is a number.
pub(crate) fn status_column(parts: Vec<StatusPart>) -> Option<StatusColumn> {
    let has_gaps = parts.iter().any(|part| part.absent().is_some());
    has_gaps.then(|| StatusColumn::from_parts(parts))
}

/// Statuses from their codes; one that does not exist is told with its row.
pub(crate) fn from_codes(
    format: Format,
    name: &str,
    codes: &Integers,
) -> Result<StatusColumn, FormatError> {
    let mut parts = Vec::new();
    let mut rows_before = 0;
    for part in codes.parts() {
        let status = of_part(part).map_err(|row| {
            let row = Some((rows_before + row) as u64 + 1);
            let place = Place {
                row,
                ..Place::column(name)
            };
            FormatError::malformed(format, place, Reason::Status)
        })?;
        parts.extend(status.parts().iter().cloned());
        rows_before += part.len();
    }
    Ok(StatusColumn::from_parts(parts))
}

fn of_part(part: &IntegerPart) -> Result<StatusColumn, usize> {
    let code = |value: i64| u8::try_from(value).unwrap_or(u8::MAX);
    StatusColumn::try_new(part.to_vec().into_iter().map(code).collect())
}

/// Gives a measure its statuses. A row without a number that is said to have one is missing; any other status stands.
pub(super) fn apply(column: &mut MeasureColumn, said: StatusColumn) {
    column.status = Some(match column.status.take() {
        None => said,
        Some(found) => {
            let parts = found.parts().iter().zip(said.parts());
            StatusColumn::from_parts(parts.map(|(found, said)| both(found, said)).collect())
        }
    });
}

fn both(found: &StatusPart, said: &StatusPart) -> StatusPart {
    if found.len() != said.len() {
        // Columns of unequal length are refused when the table is put together.
        return said.clone();
    }
    let absent = match (found.absent(), said.absent()) {
        (Some(found), Some(said)) => Some(found | said),
        (found, said) => found.or(said).cloned(),
    };
    let (hidden, not_applicable) = (said.hidden().cloned(), said.not_applicable().cloned());
    StatusPart::new(said.len(), [absent, hidden, not_applicable])
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::Status;

    #[test]
    fn a_gap_that_is_said_to_be_a_number_is_missing() {
        let codes = |codes: &[i64]| from_codes(Format::Arrow, "n", &Integers::narrow(codes));
        let mut column = MeasureColumn {
            measure: table::Measure::default(),
            numbers: table::Numbers::integers(vec![0; 4]),
            status: codes(&[2, 2, 2, 0]).ok(),
        };
        apply(&mut column, codes(&[0, 1, 3, 2]).unwrap());
        let found: Vec<Status> = column.status.unwrap().iter().collect();
        let expected = [
            Status::Missing,
            Status::Hidden,
            Status::NotApplicable,
            Status::Missing,
        ];
        assert_eq!(found, expected);
        let refused = codes(&[0, 4, 5]).unwrap_err();
        let place = Place {
            row: Some(3),
            ..Place::column("n")
        };
        assert_eq!(
            refused,
            FormatError::malformed(Format::Arrow, place, Reason::Status)
        );
    }
}
