//! Large text files, understood column by column: each different text is looked at once.
//!
//! Only a file that is a header and rows of numbers below it is read here; any other becomes a sheet.

mod fields;
mod figures;
mod measure;
mod members;
mod shapes;
mod survey;

use formats::{Cell, Grid, Limits, Sheet, SheetBuilder};
use table::MeasureColumn;

use crate::block::Block;
use crate::draft::{Draft, RawDimension};
use crate::drawn::{self, DrawnSheet, DrawnTable, Holds, RowSpan, RowUse};
use crate::header::Part;
use crate::layout::{self, Body, Layout};
use crate::matching::{self, Found};
use crate::name::unique;
use crate::numbers::{self, Kind};
use crate::plan::{ColumnPlan, Plan, Split, TablePlan};
use crate::reading::Applied;
use crate::role::Use;
use crate::shape::{Columns, Shape, Tally};
use crate::sheets::{self, Work};
use crate::values::Odd;
use crate::view::{Counts, SAMPLE_ROWS, View};
use crate::{draw, header, sections, sender};
use fields::{Fields, Text};

/// Reads a grid as a plan decides; none when it is more than a header and rows of numbers, or a plan asks for more.
/// `name` names the table.
pub(crate) fn read(name: &str, grid: &Grid, plan: &Plan) -> Option<Applied> {
    let fields: Vec<Fields<'_>> = grid.columns().iter().map(Fields::of).collect();
    let head = head(grid)?;
    let columns = Columns::of(&tallies(grid, &fields));
    let is_headed = columns.shape(&head, 0) == Shape::Header && head.row(0).nth(1).is_some();
    (is_headed && shapes::are_numbers(&fields, &columns, grid.row_count())).then_some(())?;
    let columns_numeric = columns.numeric.clone();
    let block = Block {
        header: 0..1,
        numeric: columns.numeric,
        ..Block::default()
    };
    let view = View::whole(&head);
    let mut parts = header::paths(&head, &block);
    parts.resize(fields.len().max(parts.len()), Vec::new());
    let width = width(grid, &fields)?;
    fields.iter().all(|it| is_whole(it)).then_some(())?;
    (!has_levels(&fields, &columns_numeric, grid.row_count())).then_some(())?;
    let found = found(&parts, width);
    let decided = matching::choose(plan, std::slice::from_ref(&found));
    let decided = decided.first().copied().flatten();
    let table = decided.and_then(|at| plan.tables.get(at));
    table.is_none_or(is_plain).then_some(())?;
    let mut work = Work::of(plan, sender::of_table("", &found));
    let pins = work.decisions("", decided, &found.columns);
    let title = table.and_then(|table| table.title.clone());
    let profiles = fields.iter().map(survey::profile).collect();
    let layout = Layout::of((&head, &block), parts, profiles, pins);
    // Periods side by side make several rows of each line.
    (layout.melt.groups.len() == 1).then_some(())?;
    let mut draft = Draft {
        name: unique(name, "table", &mut Vec::new()),
        title: title.unwrap_or_else(|| name.to_owned()),
        ..Draft::default()
    };
    let body = Rows {
        fields: &fields,
        row_count: grid.row_count(),
    };
    let reading = &mut work.applied.reading;
    layout::fill_draft(&layout, &body, &mut draft, &mut reading.notices);
    let mut drawn = draw::table(&layout, &view, &found, &draft.title);
    add_body(&mut drawn, grid.row_count());
    let first_rows: Vec<usize> = (1..=grid.row_count()).take(draw::MOST_LEVELS).collect();
    let settled = sheets::add_table(draft, name, reading);
    draw::settled(&mut drawn, (&layout, &first_rows), settled, reading);
    work.applied.unmatched.extend(draw::unheeded(&drawn));
    work.applied.drawn.sheets.push(DrawnSheet {
        holds: Holds::Tables,
        rows: drawn.area.last_row,
        columns: drawn::count(width),
        tables: vec![drawn],
        ..DrawnSheet::default()
    });
    Some(work.finish())
}

/// Whether the column of labels has two levels, as a sheet would be told.
fn has_levels(fields: &[Fields<'_>], numeric: &[bool], row_count: usize) -> bool {
    let is_word =
        |fields: &&Fields<'_>| numbers::kind(Cell::Text(&fields.column.text(0))) == Kind::Words;
    let mut labels = fields.iter().zip(numeric);
    let labels = labels.find(|(fields, _)| is_word(fields));
    let Some((labels, false)) = labels.map(|(fields, numeric)| (fields, *numeric)) else {
        return false;
    };
    let texts = || labels.texts.iter().map(|text| text.text);
    row_count <= sections::MOST_ROWS
        && sections::may_be(texts())
        && sections::are_levels((0..row_count).map(|row| labels.column.text(row).into_owned()))
}

/// Every row below the header is one of the table.
fn add_body(drawn: &mut DrawnTable, row_count: usize) {
    let last = drawn::count(row_count + 1);
    drawn.rows.push(RowSpan {
        first: 2,
        last,
        is: RowUse::Body,
    });
    drawn.area.last_row = last;
}

/// What each column is found by, as far as columns hold something.
fn found(parts: &[Vec<Part>], width: usize) -> Found<'static> {
    let headings = parts.iter().take(width).map(|path| {
        let texts = path.iter().map(|part| part.text.clone());
        (texts.collect(), 0)
    });
    Found {
        sheet: "",
        number: 1,
        columns: matching::identities(headings),
    }
}

/// Whether a plan decides nothing but what columns are.
fn is_plain(table: &TablePlan) -> bool {
    let header = table.header.as_ref();
    let headed = header.is_none_or(|header| header.row == 1 && header.rows.len() == 1);
    let marks = table.skip.len() + table.keep.len() + usize::from(table.end.is_some());
    let is_split = |column: &ColumnPlan| column.split.is_some_and(|split| split != Split::Whole);
    headed && marks == 0 && !table.leave_out && !table.columns.iter().any(is_split)
}

/// Columns up to the last that has something; none where an empty one is among them, which can stand between tables.
fn width(grid: &Grid, fields: &[Fields<'_>]) -> Option<usize> {
    let columns = grid.header().iter().zip(fields);
    let mut has: Vec<bool> = Vec::new();
    has.extend(columns.map(|(heading, fields)| {
        let written = fields.texts.iter().any(|text| !text.text.is_empty());
        !heading.is_empty() || written || fields.figures.count > 0
    }));
    let width = has.iter().rposition(|has| *has)? + 1;
    has.iter().take(width).all(|has| *has).then_some(width)
}

/// Whether cells hold one value each.
fn is_whole(fields: &Fields<'_>) -> bool {
    let may_be_split = |text: &Text<'_>| text.text.contains(['/', '(', '[']);
    if !fields.texts.iter().any(may_be_split) {
        return true;
    }
    let mut counts = Counts::default();
    for row in 0..SAMPLE_ROWS {
        let text = fields.column.text(row);
        if !text.is_empty() {
            counts.add(&text);
        }
    }
    counts.split() == Split::Whole
}

/// The header as a sheet of one row.
fn head(grid: &Grid) -> Option<Sheet> {
    let mut builder = SheetBuilder::new("", &Limits::default());
    for (column, text) in grid.header().iter().enumerate() {
        builder.push(0, column, Cell::Text(text)).ok()?;
    }
    Some(builder.finish())
}

fn tallies(grid: &Grid, fields: &[Fields<'_>]) -> Vec<Tally> {
    let columns = grid.header().iter().zip(fields);
    let tally = columns.map(|(heading, fields)| {
        let mut tally = survey::tally(fields);
        if !heading.is_empty() {
            tally.add(Cell::Text(heading), 1);
        }
        tally
    });
    tally.collect()
}

/// The rows of a grid.
struct Rows<'a> {
    fields: &'a [Fields<'a>],
    row_count: usize,
}

impl Body for Rows<'_> {
    fn row_count(&self) -> usize {
        self.row_count
    }

    fn groups(&self, layout: &Layout<'_>) -> Vec<RawDimension> {
        let groups = layout.columns(Use::Group).into_iter();
        let raw = |column: usize| {
            let heading = layout.path(column).join(" ");
            Some(members::raw(self.fields.get(column)?, heading))
        };
        groups.filter_map(raw).collect()
    }

    fn measure(
        &self,
        layout: &Layout<'_>,
        columns: &[Option<usize>],
        odd: &mut Odd,
    ) -> (MeasureColumn, Vec<usize>) {
        let column = columns.first().copied().flatten();
        let found = column.and_then(|at| Some((self.fields.get(at)?, layout.profiles.get(at)?)));
        match found {
            Some((fields, profile)) => measure::read(fields, profile, odd),
            None => measure::missing(self.row_count),
        }
    }
}
