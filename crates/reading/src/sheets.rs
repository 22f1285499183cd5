//! Sheets of cells to tables.

mod blocks;
mod cells;
mod outside;

use std::collections::BTreeMap;

use formats::{Limits, Sheet};

use crate::draft::Draft;
use crate::drawn::{self, DrawnSheet, DrawnTable, Holds};
use crate::find::{self, FoundSheet, FoundTable};
use crate::footnote;
use crate::layout::{self, Layout};
use crate::matching::{self, Identity};
use crate::name::unique;
use crate::pins::Pins;
use crate::placed::Placed;
use crate::plan::{Adds, Plan, Split};
use crate::profile;
use crate::reading::{Applied, Notice, Reading, SkipReason, Unmatched};
use crate::together::{self, Part, Whence};
use crate::view::View;
use crate::{draw, marked, melt, sender, settle};
use cells::Cells;
use outside::{keep_as_notes, skip};

/// Reads every sheet as a plan decides; `name` names the table of a file without sheets.
pub(crate) fn read(name: &str, sheets: &[Sheet], plan: &Plan) -> Applied {
    let found = find::tables(sheets, plan);
    let mut work = Work::of(plan, sender::of(sheets, &found));
    for (sheet, found) in sheets.iter().zip(&found) {
        work.sheet(name, sheet, found);
    }
    work.put_together(name);
    work.finish()
}

/// What has come of a file so far.
pub(crate) struct Work<'p> {
    plan: &'p Plan,
    /// Which tables of the plan were found.
    met: Vec<bool>,
    names: Vec<String>,
    /// The line right above each table, by its number in the reading.
    lines: BTreeMap<usize, String>,
    pub(crate) applied: Applied,
}

impl<'p> Work<'p> {
    pub(crate) fn of(plan: &'p Plan, sender: String) -> Self {
        Self {
            plan,
            met: vec![false; plan.tables.len()],
            names: Vec::new(),
            lines: BTreeMap::new(),
            applied: Applied {
                sender,
                ..Applied::default()
            },
        }
    }

    fn sheet(&mut self, file: &str, sheet: &Sheet, found: &FoundSheet<'_>) {
        let mut drawn = DrawnSheet {
            name: sheet.name().to_owned(),
            hidden: sheet.hidden(),
            holds: Holds::Tables,
            rows: drawn::count(sheet.row_count()),
            columns: drawn::count(sheet.column_count()),
            tables: Vec::new(),
        };
        if found.tables.is_empty() {
            let is_blank = sheet.cell_count() == 0;
            drawn.holds = if is_blank {
                Holds::Nothing
            } else {
                Holds::Words
            };
            keep_as_notes(sheet, &mut self.applied.reading);
        }
        let base = if sheet.name().is_empty() {
            file
        } else {
            sheet.name()
        };
        for table in &found.tables {
            let Some(view) = found.views.get(table.view) else {
                continue;
            };
            let decisions = self.decisions(sheet.name(), table.plan, &table.found.columns);
            drawn
                .tables
                .push(self.table(base, (view, table), decisions));
        }
        self.applied.drawn.sheets.push(drawn);
    }

    /// What the plan decides of a table; what it has to say of other columns found no place.
    pub(crate) fn decisions(
        &mut self,
        sheet: &str,
        table: Option<usize>,
        columns: &[Identity],
    ) -> Pins<'p> {
        let Some((at, table)) = table.and_then(|at| Some((at, self.plan.tables.get(at)?))) else {
            return Pins::default();
        };
        if let Some(met) = self.met.get_mut(at) {
            *met = true;
        }
        let (columns, lost) = matching::columns(table, columns);
        let lost = lost.into_iter().map(|column| Unmatched::Column {
            sheet: sheet.to_owned(),
            heading: column.heading.clone(),
        });
        self.applied.unmatched.extend(lost);
        Pins {
            table: Some(table),
            columns,
        }
    }

    fn table(
        &mut self,
        base: &str,
        (view, found): (&View<'_>, &FoundTable<'_>),
        pins: Pins<'_>,
    ) -> DrawnTable {
        let (sheet, block) = (view.sheet.as_ref(), &found.block);
        let title = pins.table.and_then(|table| table.title.clone());
        let title = title.or_else(|| footnote::title(sheet, block));
        let mut draft = Draft {
            name: unique(base, "table", &mut self.names),
            title: title.unwrap_or_else(|| base.to_owned()),
            notes: footnote::notes(sheet, block),
            ..Draft::default()
        };
        self.applied
            .unmatched
            .extend(found.unmatched.iter().cloned());
        let mut profiles = profile::profiles(sheet, block);
        for (column, profile) in profiles.iter_mut().enumerate() {
            // An estimate with an interval is no count.
            let is_estimate = view.origin(column).split == Split::Interval;
            profile.adds = is_estimate.then_some(Adds::Never);
        }
        draft.tied = marked::tied(view, block);
        let layout = Layout::of((sheet, block), found.parts.clone(), profiles, pins);
        let reading = &mut self.applied.reading;
        if layout.pins.table.is_some_and(|table| table.leave_out) {
            let first = block.titles.first().copied().unwrap_or(block.header.start);
            let rows = (first..block.rows.end).filter(|row| sheet.row(*row).next().is_some());
            rows.for_each(|row| skip(sheet, row, SkipReason::LeftOut, &mut reading.skipped));
            return draw::table(&layout, view, &found.found, &draft.title);
        }
        let rows = (block.body.len(), layout.melt.groups.len());
        if let Err(too_many) = melt::check_rows(sheet.name(), rows, &Limits::default()) {
            reading.notices.push(too_many);
            return draw::table(&layout, view, &found.found, &draft.title);
        }
        let body = Cells { sheet, block };
        layout::fill_draft(&layout, &body, &mut draft, &mut reading.notices);
        let notes = marked::cells(view, block, &found.parts, &draft.notes);
        reading.notices.extend(notes);
        if !block.sections.is_empty() {
            reading.notices.push(Notice::Sections {
                sheet: sheet.name().to_owned(),
                members: block.sections.iter().take(NAMED).cloned().collect(),
                count: drawn::count(block.sections.len()),
            });
        }
        for (row, reason) in &block.skipped {
            skip(sheet, *row, *reason, &mut reading.skipped);
        }
        let mut drawn = draw::table(&layout, view, &found.found, &draft.title);
        if let Some(line) = block.titles.last() {
            self.lines
                .insert(reading.tables.len(), footnote::line(sheet, *line));
        }
        draw::settled(
            &mut drawn,
            (&layout, &block.body),
            add_table(draft, base, reading),
            reading,
        );
        self.applied.unmatched.extend(draw::unheeded(&drawn));
        drawn
    }

    /// Sheets of one series become one table.
    fn put_together(&mut self, name: &str) {
        let (reading, drawn) = (&mut self.applied.reading, &mut self.applied.drawn);
        let parts = drawn.sheets.iter();
        let parts = parts.map(|sheet| blocks::parts(sheet, &reading.tables, &self.lines));
        let parts: Vec<Vec<Part>> = parts.collect();
        let sizes: Vec<usize> = parts.iter().map(Vec::len).collect();
        let parts: Vec<Part> = parts.into_iter().flatten().collect();
        if parts.iter().filter(|part| !part.tables.is_empty()).count() < 2 {
            return;
        }
        let count = reading.tables.len();
        let together = together::put_together(name, parts, Whence::Sheets);
        if together.tables.len() == count {
            return;
        }
        let mut rest = together.places.as_slice();
        for (sheet, size) in drawn.sheets.iter_mut().zip(sizes) {
            let (own, after) = rest.split_at(size.min(rest.len()));
            rest = after;
            let places = own.iter().flatten();
            let tables = sheet
                .tables
                .iter_mut()
                .filter(|table| table.table.is_some());
            for (table, place) in tables.zip(places) {
                table.table = Some(*place);
                let name = together.tables.get(*place).map(|it| it.name().to_owned());
                table.name = name.unwrap_or_default();
            }
        }
        reading.tables = together.tables;
        reading.notices.extend(together.notices);
    }

    /// Everything, with the tables of the plan that are not in the file.
    pub(crate) fn finish(mut self) -> Applied {
        let lost = self
            .plan
            .tables
            .iter()
            .zip(self.met)
            .filter(|(_, met)| !met);
        let lost = lost.map(|(table, _)| Unmatched::Table {
            sheet: table.sheet.clone(),
            number: table.number,
        });
        self.applied.unmatched.extend(lost);
        self.applied
    }
}

/// What came of the columns of a source: the table's name if there is one, and where each column went.
pub(crate) struct Settled {
    pub(crate) name: Option<String>,
    pub(crate) placed: Vec<Placed>,
    /// Columns, and how many of their cells took over the text above.
    pub(crate) filled: Vec<(usize, usize)>,
}

/// Adds the table that a draft makes; a sheet that makes none is told.
pub(crate) fn add_table(mut draft: Draft, sheet: &str, reading: &mut Reading) -> Settled {
    let filled = std::mem::take(&mut draft.filled);
    let (table, placed) = settle::settle_and_tell(draft, &mut reading.notices);
    let name = table.as_ref().map(|table| table.name().to_owned());
    match table {
        Some(table) => reading.tables.push(table),
        None => reading.notices.push(Notice::TableLeftOut {
            sheet: sheet.to_owned(),
        }),
    }
    Settled {
        name,
        placed,
        filled,
    }
}

/// How many texts a notice names.
const NAMED: usize = 5;
