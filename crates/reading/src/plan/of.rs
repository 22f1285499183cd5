//! What was decided of a file, written out as a plan for the next.

use super::{ColumnPlan, ColumnRole, HeaderPlan, Plan, TablePlan, VERSION};
use crate::drawn::{DrawnColumn, DrawnTable, Question};
use crate::reading::Applied;

impl Plan {
    /// Everything that was decided of a file, by a person or by itself; what is doubtful is left open.
    #[must_use]
    pub fn of(applied: &Applied) -> Self {
        let sheets = applied.drawn.sheets.iter();
        let tables = sheets.flat_map(|sheet| sheet.tables.iter().map(table));
        Self {
            version: VERSION,
            sender: applied.sender.clone(),
            tables: tables.collect(),
        }
    }
}

fn table(drawn: &DrawnTable) -> TablePlan {
    let header = (drawn.header_row > 0).then(|| HeaderPlan {
        row: drawn.header_row,
        rows: drawn.header.clone(),
    });
    TablePlan {
        sheet: drawn.sheet.clone(),
        number: drawn.number,
        header,
        columns: drawn.columns.iter().map(column).collect(),
        ..drawn.pinned.clone()
    }
}

fn column(drawn: &DrawnColumn) -> ColumnPlan {
    let own = &drawn.pinned;
    let is_measure = drawn.role == ColumnRole::Measure;
    let is_group = !drawn.name.is_empty() && !is_measure && drawn.role != ColumnRole::Code;
    let numbers = drawn.numbers.as_ref().filter(|_| is_measure);
    let doubts_role = matches!(
        drawn.question,
        Some(Question::Words { .. } | Question::NoPlace)
    );
    let doubts_numbers = drawn.question.is_some() && !doubts_role;
    let totals = drawn
        .totals
        .iter()
        .filter(|total| !own.totals.contains(total));
    let unit = Some(drawn.unit.clone()).filter(|unit| is_measure && !unit.is_empty());
    ColumnPlan {
        heading: drawn.heading.clone(),
        number: drawn.number,
        part: drawn.part,
        name: own.name.clone(),
        role: own.role.or(Some(drawn.role)).filter(|_| !doubts_role),
        level: own.level.clone().or_else(|| drawn.levels.first().cloned()),
        unit: own.unit.clone().or(unit),
        decimals: own.decimals.or(drawn.decimals),
        convention: own
            .convention
            .or_else(|| numbers.filter(|_| !doubts_numbers).map(|it| it.convention)),
        dash: own.dash.or_else(|| numbers.map(|it| it.dash)),
        adds: own.adds.or(drawn.adds),
        fill: own.fill.or_else(|| is_group.then_some(drawn.fill)),
        totals: own.totals.iter().chain(totals).cloned().collect(),
        parts: own.parts.clone(),
        split: own.split.or((drawn.part > 0).then_some(drawn.split)),
        aliases: own.aliases.clone(),
        signs: own.signs.clone(),
    }
}
