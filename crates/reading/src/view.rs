//! A sheet as it is read: the whole of it, or some of its columns, with cells of several values taken apart and the
//! marks of footnotes taken off.

mod areas;
mod marks;
mod splits;

use std::borrow::Cow;
use std::ops::Range;

use formats::{Cell, Limits, Merged, Sheet, SheetBuilder};

use crate::plan::{Plan, Split};
use crate::{split, time};
pub(crate) use marks::{Mark, leading as leading_mark};
pub(crate) use splits::{Counts, SAMPLE_ROWS};

/// A sheet as it is read.
#[derive(Debug)]
pub(crate) struct View<'a> {
    pub(crate) sheet: Cow<'a, Sheet>,
    /// Where each column comes from; empty where every column is one of the sheet.
    pub(crate) columns: Vec<Origin>,
    /// Marks of footnotes that were taken off.
    pub(crate) marks: Vec<Mark>,
}

/// The column of the sheet that a column of a view comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) column: usize,
    /// Which of the values of a cell, from 1; 0 stands for the whole cell.
    pub(crate) part: u32,
    pub(crate) split: Split,
}

impl<'a> View<'a> {
    /// The whole sheet as it is.
    pub(crate) fn whole(sheet: &'a Sheet) -> Self {
        Self {
            sheet: Cow::Borrowed(sheet),
            columns: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Where a column comes from.
    pub(crate) fn origin(&self, column: usize) -> Origin {
        let whole = Origin {
            column,
            ..Origin::default()
        };
        self.columns.get(column).copied().unwrap_or(whole)
    }
}

/// What is read of a sheet, from left to right.
pub(crate) fn views<'a>(sheet: &'a Sheet, plan: &Plan) -> Vec<View<'a>> {
    let splits = splits::of(sheet, plan);
    let areas = areas::of(sheet);
    let marks = marks::known(sheet);
    let is_plain =
        areas.len() < 2 && marks.is_empty() && splits.iter().all(|it| *it == Split::Whole);
    if is_plain {
        return vec![View::whole(sheet)];
    }
    let views = areas
        .into_iter()
        .map(|area| view(sheet, area, &splits, &marks));
    // A copy that is over a limit is not made.
    let views: Option<Vec<View<'a>>> = views.collect();
    views.unwrap_or_else(|| vec![View::whole(sheet)])
}

fn view<'a>(
    sheet: &'a Sheet,
    area: Range<usize>,
    splits: &[Split],
    known: &[String],
) -> Option<View<'a>> {
    let columns = origins(area.clone(), splits);
    let mut copy = Copied {
        builder: SheetBuilder::new(sheet.name(), &Limits::default()),
        known,
        marks: Vec::new(),
    };
    for row in 0..sheet.row_count() {
        let cells: Vec<(usize, Cell<'_>)> =
            sheet.row(row).filter(|(at, _)| area.contains(at)).collect();
        if let [(column, cell)] = cells.as_slice() {
            // A line of its own is no cell of a table.
            copy.builder
                .push(row, first(&columns, *column), *cell)
                .ok()?;
            continue;
        }
        for (column, cell) in cells {
            let split = splits.get(column).copied().unwrap_or_default();
            copy.cell((row, first(&columns, column)), cell, split)?;
        }
    }
    merge(&mut copy.builder, sheet, &columns);
    Some(View {
        sheet: Cow::Owned(copy.builder.finish()),
        columns,
        marks: copy.marks,
    })
}

/// Where a column of the sheet begins in a view.
fn first(columns: &[Origin], column: usize) -> usize {
    columns.partition_point(|origin| origin.column < column)
}

/// The columns of a view, those that are split once for each part.
fn origins(area: Range<usize>, splits: &[Split]) -> Vec<Origin> {
    let of = |column: usize| {
        let split = splits.get(column).copied().unwrap_or_default();
        let parts = match split {
            Split::Whole => 0..1,
            split => 1..split::part_count(split) + 1,
        };
        parts.map(move |part| Origin {
            column,
            part,
            split,
        })
    };
    area.flat_map(of).collect()
}

/// A copy of a sheet on its way.
struct Copied<'k> {
    builder: SheetBuilder,
    /// Marks of footnotes.
    known: &'k [String],
    marks: Vec<Mark>,
}

impl Copied<'_> {
    /// Copies a cell; a text that holds no values of its own, such as a heading, stands for every part.
    fn cell(&mut self, (row, column): (usize, usize), cell: Cell<'_>, split: Split) -> Option<()> {
        let Cell::Text(text) = cell else {
            return self.builder.push(row, column, cell).ok();
        };
        let text = match marks::without(text, self.known) {
            Some((rest, mark)) => {
                self.marks.push(Mark {
                    row,
                    column,
                    mark: mark.to_owned(),
                });
                rest
            }
            None => text,
        };
        let count = split::part_count(split).max(1) as usize;
        // A season such as `2023/24` above pairs is one text.
        let is_period = split == Split::Pair && time::parse(text).is_some();
        let parts = split::parts(text, split).filter(|_| !is_period);
        for at in 0..count {
            let part = parts.as_ref().and_then(|parts| parts.get(at)).copied();
            let part = Cell::Text(part.unwrap_or(text));
            self.builder.push(row, column + at, part).ok()?;
        }
        Some(())
    }
}

fn merge(builder: &mut SheetBuilder, sheet: &Sheet, columns: &[Origin]) {
    for merged in sheet.merged() {
        let first = columns.partition_point(|origin| origin.column < merged.first_column);
        let end = columns.partition_point(|origin| origin.column <= merged.last_column);
        if first < end {
            builder.merge(Merged {
                first_column: first,
                last_column: end - 1,
                ..*merged
            });
        }
    }
}
