//! A table: dimension columns, measure columns, and the notes that came with them.

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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
        let row_count = dimensions
            .first()
            .map(|column| column.codes.len())
            .or_else(|| measures.first().map(|column| column.numbers.len()))
            .unwrap_or(0);
        let table = Self {
            name: name.to_owned(),
            title: Text::same(name),
            row_count,
            dimensions,
            measures,
            notes: Vec::new(),
        };
        table.check_lengths()?;
        table.check_names()?;
        table.check_members()?;
        Ok(table)
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

    fn check_lengths(&self) -> Result<(), TableError> {
        let dimensions = self
            .dimensions
            .iter()
            .map(|c| (&c.dimension.name, c.codes.len()));
        let measures = self
            .measures
            .iter()
            .map(|c| (&c.measure.name, c.numbers.len()));
        let statuses = self.measures.iter().filter_map(|c| {
            c.status
                .as_ref()
                .map(|status| (&c.measure.name, status.codes().len()))
        });
        dimensions
            .chain(measures)
            .chain(statuses)
            .try_for_each(|(column, row_count)| {
                let uneven = || TableError::Uneven {
                    column: column.clone(),
                    row_count,
                    expected: self.row_count,
                };
                (row_count == self.row_count)
                    .then_some(())
                    .ok_or_else(uneven)
            })
    }

    fn check_names(&self) -> Result<(), TableError> {
        let mut seen = std::collections::BTreeSet::new();
        let dimensions = self.dimensions.iter().map(|c| &c.dimension.name);
        let mut names = dimensions.chain(self.measures.iter().map(|c| &c.measure.name));
        match names.find(|name| !seen.insert(*name)) {
            Some(name) => Err(TableError::Twice {
                column: name.clone(),
            }),
            None => Ok(()),
        }
    }

    fn check_members(&self) -> Result<(), TableError> {
        self.dimensions.iter().try_for_each(|column| {
            let member_count = column.dimension.members.len();
            let outside = (0..column.codes.len()).find(|&row| {
                column
                    .codes
                    .get(row)
                    .is_some_and(|index| index >= member_count)
            });
            outside.map_or(Ok(()), |row| {
                Err(TableError::UnknownMember {
                    column: column.dimension.name.clone(),
                    row,
                })
            })
        })
    }
}
