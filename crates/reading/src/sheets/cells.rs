//! The rows of a block, cell by cell.

use formats::{Cell, Sheet};
use table::{Codes, MeasureColumn, NO_MEMBER};

use crate::block::Block;
use crate::draft::{Interner, Origin, RawDimension};
use crate::header::text;
use crate::layout::{Body, Layout};
use crate::role::Use;
use crate::values::{self, Odd};
use crate::{indents, melt};

/// A block of a sheet, cell by cell.
pub(super) struct Cells<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) block: &'a Block,
}

impl Body for Cells<'_> {
    fn row_count(&self) -> usize {
        self.block.body.len()
    }

    fn groups(&self, layout: &Layout<'_>) -> Vec<RawDimension> {
        let groups = layout.columns(Use::Group);
        let row_count = self.row_count();
        let mut interners: Vec<Interner> = groups.iter().map(|_| Interner::default()).collect();
        let mut rows: Vec<Vec<u32>> = groups.iter().map(|_| vec![NO_MEMBER; row_count]).collect();
        for (index, &row) in self.block.body.iter().enumerate() {
            for (column, cell) in self.sheet.row(row) {
                let Ok(group) = groups.binary_search(&column) else {
                    continue;
                };
                if matches!(cell, Cell::Error(_)) {
                    continue;
                }
                let slot = rows.get_mut(group).and_then(|rows| rows.get_mut(index));
                if let (Some(interner), Some(slot)) = (interners.get_mut(group), slot) {
                    *slot = interner.number(&text(cell));
                }
            }
        }
        let columns = groups.iter().zip(interners).zip(rows);
        let raw = columns.map(|((column, interner), rows)| {
            let cells = self
                .block
                .body
                .iter()
                .map(|row| self.sheet.cell(*row, *column));
            let parents = indents::parents(cells.filter_map(|cell| match cell {
                Cell::Text(text) => Some(text),
                _ => None,
            }));
            let (heading, codes) = (layout.path(*column).join(" "), interner.into_texts());
            RawDimension {
                heading,
                labels: codes.clone(),
                rows: Codes::pack(rows, codes.len()),
                codes,
                origin: Origin::Column,
                parents,
                ..RawDimension::default()
            }
        });
        raw.collect()
    }

    fn measure(
        &self,
        layout: &Layout<'_>,
        columns: &[Option<usize>],
        odd: &mut Odd,
    ) -> (MeasureColumn, Vec<usize>) {
        let columns = columns.iter().map(|column| {
            let profile = layout.profiles.get((*column)?)?;
            Some(values::read(
                (self.sheet, self.block),
                (*column)?,
                profile,
                odd,
            ))
        });
        let columns: Vec<Option<values::Column>> = columns.collect();
        melt::lay_out(&columns, (self.row_count(), layout.melt.groups.len()))
    }
}
