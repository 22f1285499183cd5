//! The tables of a file: where they are, and which table of a plan decides about each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use formats::Sheet;

use crate::block::{self, Block};
use crate::drawn::row_number;
use crate::footnote;
use crate::header::{self, Part};
use crate::matching::{self, Found, Identity};
use crate::plan::{HeaderPlan, Plan, RowMark, TablePlan};
use crate::reading::{SkipReason, Unmatched};
use crate::sections;
use crate::shape::Shapes;
use crate::view::{self, View};

/// A sheet with its tables.
pub(crate) struct FoundSheet<'a> {
    pub(crate) views: Vec<View<'a>>,
    pub(crate) tables: Vec<FoundTable<'a>>,
}

/// A table with what is known before a look at its columns.
pub(crate) struct FoundTable<'a> {
    /// Which view of the sheet it is in.
    pub(crate) view: usize,
    pub(crate) block: Block,
    /// The texts above its columns.
    pub(crate) parts: Vec<Vec<Part>>,
    pub(crate) found: Found<'a>,
    /// Which table of the plan decides.
    pub(crate) plan: Option<usize>,
    /// What of the plan found no row.
    pub(crate) unmatched: Vec<Unmatched>,
}

/// The tables of all sheets.
pub(crate) fn tables<'a>(sheets: &'a [Sheet], plan: &Plan) -> Vec<FoundSheet<'a>> {
    let mut found: Vec<FoundSheet<'a>> = sheets.iter().map(|sheet| of_sheet(sheet, plan)).collect();
    let every: Vec<Found<'a>> = found
        .iter()
        .flat_map(|sheet| sheet.tables.iter().map(|table| table.found.clone()))
        .collect();
    let mut chosen = matching::choose(plan, &every).into_iter();
    for (sheet, own) in sheets.iter().zip(&mut found) {
        for table in &mut own.tables {
            table.plan = chosen.next().flatten();
            if let Some(decided) = table.plan.and_then(|at| plan.tables.get(at)) {
                decide(table, sheet, decided);
            }
        }
    }
    found
}

fn of_sheet<'a>(sheet: &'a Sheet, plan: &Plan) -> FoundSheet<'a> {
    let mut views = Vec::new();
    let mut tables: Vec<FoundTable<'a>> = Vec::new();
    for (at, view) in view::views(sheet, plan).into_iter().enumerate() {
        let shapes = Shapes::survey(&view.sheet);
        let blocks = block::find(&shapes);
        let (parts, width) = (shapes.into_parts(), view.sheet.column_count());
        let (view, mut blocks) = sections::take_apart(view, blocks);
        let shapes = if view.sheet.column_count() == width {
            Shapes::of_parts(&view.sheet, parts)
        } else {
            Shapes::survey(&view.sheet)
        };
        let here = |table: &&TablePlan| table.sheet == sheet.name() && table.header.is_some();
        if blocks.is_empty() && at == 0 && plan.tables.iter().any(|table| here(&table)) {
            // Without a number there is no table, unless somebody says so.
            blocks.push(block::with_header(&shapes, 0..shapes.len(), 0..0));
        }
        for block in blocks {
            let number = u32::try_from(tables.len() + 1).unwrap_or(u32::MAX);
            let table = table(sheet.name(), (at, &view), block, number);
            tables.push(with_header_of_plan(table, (&shapes, &view), plan));
        }
        drop(shapes);
        views.push(view);
    }
    FoundSheet { views, tables }
}

fn table<'a>(
    sheet: &'a str,
    (at, view): (usize, &View<'_>),
    block: Block,
    number: u32,
) -> FoundTable<'a> {
    let mut parts = header::paths(&view.sheet, &block);
    let columns = identities(view, &parts);
    header::name_parts(view, &mut parts);
    FoundTable {
        view: at,
        block,
        parts,
        found: Found {
            sheet,
            number,
            columns,
        },
        plan: None,
        unmatched: Vec::new(),
    }
}

fn identities(view: &View<'_>, parts: &[Vec<Part>]) -> Vec<Identity> {
    let columns = parts.iter().enumerate().map(|(column, path)| {
        let heading = path.iter().map(|part| part.text.clone()).collect();
        (heading, view.origin(column).part)
    });
    matching::identities(columns)
}

/// The same table with its header where a plan has it, if the headings there fit the plan better.
fn with_header_of_plan<'a>(
    table: FoundTable<'a>,
    (shapes, view): (&Shapes<'_>, &View<'_>),
    plan: &Plan,
) -> FoundTable<'a> {
    let mut best = (fits(plan, &table.found, None), table);
    for (at, decided) in plan.tables.iter().enumerate() {
        let Some(header) = &decided.header else {
            continue;
        };
        for range in headers(&best.1.block, header, shapes.len()) {
            if range == best.1.block.header {
                continue;
            }
            let rows = best.1.block.rows.start.min(range.start)..best.1.block.rows.end;
            let block = block::with_header(shapes, rows, range.clone());
            let found = &best.1.found;
            let other = self::table(found.sheet, (best.1.view, view), block, found.number);
            let mut fit = fits(plan, &other.found, Some(at));
            let in_place =
                decided.sheet == other.found.sheet && decided.number == other.found.number;
            if plan.sender.is_empty() && in_place && Some(range.start) == start(header) {
                // A correction of this very file holds whatever the headings were before.
                fit = fit.max(Some(usize::MAX));
            }
            if fit > best.0 {
                best = (fit, other);
            }
        }
    }
    best.1
}

/// How well a table fits the plan, or one table of it.
fn fits(plan: &Plan, found: &Found<'_>, only: Option<usize>) -> Option<usize> {
    let tables = plan.tables.iter().enumerate();
    let tables = tables.filter(|(at, _)| only.is_none_or(|only| only == *at));
    tables
        .filter_map(|(_, table)| matching::fit(table, found))
        .max()
}

/// How far from its old place a header is looked for.
const NEAR: usize = 100;

/// Where a header can be that was decided: where it was, where another was recognised, and near by.
fn headers(block: &Block, header: &HeaderPlan, row_count: usize) -> Vec<Range<usize>> {
    let Some(start) = start(header) else {
        return Vec::new();
    };
    let (from, until) = (block.rows.start, block.rows.end.min(row_count));
    let recognised = block.header.start;
    let near =
        recognised.saturating_sub(NEAR).max(from)..recognised.saturating_add(NEAR).min(until);
    let starts = [start, recognised].into_iter().chain(near);
    let starts = starts.filter(|start| (from..until).contains(start));
    let ranges = starts.map(|start| start..start + header.rows.len());
    ranges.filter(|range| range.end <= until).collect()
}

fn start(header: &HeaderPlan) -> Option<usize> {
    usize::try_from(header.row).ok()?.checked_sub(1)
}

/// Leaves out and takes in the rows that a plan names.
fn decide(table: &mut FoundTable<'_>, sheet: &Sheet, plan: &TablePlan) {
    let row_count = |header: &HeaderPlan| header.rows.len();
    if let Some(header) = plan
        .header
        .as_ref()
        .filter(|it| row_count(it) != table.block.header.len())
    {
        table.unmatched.push(Unmatched::Header {
            sheet: sheet.name().to_owned(),
            row: header.row,
        });
    }
    let marks: Vec<&RowMark> = plan
        .skip
        .iter()
        .chain(&plan.keep)
        .chain(&plan.end)
        .collect();
    let rows = rows(sheet, &table.block, &marks);
    for (mark, row) in marks.iter().zip(&rows) {
        if row.is_none() {
            table.unmatched.push(Unmatched::Row {
                sheet: sheet.name().to_owned(),
                words: mark.words.clone(),
                row: mark.row,
            });
        }
    }
    let (skip, rest) = rows.split_at(plan.skip.len());
    let (keep, end) = rest.split_at(plan.keep.len());
    if let Some(end) = end.first().copied().flatten() {
        table.block.cut(end);
    }
    table
        .block
        .take_in(&keep.iter().flatten().copied().collect());
    table
        .block
        .leave_out(&skip.iter().flatten().copied().collect());
}

/// The row of each mark: the only one with its words, or the one at its place that has them.
fn rows(sheet: &Sheet, block: &Block, marks: &[&RowMark]) -> Vec<Option<usize>> {
    if marks.is_empty() {
        return Vec::new();
    }
    let mut places: BTreeMap<&str, Vec<usize>> = marks
        .iter()
        .map(|mark| (mark.words.as_str(), Vec::new()))
        .collect();
    for row in block.rows.clone() {
        if let Some(rows) = places.get_mut(footnote::words(sheet, row).as_str()) {
            rows.push(row);
        }
    }
    let row = |mark: &&RowMark| match places.get(mark.words.as_str()).map(Vec::as_slice) {
        Some([only]) if !mark.words.is_empty() => Some(*only),
        Some(rows) => rows
            .iter()
            .copied()
            .find(|row| row_number(*row) == mark.row),
        None => None,
    };
    marks.iter().map(row).collect()
}

impl Block {
    /// Ends the table before a row.
    fn cut(&mut self, end: usize) {
        let beyond = self
            .body
            .split_off(self.body.partition_point(|row| *row < end));
        let beyond = beyond.into_iter().map(|row| (row, SkipReason::LeftOut));
        self.skipped.extend(beyond);
        self.skipped.sort_unstable();
    }

    fn leave_out(&mut self, rows: &BTreeSet<usize>) {
        for lines in [&mut self.body, &mut self.titles, &mut self.foot] {
            lines.retain(|row| !rows.contains(row));
        }
        self.skipped.retain(|(row, _)| !rows.contains(row));
        self.skipped
            .extend(rows.iter().map(|row| (*row, SkipReason::LeftOut)));
        self.skipped.sort_unstable();
    }

    fn take_in(&mut self, rows: &BTreeSet<usize>) {
        let below: BTreeSet<usize> = rows.range(self.header.end..).copied().collect();
        for lines in [&mut self.titles, &mut self.foot] {
            lines.retain(|row| !below.contains(row));
        }
        self.skipped.retain(|(row, _)| !below.contains(row));
        self.body.extend(below);
        self.body.sort_unstable();
        self.body.dedup();
    }
}
