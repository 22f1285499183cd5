//! A row without a number holds 0, so that a sum needs no look at the status.

use arrow_buffer::{BooleanBuffer, ScalarBuffer};

use crate::runs::Runs;
use crate::{Floats, IntegerPart, Integers, MeasureColumn, Numbers, Scaled, StatusPart};

impl MeasureColumn {
    /// The same column, each row without a number holding 0; runs where that is so already are left as they are.
    pub(crate) fn blanked(mut self) -> Self {
        let Some(status) = &self.status else {
            return self;
        };
        self.numbers = match self.numbers {
            Numbers::Exact(Scaled { values, decimals }) => {
                let parts = values.runs.into_parts().into_iter().zip(status.parts());
                let values = Integers::from_parts(parts.map(blank_integers).collect());
                Numbers::Exact(Scaled { values, decimals })
            }
            Numbers::Float(values) => {
                let parts = values.runs.into_parts().into_iter().zip(status.parts());
                Numbers::Float(Floats {
                    runs: Runs::new(parts.map(blank_floats).collect()),
                })
            }
        };
        self
    }
}

fn blank_integers((part, status): (IntegerPart, &StatusPart)) -> IntegerPart {
    let Some(absent) = to_blank(status, |row| part.get(row) == Some(0)) else {
        return part;
    };
    let mut values = part.to_vec();
    for row in absent.set_indices() {
        values.get_mut(row).into_iter().for_each(|value| *value = 0);
    }
    IntegerPart::narrow(&values)
}

fn blank_floats((part, status): (ScalarBuffer<f64>, &StatusPart)) -> ScalarBuffer<f64> {
    let Some(absent) = to_blank(status, |row| part.get(row) == Some(&0.0)) else {
        return part;
    };
    let mut values = part.to_vec();
    for row in absent.set_indices() {
        values
            .get_mut(row)
            .into_iter()
            .for_each(|value| *value = 0.0);
    }
    values.into()
}

/// The rows without a number, if one of them holds something.
fn to_blank(status: &StatusPart, is_blank: impl Fn(usize) -> bool) -> Option<&BooleanBuffer> {
    status
        .absent()
        .filter(|absent| !absent.set_indices().all(is_blank))
}

#[cfg(test)]
mod tests {
    use crate::{Measure, MeasureColumn, Numbers, StatusColumn, Table};

    #[test]
    fn what_stands_in_a_row_without_a_number_is_not_kept() {
        let floats = Numbers::Float(vec![0.1, 1e9, 0.3].into());
        for (numbers, kept) in [
            (
                Numbers::integers(vec![70, 9_000_000, 3]),
                Numbers::integers(vec![70, 0, 3]),
            ),
            (floats, Numbers::Float(vec![0.1, 0.0, 0.3].into())),
        ] {
            let status = StatusColumn::try_new(vec![0, 1, 4]).ok();
            let column = MeasureColumn {
                measure: Measure::default(),
                numbers,
                status,
            };
            let table = Table::try_new("t", vec![], vec![column]).unwrap();
            assert_eq!(table.measures()[0].numbers, kept);
        }
    }
}
