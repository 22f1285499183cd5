//! A table: dimension columns, measure columns, and the notes that came with them.

use serde::{Deserialize, Serialize};

use crate::runs::{Run, Runs};
use crate::{Codes, Dimension, Measure, Numbers, Status, StatusColumn, TableError, Text};

/// A dimension column: its description and one member index a row.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionColumn {
    /// What it is.
    pub dimension: Dimension,
    /// One member index a row.
    pub codes: Codes,
}

/// A measure column: its description, numbers and, unless all are numbers, a status a row.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureColumn {
    /// What it is.
    pub measure: Measure,
    /// One number a row.
    pub numbers: Numbers,
    /// One status a row; none means that every row is a number.
    pub status: Option<StatusColumn>,
}

impl MeasureColumn {
    /// The number of a row, if it has one.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<f64> {
        let number = self.numbers.get(row)?;
        self.status(row).is_number().then_some(number)
    }

    /// The status of a row; a zero among numbers is a true zero.
    #[must_use]
    pub fn status(&self, row: usize) -> Status {
        let status = self
            .status
            .as_ref()
            .map_or(Status::Value, |column| column.get(row));
        match (status, self.numbers.get(row)) {
            (Status::Value, Some(0.0)) => Status::TrueZero,
            (Status::Value, None) => Status::Missing,
            _ => status,
        }
    }
}

/// A remark that came with the table, such as a footnote, shown with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The words as the publisher wrote them.
    pub text: Text,
    /// The column it belongs to; none means the whole table.
    pub column: Option<String>,
}

/// Columns of equal length in long form: one row for each combination that was counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    name: String,
    title: Text,
    row_count: usize,
    dimensions: Vec<DimensionColumn>,
    measures: Vec<MeasureColumn>,
    notes: Vec<Note>,
}

impl Table {
    /// Puts columns together.
    ///
    /// # Errors
    /// When lengths differ, a name occurs twice, or a row points outside its dimension.
    pub fn try_new(
        name: &str,
        dimensions: Vec<DimensionColumn>,
        measures: Vec<MeasureColumn>,
    ) -> Result<Self, TableError> {
        let table = Self::unchecked(name, dimensions, measures);
        table.check_lengths()?;
        table.check_names()?;
        table.check_members()?;
        Ok(table.blanked())
    }

    pub(crate) fn unchecked(
        name: &str,
        dimensions: Vec<DimensionColumn>,
        measures: Vec<MeasureColumn>,
    ) -> Self {
        let codes = dimensions.first().map(|column| column.codes.len());
        let numbers = || measures.first().map(|column| column.numbers.len());
        Self {
            name: name.to_owned(),
            title: Text::same(name),
            row_count: codes.or_else(numbers).unwrap_or(0),
            dimensions,
            measures,
            notes: Vec::new(),
        }
    }

    /// The same rows in runs of at most `PART_ROWS`, which share the memory of those they are cut from.
    #[must_use]
    pub fn in_parts(mut self) -> Self {
        for column in &mut self.dimensions {
            column.codes = std::mem::take(&mut column.codes).cut();
        }
        for column in &mut self.measures {
            match &mut column.numbers {
                Numbers::Exact(scaled) => cut(&mut scaled.values.runs),
                Numbers::Float(floats) => cut(&mut floats.runs),
            }
            if let Some(status) = &mut column.status {
                cut(&mut status.runs);
            }
        }
        self
    }

    /// The same table with a title.
    #[must_use]
    pub fn with_title(mut self, title: Text) -> Self {
        self.title = title;
        self
    }

    /// The same table with notes.
    #[must_use]
    pub fn with_notes(mut self, notes: Vec<Note>) -> Self {
        self.notes = notes;
        self
    }

    /// The name a slice uses.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What people read.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.title
    }

    /// Number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The dimension columns in the publisher's order.
    #[must_use]
    pub fn dimensions(&self) -> &[DimensionColumn] {
        &self.dimensions
    }

    /// The measure columns in the publisher's order.
    #[must_use]
    pub fn measures(&self) -> &[MeasureColumn] {
        &self.measures
    }

    /// The remarks that came with it.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Gives a dimension its levels, or otherwise describes it anew; rows keep their members.
    ///
    /// # Errors
    /// When a row would point outside the new members.
    pub fn describe(&mut self, index: usize, dimension: Dimension) -> Result<(), TableError> {
        if let Some(column) = self.dimensions.get_mut(index) {
            column.dimension = dimension;
        }
        self.check_members()
    }

    fn blanked(mut self) -> Self {
        let measures = self.measures.into_iter().map(MeasureColumn::blanked);
        self.measures = measures.collect();
        self
    }

    pub(crate) fn into_columns(self) -> (Vec<DimensionColumn>, Vec<MeasureColumn>) {
        (self.dimensions, self.measures)
    }

    pub(crate) fn replace_codes(&mut self, index: usize, codes: Codes) {
        if let Some(column) = self.dimensions.get_mut(index) {
            column.codes = codes;
        }
    }
}

fn cut<R: Run>(runs: &mut Runs<R>) {
    *runs = std::mem::take(runs).cut();
}
