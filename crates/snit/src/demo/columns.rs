//! From cells of a cube to columns of a table.
#![expect(
    clippy::indexing_slicing,
    reason = "places in the cube are made by the cube itself, from its own lengths"
)]

use table::{
    Aggregation, Collapse, Measure, MeasureColumn, Note, Numbers, Scaled, Status, Table,
    TableError, Text,
};

use super::axes::PRELIMINARY;
use super::cube::Cube;

/// Name, Danish and English.
pub(crate) type Names<'a> = (&'a str, &'a str, &'a str);
/// Unit in Danish and English.
pub(crate) type Unit<'a> = (&'a str, &'a str);

/// A measure that may be summed over everything.
pub(crate) fn additive(names: Names<'_>, unit: Unit<'_>) -> Measure {
    let (name, danish, english) = names;
    Measure {
        name: name.to_owned(),
        label: Text::new(danish, english),
        unit: Text::new(unit.0, unit.1),
        preliminary: vec![PRELIMINARY.to_owned()],
        ..Measure::default()
    }
}

/// A measure that is rolled up by another class.
pub(crate) fn of_class(aggregation: Aggregation, measure: Measure) -> Measure {
    Measure {
        aggregation,
        ..measure
    }
}

/// A stock, which is not summed over years.
pub(crate) fn stock(then: Collapse) -> Aggregation {
    Aggregation::SemiAdditive {
        not_over: vec!["year".to_owned()],
        then,
    }
}

/// Persons, who can be counted once in each member of these dimensions.
pub(crate) fn distinct(over: &[&str]) -> Aggregation {
    Aggregation::Distinct {
        over: over.iter().map(|name| (*name).to_owned()).collect(),
    }
}

/// The status of a cell that is either hidden or a number.
pub(crate) fn hidden_where(hidden: &[bool]) -> impl Fn(usize) -> Status + '_ {
    |cell| {
        if hidden[cell] {
            Status::Hidden
        } else {
            Status::Value
        }
    }
}

/// The rows of a table while it is put together: cells of a cube, one a row.
#[derive(Debug)]
pub(crate) struct Rows<'a> {
    cube: &'a Cube,
    cells: Vec<usize>,
    measures: Vec<MeasureColumn>,
}

impl<'a> Rows<'a> {
    /// One row for each cell.
    pub(crate) fn all(cube: &'a Cube) -> Self {
        Self::some(cube, |_| true)
    }

    /// One row for each cell that is printed.
    pub(crate) fn some(cube: &'a Cube, printed: impl Fn(usize) -> bool) -> Self {
        let cells = (0..cube.len()).filter(|&cell| printed(cell)).collect();
        Self {
            cube,
            cells,
            measures: Vec::new(),
        }
    }

    /// The same with a measure, hidden where said.
    #[must_use]
    pub(crate) fn with(self, measure: Measure, values: &[i64], hidden: &[bool]) -> Self {
        self.with_statuses((measure, 0), values, hidden_where(hidden))
    }

    /// The same with a measure in units of so many decimals, with a status for each cell.
    #[must_use]
    pub(crate) fn with_statuses(
        mut self,
        measure: (Measure, u8),
        values: &[i64],
        status: impl Fn(usize) -> Status,
    ) -> Self {
        let statuses: Vec<Status> = self.cells.iter().map(|&cell| status(cell)).collect();
        let number =
            |(&cell, status): (&usize, &Status)| if status.is_number() { values[cell] } else { 0 };
        let numbers = self
            .cells
            .iter()
            .zip(&statuses)
            .map(number)
            .collect::<Vec<_>>();
        let all_numbers = statuses.iter().all(|status| *status == Status::Value);
        self.measures.push(MeasureColumn {
            measure: measure.0,
            numbers: Numbers::Exact(Scaled {
                values: numbers.into(),
                decimals: measure.1,
            }),
            status: (!all_numbers).then(|| statuses.into_iter().collect()),
        });
        self
    }

    /// The table.
    pub(crate) fn finish(
        self,
        name: &str,
        title: Text,
        notes: &[(Option<&str>, &str, &str)],
    ) -> Result<Table, TableError> {
        let note = |(column, danish, english): &(Option<&str>, &str, &str)| Note {
            text: Text::new(danish, english),
            column: column.map(str::to_owned),
        };
        let table = Table::try_new(name, self.cube.columns(&self.cells), self.measures)?;
        Ok(table
            .with_title(title)
            .with_notes(notes.iter().map(note).collect()))
    }
}
