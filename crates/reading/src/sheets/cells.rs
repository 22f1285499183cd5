//! The rows of a block, cell by cell.

use formats::{Cell, Sheet};
use table::{Codes, MeasureColumn, NO_MEMBER};

use crate::block::Block;
use crate::draft::{Interner, Origin, RawDimension};
use crate::header::text;
use crate::layout::{Body, Layout};
use crate::recent::OfCells;
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
        let mut interned: Vec<Interned<'_>> = Vec::new();
        interned.resize_with(groups.len(), || Interned::of(row_count));
        for (index, &row) in self.block.body.iter().enumerate() {
            add_row(self.sheet.row(row), index, &groups, &mut interned);
        }
        let columns = groups.iter().zip(interned);
        let raw = columns.map(|(column, Interned { interner, rows, .. })| {
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

/// A column that groups rows on its way.
struct Interned<'a> {
    interner: Interner,
    /// The numbers of cells met lately.
    met: OfCells<'a, u32>,
    rows: Vec<u32>,
}

impl Interned<'_> {
    fn of(row_count: usize) -> Self {
        Self {
            interner: Interner::default(),
            met: OfCells::default(),
            rows: vec![NO_MEMBER; row_count],
        }
    }
}

/// For itself, since a browser compiles with care what is called often.
#[inline(never)]
fn add_row<'a>(
    cells: impl Iterator<Item = (usize, Cell<'a>)>,
    index: usize,
    groups: &[usize],
    interned: &mut [Interned<'a>],
) {
    for (column, cell) in cells.filter(|(_, cell)| !matches!(cell, Cell::Error(_))) {
        let own = groups.binary_search(&column).ok();
        let Some(own) = own.and_then(|own| interned.get_mut(own)) else {
            continue;
        };
        if let Some(slot) = own.rows.get_mut(index) {
            *slot = own.met.get(cell, || own.interner.number(&text(cell)));
        }
    }
}
