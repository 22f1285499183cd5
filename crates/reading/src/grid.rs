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
use crate::layout::{self, Body, Layout};
use crate::name::unique;
use crate::reading::Reading;
use crate::role::Use;
use crate::shape::{Columns, Shape, Tally};
use crate::sheets;
use crate::values::Odd;
use fields::Fields;

/// Reads a grid; none when it is more than a header and rows of numbers. `name` names the table.
pub(crate) fn read(name: &str, grid: &Grid) -> Option<Reading> {
    let fields: Vec<Fields<'_>> = grid.columns().iter().map(Fields::of).collect();
    let head = head(grid)?;
    let columns = Columns::of(&tallies(grid, &fields));
    let is_headed = columns.shape(&head, 0) == Shape::Header && head.row(0).nth(1).is_some();
    (is_headed && shapes::are_numbers(&fields, &columns, grid.row_count())).then_some(())?;
    let block = Block {
        header: 0..1,
        numeric: columns.numeric,
        ..Block::default()
    };
    let profiles = fields.iter().map(survey::profile).collect();
    let layout = Layout::of(&head, &block, profiles);
    // Periods side by side make several rows of each line.
    (layout.plan.groups.len() == 1).then_some(())?;
    let mut reading = Reading::default();
    let mut draft = Draft {
        name: unique(name, "table", &mut Vec::new()),
        title: name.to_owned(),
        ..Draft::default()
    };
    let body = Rows {
        fields: &fields,
        row_count: grid.row_count(),
    };
    layout::fill_draft(&layout, &body, &mut draft, &mut reading.notices);
    sheets::add_table(draft, name, &mut reading);
    Some(reading)
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
