//! Tables that come with typed columns, from Parquet and Arrow.

pub(crate) mod decided;
mod rows;

use table::{DimensionColumn, MeasureColumn, Numbers, Role, Table};

use crate::draft::{Origin, RawDimension, RawMeasure, Told};
use crate::drawn::DrawnTable;
use crate::matching::{self, Found};
use crate::pins::Pins;
use crate::plan::Plan;
use crate::reading::{Applied, Notice};
use crate::sheets::Work;
use crate::vocabulary::{Heading, heading_of, is_code_heading};
use crate::{draw, labelled, role, sender, settle};

/// Most different numbers that a column can group rows by.
const MOST_MEMBERS: usize = 200_000;

/// Finds out what the columns mean as a plan decides.
pub(crate) fn read(tables: Vec<Table>, plan: &Plan) -> Applied {
    taken(tables, plan, |table, found, pins, notices| {
        let (draft, mut drawn) = decided::draft(&table, found, pins);
        // A table without numbers still has rows that can be counted, by columns as they stand.
        if draft.measures.is_empty() {
            return (decided::described(&table, found), table);
        }
        let (settled, placed) = settle::settle_and_tell(draft, notices);
        draw::place(&mut drawn, &placed);
        (drawn, settled.unwrap_or_else(|| left_out(table, notices)))
    })
}

/// Takes a table as it was described when it was written.
pub(crate) fn as_it_is(table: Table, plan: &Plan) -> Applied {
    taken(vec![table], plan, |table, found, _, _| {
        (decided::described(&table, found), table)
    })
}

/// Tables that say of themselves what they mean; a plan may still put it right. `stem` names one without a name.
pub(crate) fn described(stem: &str, tables: Vec<Table>, plan: &Plan) -> Applied {
    taken(tables, plan, |table, found, pins, notices| {
        let mut draft = labelled::draft(stem, &table);
        let mut drawn = decided::labelled(&mut draft, found, pins);
        let (settled, placed) = settle::settle_and_tell(draft, notices);
        draw::place(&mut drawn, &placed);
        let Some(settled) = settled else {
            let table = left_out(table, notices);
            return (decided::described(&table, found), table);
        };
        let settled = labelled::enriched(settled, &table, pins);
        draw::measured(&mut drawn, &settled);
        (drawn, settled)
    })
}

/// A table that could not be settled, as it was.
fn left_out(table: Table, notices: &mut Vec<Notice>) -> Table {
    let sheet = table.name().to_owned();
    notices.push(Notice::TableLeftOut { sheet });
    table
}

/// Takes each table in as `read` reads it, by what the plan decides of it.
fn taken(
    tables: Vec<Table>,
    plan: &Plan,
    read: impl Fn(Table, &Found<'_>, &Pins<'_>, &mut Vec<Notice>) -> (DrawnTable, Table),
) -> Applied {
    let found: Vec<_> = (1..).zip(&tables).map(decided::found).collect();
    let chosen = matching::choose(plan, &found);
    let key = found.first().map(|found| sender::of_table("", found));
    let mut work = Work::of(plan, key.unwrap_or_default());
    for ((table, found), chosen) in tables.into_iter().zip(&found).zip(chosen) {
        let pins = work.decisions("", chosen, &found.columns);
        let notices = &mut work.applied.reading.notices;
        let (mut drawn, read) = read(table, found, &pins, notices);
        let unheeded = rows::unheeded(&mut drawn, pins.table);
        work.applied.unmatched.extend(unheeded);
        work.take(drawn, read);
    }
    work.finish()
}

impl Work<'_> {
    /// Takes a table in as a sheet of its own, unless somebody left it out.
    fn take(&mut self, mut drawn: DrawnTable, read: Table) {
        self.applied.unmatched.extend(draw::unheeded(&drawn));
        let row_count = read.row_count();
        if !drawn.pinned.leave_out {
            read.name().clone_into(&mut drawn.name);
            drawn.table = Some(self.applied.reading.tables.len());
            self.applied.reading.tables.push(read);
        }
        let sheet = decided::sheet(drawn, row_count);
        self.applied.drawn.sheets.push(sheet);
    }
}

fn raw_dimension(column: &DimensionColumn) -> RawDimension {
    let members = &column.dimension.members;
    RawDimension {
        heading: column.dimension.label.da.clone(),
        codes: members.iter().map(|member| member.code.clone()).collect(),
        labels: members
            .iter()
            .map(|member| member.label.da.clone())
            .collect(),
        rows: column.codes.clone(),
        origin: match column.dimension.role {
            Role::Other => Origin::Column,
            role => Origin::Described(Some(role)),
        },
        ..RawDimension::default()
    }
}

/// Whole numbers under a heading that groups: years, ages, codes.
fn is_grouping(column: &MeasureColumn) -> bool {
    let whole = matches!(&column.numbers, Numbers::Exact(scaled) if scaled.decimals == 0);
    let heading = &column.measure.name;
    whole
        && match heading_of(heading) {
            Some(Heading::MeasureName) => !role::is_numbered(heading),
            Some(Heading::Role(_)) => true,
            Some(_) => false,
            None => is_code_heading(heading),
        }
}

fn numbers_as_members(column: &MeasureColumn) -> Option<RawDimension> {
    let Numbers::Exact(scaled) = &column.numbers else {
        return None;
    };
    let members = scaled.values.members(column.status.as_ref(), MOST_MEMBERS);
    let (values, rows) = members?;
    let codes: Vec<String> = values.iter().map(i64::to_string).collect();
    let heading = column.measure.label.da.clone();
    Some(RawDimension {
        heading,
        labels: codes.clone(),
        codes,
        rows,
        origin: Origin::Column,
        ..RawDimension::default()
    })
}

fn raw_measure(column: &MeasureColumn) -> RawMeasure {
    RawMeasure {
        heading: column.measure.label.da.clone(),
        unit: column.measure.unit.da.clone(),
        column: column.clone(),
        starred: Vec::new(),
        words: String::new(),
        told: Told::default(),
    }
}
