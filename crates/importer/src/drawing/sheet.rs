//! The cells of a file as they are written, whatever it is made of.

use std::borrow::Cow;

use formats::{Cell, Content, Grid, Sheet};
use table::{Status, Table};

/// A sheet, or a text file as one; rows and columns count from 0.
#[derive(Clone, Copy, Debug)]
pub(super) enum Page<'a> {
    Sheet(&'a Sheet),
    Grid(&'a Grid),
    /// A table whose columns come with types: its labels stand in the first row.
    Table(&'a Table),
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Written<'a> {
    Text(Cow<'a, str>),
    Number(f64),
}

impl<'a> Page<'a> {
    /// A sheet of a file, if it has any.
    pub(super) fn of(content: &'a Content, at: usize) -> Option<Self> {
        match content {
            Content::Sheets(sheets) => sheets.get(at).map(Self::Sheet),
            Content::Grid(grid) => Some(Self::Grid(grid)),
            Content::Table(table) | Content::Described(table) => {
                (at == 0).then_some(Self::Table(table))
            }
            Content::Tables(tables) | Content::Labelled(tables) => tables.get(at).map(Self::Table),
        }
    }

    /// Whether its columns come with types.
    pub(super) const fn is_typed(self) -> bool {
        matches!(self, Self::Table(_))
    }

    pub(super) fn row_count(self) -> usize {
        match self {
            Self::Sheet(sheet) => sheet.row_count(),
            Self::Grid(grid) => grid.row_count() + 1,
            Self::Table(table) => table.row_count() + 1,
        }
    }

    pub(super) fn column_count(self) -> usize {
        match self {
            Self::Sheet(sheet) => sheet.column_count(),
            Self::Grid(grid) => grid.columns().len(),
            Self::Table(table) => table.dimensions().len() + table.measures().len(),
        }
    }

    pub(super) fn cell(self, row: usize, column: usize) -> Written<'a> {
        match self {
            Self::Sheet(sheet) => written(sheet.cell(row, column)),
            Self::Grid(grid) => Written::Text(text(grid, row, column)),
            Self::Table(table) => typed(table, row, column),
        }
    }

    /// Over how many columns a cell is shown; 0 where another is shown over it.
    pub(super) fn span(self, row: usize, column: usize) -> usize {
        let Self::Sheet(sheet) = self else { return 1 };
        let holds = |first: usize, last: usize, at: usize| first <= at && at <= last;
        let is_here = |merged: &&formats::Merged| {
            merged.first_row == row && holds(merged.first_column, merged.last_column, column)
        };
        match sheet.merged().iter().find(is_here) {
            Some(merged) if merged.first_column == column => merged.last_column + 1 - column,
            Some(_) => 0,
            None => 1,
        }
    }
}

fn text(grid: &Grid, row: usize, column: usize) -> Cow<'_, str> {
    match row.checked_sub(1) {
        Some(row) => grid
            .columns()
            .get(column)
            .map_or("".into(), |column| column.text(row)),
        None => grid.header().get(column).map_or("", String::as_str).into(),
    }
}

/// A cell of a table with types: its label, a member, a number, or the sign for one that is not told.
fn typed(table: &Table, row: usize, column: usize) -> Written<'_> {
    let dimensions = table.dimensions();
    let measure = column.checked_sub(dimensions.len());
    let measure = measure.and_then(|at| table.measures().get(at));
    let Some(row) = row.checked_sub(1) else {
        let label = dimensions.get(column).map(|own| &own.dimension.label);
        let label = label.or_else(|| measure.map(|own| &own.measure.label));
        return Written::Text(label.map_or("", |label| &label.da).into());
    };
    if let Some(own) = dimensions.get(column) {
        let member = own.codes.get(row);
        let member = member.and_then(|member| own.dimension.members.get(member));
        return Written::Text(member.map_or("", |member| &member.label.da).into());
    }
    let sign = match measure.map(|own| own.status(row)) {
        Some(Status::Hidden) => "..",
        Some(Status::NotApplicable) => ".",
        Some(Status::Missing) | None => "…",
        Some(Status::Value | Status::TrueZero) => "",
    };
    let number = measure.and_then(|own| own.number(row));
    number
        .filter(|_| sign.is_empty())
        .map_or(Written::Text(sign.into()), Written::Number)
}

fn written(cell: Cell<'_>) -> Written<'_> {
    match cell {
        Cell::Empty => Written::Text("".into()),
        Cell::Text(text) | Cell::Date(text) | Cell::Error(text) => Written::Text(text.into()),
        Cell::Number(number) => Written::Number(number),
        Cell::Bool(truth) => Written::Text(truth.to_string().into()),
    }
}
