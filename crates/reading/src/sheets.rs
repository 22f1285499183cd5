//! Sheets of cells to tables.

use formats::Sheet;
use table::{Codes, MeasureColumn, NO_MEMBER};

use crate::block::{self, Block};
use crate::draft::{Draft, Interner, Origin, RawDimension};
use crate::footnote;
use crate::header::text;
use crate::layout::{self, Body, Layout};
use crate::name::unique;
use crate::profile;
use crate::reading::{Notice, Reading, SkipReason, Skipped};
use crate::role::Use;
use crate::values::{self, Odd};
use crate::{melt, settle};

/// Reads every sheet; `name` names the table of a file without sheets.
pub(crate) fn read(name: &str, sheets: &[Sheet]) -> Reading {
    let mut reading = Reading::default();
    let mut names = Vec::new();
    for sheet in sheets {
        read_sheet(name, sheet, &mut names, &mut reading);
    }
    reading
}

fn read_sheet(file: &str, sheet: &Sheet, names: &mut Vec<String>, reading: &mut Reading) {
    let blocks = block::find(sheet);
    if blocks.is_empty() {
        return keep_as_notes(sheet, reading);
    }
    for block in blocks {
        let base = if sheet.name().is_empty() {
            file
        } else {
            sheet.name()
        };
        let title = footnote::title(sheet, &block);
        let mut draft = Draft {
            name: unique(base, "table", names),
            title: title.unwrap_or_else(|| base.to_owned()),
            notes: footnote::notes(sheet, &block),
            ..Draft::default()
        };
        let profiles = profile::profiles(sheet, &block);
        let layout = Layout::of(sheet, &block, profiles);
        let body = Cells {
            sheet,
            block: &block,
        };
        layout::fill_draft(&layout, &body, &mut draft, &mut reading.notices);
        for (row, reason) in &block.skipped {
            skip(sheet, *row, *reason, &mut reading.skipped);
        }
        add_table(draft, base, reading);
    }
}

/// The table that a draft makes; a sheet that makes none is told.
pub(crate) fn add_table(draft: Draft, sheet: &str, reading: &mut Reading) {
    match settle::settle(draft, &mut reading.notices) {
        Some(table) => reading.tables.push(table),
        None => reading.notices.push(Notice::TableLeftOut {
            sheet: sheet.to_owned(),
        }),
    }
}

/// Lists a row; rows that follow one another for one reason are listed once.
fn skip(sheet: &Sheet, row: usize, reason: SkipReason, skipped: &mut Vec<Skipped>) {
    let row = u64::try_from(row).map_or(u64::MAX, |row| row + 1);
    match skipped.last_mut() {
        Some(last)
            if (last.reason, last.row + last.count) == (reason, row)
                && last.sheet == sheet.name() =>
        {
            last.count += 1;
        }
        _ => skipped.push(Skipped {
            sheet: sheet.name().to_owned(),
            row,
            count: 1,
            reason,
        }),
    }
}

/// How many lines of sheets without a table are kept.
const MOST_NOTES: usize = 500;

/// A cover sheet has words only; they are kept.
fn keep_as_notes(sheet: &Sheet, reading: &mut Reading) {
    for row in 0..sheet.row_count() {
        if sheet.row(row).next().is_none() {
            continue;
        }
        skip(sheet, row, SkipReason::NoTable, &mut reading.skipped);
        if reading.notes.len() < MOST_NOTES {
            reading.notes.push(footnote::line(sheet, row));
        }
    }
}

/// A block of a sheet, cell by cell.
struct Cells<'a> {
    sheet: &'a Sheet,
    block: &'a Block,
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
                let slot = rows.get_mut(group).and_then(|rows| rows.get_mut(index));
                if let (Some(interner), Some(slot)) = (interners.get_mut(group), slot) {
                    *slot = interner.number(&text(cell));
                }
            }
        }
        let columns = groups.iter().zip(interners).zip(rows);
        let raw = columns.map(|((column, interner), rows)| {
            let (heading, codes) = (layout.path(*column).join(" "), interner.into_texts());
            RawDimension {
                heading,
                labels: codes.clone(),
                rows: Codes::pack(rows, codes.len()),
                codes,
                origin: Origin::Column,
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
        melt::lay_out(&columns, (self.row_count(), layout.plan.groups.len()))
    }
}
