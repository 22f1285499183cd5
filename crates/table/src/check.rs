//! What must hold of columns that make a table.

use crate::{Table, TableError};

impl Table {
    /// Every column is cut into the same runs of rows.
    pub(crate) fn check_lengths(&self) -> Result<(), TableError> {
        let expected = self.part_lengths();
        let uneven = |(column, lengths): (&String, Vec<usize>)| TableError::Uneven {
            column: column.clone(),
            row_count: lengths.iter().sum(),
            expected: self.row_count(),
        };
        self.columns()
            .find(|(_, lengths)| *lengths != expected)
            .map_or(Ok(()), |column| Err(uneven(column)))
    }

    /// Each column's name and the lengths of its runs.
    fn columns(&self) -> impl Iterator<Item = (&String, Vec<usize>)> {
        let dimensions = self
            .dimensions()
            .iter()
            .map(|column| (&column.dimension.name, column.codes.lengths()));
        let measures = self
            .measures()
            .iter()
            .map(|column| (&column.measure.name, column.numbers.part_lengths()));
        let statuses = self.measures().iter().filter_map(|column| {
            let status = column.status.as_ref()?;
            Some((&column.measure.name, status.runs.lengths()))
        });
        dimensions.chain(measures).chain(statuses)
    }

    pub(crate) fn part_lengths(&self) -> Vec<usize> {
        self.columns()
            .next()
            .map_or_else(Vec::new, |(_, lengths)| lengths)
    }

    pub(crate) fn check_names(&self) -> Result<(), TableError> {
        let mut seen = std::collections::BTreeSet::new();
        let dimensions = self.dimensions().iter().map(|c| &c.dimension.name);
        let mut names = dimensions.chain(self.measures().iter().map(|c| &c.measure.name));
        match names.find(|name| !seen.insert(*name)) {
            Some(name) => Err(TableError::Twice {
                column: name.clone(),
            }),
            None => Ok(()),
        }
    }

    pub(crate) fn check_members(&self) -> Result<(), TableError> {
        self.dimensions().iter().try_for_each(|column| {
            let member_count = column.dimension.members.len();
            let largest = column.codes.largest();
            if largest.is_none_or(|index| (index as usize) < member_count) {
                return Ok(());
            }
            let outside = |index: Option<usize>| index.is_some_and(|index| index >= member_count);
            let row = column.codes.iter().position(outside).unwrap_or(0);
            Err(TableError::UnknownMember {
                column: column.dimension.name.clone(),
                row,
            })
        })
    }
}
