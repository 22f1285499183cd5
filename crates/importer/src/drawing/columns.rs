//! The columns of a sheet, each with what it was read as.

use danish::ui::reading as sentence;
use protocol::reading::{Column, ColumnKind, Terms};
use protocol::state::Language;
use reading::words::column_letters;
use reading::{ColumnRole, DrawnColumn, DrawnTable};
use table::Table;

use super::rows::MOST_COLUMNS;
use super::sheet::Page;
use super::{fields, terms, whole};
use crate::refuse::spoken;

/// The columns of a sheet from the left; those of no table have a letter alone.
pub(super) fn columns(
    table: Option<(&DrawnTable, Option<&Table>)>,
    page: Page<'_>,
    language: Language,
) -> Vec<Column> {
    let count = page.column_count().min(MOST_COLUMNS);
    let mut columns: Vec<Column> = (1..=count)
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
            add(column, (at, own), (drawn, table), language);
            if column.terms.rows.is_empty() && !whole::says_itself(drawn) {
                column.terms = terms::of_drawn(page, (drawn, own), table, language);
                name_terms(&mut column.terms, at);
            }
        }
    }
    columns
}

/// Changes name the column as well.
fn name_terms(terms: &mut Terms, at: usize) {
    for term in &mut terms.rows {
        term.id = format!("{at}.{}", term.id);
    }
}

/// A column that is split is drawn once for each part; their fields stand together.
fn add(
    column: &mut Column,
    (at, own): (usize, &DrawnColumn),
    (drawn, table): (&DrawnTable, Option<&Table>),
    language: Language,
) {
    let is_first = column.heading.is_empty() && column.kind == ColumnKind::None;
    let label = label(own, table, language);
    if !whole::says_itself(drawn) {
        let fields = fields::of_drawn((at, own), &label, language);
        column.fields.extend(fields);
    }
    column.is_doubtful |= own.question.is_some();
    if !is_first {
        return;
    }
    column.heading = own.heading.join(" · ");
    column.kind = kind(own.role);
    match own.role {
        ColumnRole::Measure => {
            column.group = label;
            column.about = own.members.join(", ");
        }
        ColumnRole::Geography if own.levels.len() > 1 => {
            column.about = sentence::levels(own.levels.len(), spoken(language));
        }
        _ => {}
    }
}

/// The name of a column of the table that people read.
fn label(own: &DrawnColumn, table: Option<&Table>, language: Language) -> String {
    let measures = table.map(Table::measures).unwrap_or_default().iter();
    let measures = measures.map(|column| (&column.measure.name, &column.measure.label));
    let groups = table.map(Table::dimensions).unwrap_or_default().iter();
    let groups = groups.map(|column| (&column.dimension.name, &column.dimension.label));
    let mut every = measures.chain(groups);
    let found = every.find(|(name, _)| **name == own.name);
    found.map_or_else(String::new, |(_, label)| match language {
        Language::Da => label.da.clone(),
        Language::En => label.en.clone(),
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
