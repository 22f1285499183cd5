//! The columns of a file, and what stands in each row of one.

use table::{DimensionColumn, MeasureColumn, Member, Numbers, Scaled, Table};

use super::{Convention, sign};

/// A column of the file.
#[derive(Clone, Copy)]
pub(super) enum Column<'t> {
    Code(&'t DimensionColumn),
    Label(&'t DimensionColumn),
    Measure(&'t MeasureColumn),
}

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Field<'t> {
    Blank,
    Text(&'t str),
    /// A whole number and the decimals that are its last digits.
    Exact(i64, u8),
    Float(f64),
    Sign(&'static str),
}

/// All columns: dimensions first, measures after them.
pub(super) fn columns(table: &Table, convention: Convention) -> Vec<Column<'_>> {
    let dimensions = table.dimensions().iter().flat_map(|column| {
        let label = is_labelled(column, convention).then_some(Column::Label(column));
        [Some(Column::Code(column)), label]
    });
    let measures = table.measures().iter().map(Column::Measure);
    dimensions.flatten().chain(measures).collect()
}

/// Whether labels say more than codes.
pub(super) fn is_labelled(column: &DimensionColumn, convention: Convention) -> bool {
    let mut members = column.dimension.members.iter();
    members.any(|member| label(member, convention) != member.code)
}

fn label(member: &Member, convention: Convention) -> &str {
    let words = convention.words(&member.label);
    if words.is_empty() {
        &member.code
    } else {
        words
    }
}

impl<'t> Column<'t> {
    pub(super) fn field(self, row: usize, convention: Convention) -> Field<'t> {
        let member = |column: &'t DimensionColumn| {
            let member = column.codes.get(row)?;
            column.dimension.members.get(member)
        };
        match self {
            Self::Code(column) => {
                member(column).map_or(Field::Blank, |member| Field::Text(&member.code))
            }
            Self::Label(column) => {
                let text = |member| Field::Text(label(member, convention));
                member(column).map_or(Field::Blank, text)
            }
            Self::Measure(column) => number(column, row),
        }
    }
}

fn number(column: &MeasureColumn, row: usize) -> Field<'static> {
    if let Some(sign) = sign(column.status(row)) {
        return Field::Sign(sign);
    }
    match &column.numbers {
        Numbers::Exact(Scaled { values, decimals }) => {
            let value = values.get(row);
            value.map_or(Field::Blank, |value| Field::Exact(value, *decimals))
        }
        Numbers::Float(values) => values.get(row).map_or(Field::Blank, Field::Float),
    }
}
