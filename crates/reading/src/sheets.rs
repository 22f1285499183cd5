//! Sheets of cells to tables.

use formats::Sheet;
use table::{Codes, NO_MEMBER};

use crate::block::{self, Block};
use crate::draft::{Draft, Interner, Origin, RawDimension, RawMeasure};
use crate::fill;
use crate::footnote;
use crate::header::{self, text};
use crate::name::unique;
use crate::profile::{self, Profile};
use crate::reading::{Notice, Reading, SkipReason, Skipped};
use crate::role::{self, Use};
use crate::values::{self, Odd};
use crate::vocabulary::is_unit_word;
use crate::wide::{self, Plan};
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
        fill_draft(sheet, &block, &mut draft, reading);
        for (row, reason) in &block.skipped {
            skip(sheet, *row, *reason, &mut reading.skipped);
        }
        match settle::settle(draft, &mut reading.notices) {
            Some(table) => reading.tables.push(table),
            None => reading.notices.push(Notice::TableLeftOut {
                sheet: base.to_owned(),
            }),
        }
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

fn fill_draft(sheet: &Sheet, block: &Block, draft: &mut Draft, reading: &mut Reading) {
    let layout = Layout::of(sheet, block);
    let mut dimensions = collect_groups(&layout);
    tell_fill(
        &fill::down(&mut dimensions),
        &dimensions,
        &mut reading.notices,
    );
    layout.tell_left_out(&mut reading.notices);
    draft.notes.extend(layout.remarks());
    let times = layout.plan.groups.len();
    draft.dimensions = dimensions
        .into_iter()
        .map(|raw| melt::repeat(raw, times))
        .collect();
    draft
        .dimensions
        .extend(melt::key_dimensions(&layout.plan, block.body.len()));
    let subject = footnote::subject(&draft.title);
    draft.measures = read_measures(&layout, &subject, &mut reading.notices);
}

/// A block with what its columns are for.
struct Layout<'a> {
    sheet: &'a Sheet,
    block: &'a Block,
    paths: Vec<Vec<String>>,
    profiles: Vec<Profile>,
    uses: Vec<Use>,
    /// How the columns of numbers become rows.
    plan: Plan,
}

impl<'a> Layout<'a> {
    fn of(sheet: &'a Sheet, block: &'a Block) -> Self {
        let paths = header::paths(sheet, block);
        let profiles = profile::profiles(sheet, block);
        let uses = role::uses(&paths, &profiles);
        let mut layout = Self {
            sheet,
            block,
            paths,
            profiles,
            uses,
            plan: Plan::default(),
        };
        let headings: Vec<Vec<String>> = layout
            .columns(Use::Numbers)
            .iter()
            .map(|column| layout.path(*column))
            .collect();
        layout.plan = wide::plan(&headings);
        layout
    }

    fn columns(&self, wanted: Use) -> Vec<usize> {
        let columns = self.uses.iter().enumerate();
        columns
            .filter(|(_, own)| **own == wanted)
            .map(|(column, _)| column)
            .collect()
    }

    fn path(&self, column: usize) -> Vec<String> {
        self.paths.get(column).cloned().unwrap_or_default()
    }

    fn tell_left_out(&self, notices: &mut Vec<Notice>) {
        let sheet = || self.sheet.name().to_owned();
        let numbers = self.columns(Use::Numbers);
        let left_out = self
            .plan
            .left_out
            .iter()
            .filter_map(|index| numbers.get(*index));
        notices.extend(left_out.map(|column| {
            let column = self.path(*column).join(" ");
            Notice::ColumnLeftOut {
                sheet: sheet(),
                column,
            }
        }));
        if self.uses.contains(&Use::RowNumbers) {
            notices.push(Notice::RowNumbers { sheet: sheet() });
        }
    }

    /// What stands beside the table, in columns of its own.
    fn remarks(&self) -> Vec<String> {
        let columns = self.columns(Use::Remarks);
        let texts = columns
            .iter()
            .filter_map(|column| self.profiles.get(*column));
        texts
            .flat_map(|profile| profile.sample.iter().cloned())
            .collect()
    }
}

fn read_measures(layout: &Layout<'_>, subject: &str, notices: &mut Vec<Notice>) -> Vec<RawMeasure> {
    let (sheet, block, plan) = (layout.sheet, layout.block, &layout.plan);
    let unit = footnote::unit(sheet, block);
    let numbers = layout.columns(Use::Numbers);
    let measures = plan.measures.iter().zip(&plan.columns);
    let measures = measures.map(|(name, columns)| {
        let mut odd = Odd::default();
        let columns = columns.iter().map(|index| {
            let column = *numbers.get((*index)?)?;
            let profile = layout.profiles.get(column)?;
            Some(values::read((sheet, block), column, profile, &mut odd))
        });
        let columns: Vec<Option<values::Column>> = columns.collect();
        // Years side by side have no room for the name of what they count: the title has it.
        let is_unit = is_unit_word(name);
        let is_nameless =
            (name.is_empty() || is_unit) && plan.measures.len() == 1 && !plan.keys.is_empty();
        let heading = if is_nameless { subject } else { name };
        odd.tell(heading, notices);
        let unit = match footnote::bracketed(heading) {
            _ if is_nameless && is_unit => name.clone(),
            Some(bracketed) => bracketed,
            None => unit.clone(),
        };
        let (column, starred) = melt::lay_out(&columns, (block.body.len(), plan.groups.len()));
        RawMeasure {
            heading: heading.to_owned(),
            unit,
            column,
            starred,
            words: String::new(),
        }
    });
    measures.collect()
}

fn collect_groups(layout: &Layout<'_>) -> Vec<RawDimension> {
    let groups = layout.columns(Use::Group);
    let row_count = layout.block.body.len();
    let mut interners: Vec<Interner> = groups.iter().map(|_| Interner::default()).collect();
    let mut rows: Vec<Vec<u32>> = groups.iter().map(|_| vec![NO_MEMBER; row_count]).collect();
    for (index, &row) in layout.block.body.iter().enumerate() {
        for (column, cell) in layout.sheet.row(row) {
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

fn tell_fill(counts: &[usize], dimensions: &[RawDimension], notices: &mut Vec<Notice>) {
    let filled = counts
        .iter()
        .zip(dimensions)
        .filter(|(count, _)| **count > 0);
    let columns: Vec<String> = filled
        .map(|(_, dimension)| dimension.heading.clone())
        .collect();
    if !columns.is_empty() {
        let count = counts.iter().sum::<usize>();
        notices.push(Notice::FilledDown {
            columns,
            count: u64::try_from(count).unwrap_or(u64::MAX),
        });
    }
}
