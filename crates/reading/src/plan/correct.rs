//! Where a correction of what is drawn belongs in a plan.

use super::{ColumnPlan, Plan, TablePlan};
use crate::drawn::DrawnTable;

impl Plan {
    /// What is decided of a table that was drawn; an empty entry is made where nothing is yet.
    pub fn table_mut(&mut self, table: &DrawnTable) -> &mut TablePlan {
        let is_it = |own: &TablePlan| own.sheet == table.sheet && own.number == table.number;
        let at = self.tables.iter().position(is_it).unwrap_or_else(|| {
            self.tables.push(TablePlan {
                sheet: table.sheet.clone(),
                number: table.number,
                ..TablePlan::default()
            });
            self.tables.len() - 1
        });
        #[expect(clippy::indexing_slicing, reason = "found or added right above")]
        &mut self.tables[at]
    }

    /// What is decided of a column that was drawn, by its index in [`DrawnTable::columns`]; none outside.
    pub fn column_mut(&mut self, table: &DrawnTable, column: usize) -> Option<&mut ColumnPlan> {
        let drawn = table.columns.get(column)?;
        let columns = &mut self.table_mut(table).columns;
        let is_it = |own: &ColumnPlan| {
            own.heading == drawn.heading && own.number == drawn.number && own.part == drawn.part
        };
        let at = columns.iter().position(is_it).unwrap_or_else(|| {
            columns.push(ColumnPlan {
                heading: drawn.heading.clone(),
                number: drawn.number,
                part: drawn.part,
                ..ColumnPlan::default()
            });
            columns.len() - 1
        });
        columns.get_mut(at)
    }
}
