//! Cells of a table by their codes, and the signs a workbook prints for those without a number.

use std::collections::BTreeMap;

use table::{DimensionColumn, Member, Status, Table};

use super::{Entry, text};

/// A table whose cells can be looked up.
pub(crate) struct Printed<'a> {
    table: &'a Table,
    rows: BTreeMap<Vec<&'a str>, usize>,
}

/// The signs of one sheet; publishers do not agree on them.
#[derive(Clone, Copy)]
pub(crate) struct Signs {
    pub(crate) hidden: &'static str,
    pub(crate) absent: &'static str,
    /// Printed for zero instead of the number, if anything is.
    pub(crate) zero: Option<&'static str>,
}

impl<'a> Printed<'a> {
    pub(crate) fn new(table: &'a Table) -> Self {
        let key = |row: usize| {
            table
                .dimensions()
                .iter()
                .map(|column| code(column, row))
                .collect()
        };
        Self {
            table,
            rows: (0..table.row_count()).map(|row| (key(row), row)).collect(),
        }
    }

    /// The members of a dimension.
    pub(crate) fn members(&self, dimension: usize) -> &'a [Member] {
        self.table
            .dimensions()
            .get(dimension)
            .map_or(&[], |column| &column.dimension.members)
    }

    /// The number of a cell, if it has one; none as well where the table has no such row.
    pub(crate) fn cell(&self, measure: usize, codes: &[&str]) -> (Status, f64) {
        let row = self.rows.get(codes);
        let column = self.table.measures().get(measure);
        row.zip(column)
            .map_or((Status::Missing, 0.0), |(&row, column)| {
                (column.status(row), column.numbers.get(row).unwrap_or(0.0))
            })
    }

    /// The cell as a sheet prints it.
    pub(crate) fn entry(&self, measure: usize, codes: &[&str], signs: Signs) -> Entry {
        match self.cell(measure, codes) {
            (Status::Hidden, _) => text(signs.hidden),
            (Status::Missing, _) => text("..."),
            (Status::NotApplicable, _) => text(signs.absent),
            (Status::TrueZero, _) => signs.zero.map_or(Entry::Number(0.0), text),
            (Status::Value, number) => Entry::Number(number),
        }
    }
}

fn code(column: &DimensionColumn, row: usize) -> &str {
    let member = column
        .codes
        .get(row)
        .and_then(|index| column.dimension.members.get(index));
    member.map_or("", |member| &member.code)
}
