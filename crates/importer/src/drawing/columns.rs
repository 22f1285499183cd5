//! The columns of a sheet, each with what it was read as.

use danish::ui::reading as sentence;
use protocol::reading::{Column, ColumnKind};
use protocol::state::Language;
use reading::words::column_letters;
use reading::{ColumnRole, DrawnColumn, DrawnTable};
use table::Table;

use super::fields;
use super::rows::MOST_COLUMNS;
use crate::refuse::spoken;

/// The columns of a sheet from the left; those of no table have a letter alone.
pub(super) fn columns(
    count: usize,
    table: Option<(&DrawnTable, Option<&Table>)>,
    language: Language,
) -> Vec<Column> {
    let mut columns: Vec<Column> = (1..=count.min(MOST_COLUMNS))
        .map(|column| Column {
            letter: column_letters(u64::try_from(column).unwrap_or(u64::MAX)),
            ..Column::default()
        })
        .collect();
    let Some((drawn, table)) = table else {
        return columns;
    };
    for (at, own) in drawn.columns.iter().enumerate() {
        let place = usize::try_from(own.column).unwrap_or(usize::MAX);
        if let Some(column) = place
            .checked_sub(1)
            .and_then(|place| columns.get_mut(place))
        {
            add(column, (at, own), table, language);
        }
    }
    columns
}

/// A column that is split is drawn once for each part; their fields stand together.
fn add(
    column: &mut Column,
    (at, own): (usize, &DrawnColumn),
    table: Option<&Table>,
    language: Language,
) {
    let is_first = column.fields.is_empty();
    column.fields.extend(fields::of_drawn(at, own, language));
    column.is_doubtful |= own.question.is_some();
    if !is_first {
        return;
    }
    column.heading = own.heading.join(" · ");
    column.kind = kind(own.role);
    match own.role {
        ColumnRole::Measure => {
            column.group = measure(own, table, language);
            column.about = own.members.join(", ");
        }
        ColumnRole::Geography if own.levels.len() > 1 => {
            column.about = sentence::levels(own.levels.len(), spoken(language));
        }
        _ => {}
    }
}

/// The name of the measure that people read.
fn measure(own: &DrawnColumn, table: Option<&Table>, language: Language) -> String {
    let measures = table.map(Table::measures).unwrap_or_default().iter();
    let found = measures
        .map(|column| &column.measure)
        .find(|measure| measure.name == own.name);
    found.map_or_else(String::new, |measure| match language {
        Language::Da => measure.label.da.clone(),
        Language::En => measure.label.en.clone(),
    })
}

fn kind(role: ColumnRole) -> ColumnKind {
    match role {
        ColumnRole::Measure => ColumnKind::Measure,
        ColumnRole::LeftOut => ColumnKind::None,
        role if fields::is_group(role) || role == ColumnRole::Code => ColumnKind::Group,
        _ => ColumnKind::Aside,
    }
}
