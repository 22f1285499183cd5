//! Draws how a table was read: rows, columns, evidence and questions.

use std::collections::BTreeMap;

use table::{Aggregation, MemberKind, Role, Table};

use crate::drawn::{
    Area, DrawnColumn, DrawnTable, Question, RowLevel, RowUse, count, row_number, spans,
};
use crate::layout::Layout;
use crate::matching::Found;
use crate::numbers::{self, Kind};
use crate::placed::Placed;
use crate::plan::{Adds, ColumnPlan, ColumnRole, TablePlan};
use crate::profile::Profile;
use crate::reading::{Convention, Reading, Unmatched};
use crate::role::Use;
use crate::sheets::Settled;
use crate::view::View;

/// A table before it is settled what its columns mean.
pub(crate) fn table(
    layout: &Layout<'_>,
    view: &View<'_>,
    found: &Found<'_>,
    title: &str,
) -> DrawnTable {
    let header = layout.header();
    let rows = spans(layout.block, &header);
    let columns = columns(layout, view, found);
    let pinned = layout.pins.table;
    let mut drawn = DrawnTable {
        sheet: found.sheet.to_owned(),
        number: found.number,
        title: title.to_owned(),
        rows,
        header_row: row_number(layout.block.header.start),
        header,
        header_texts: layout.header_texts.clone(),
        columns,
        pinned: pinned.cloned().unwrap_or_default(),
        ..DrawnTable::default()
    };
    drawn.area = area(&drawn);
    drawn
}

fn area(drawn: &DrawnTable) -> Area {
    let places = || drawn.columns.iter().map(|column| column.column);
    Area {
        first_row: drawn.rows.first().map_or(0, |span| span.first),
        last_row: drawn.rows.last().map_or(0, |span| span.last),
        first_column: places().min().unwrap_or(0),
        last_column: places().max().unwrap_or(0),
    }
}

fn columns(layout: &Layout<'_>, view: &View<'_>, found: &Found<'_>) -> Vec<DrawnColumn> {
    let members = members(layout);
    let mut columns = Vec::new();
    let mut proven: Vec<Convention> = Vec::new();
    proven.extend(layout.profiles.iter().filter_map(|it| it.evidence.proven()));
    for (at, (own, profile)) in layout.uses.iter().zip(&layout.profiles).enumerate() {
        let (origin, identity) = (view.origin(at), found.columns.get(at));
        let heading = identity.map(|identity| identity.heading.clone());
        let heading = heading.unwrap_or_default();
        if *own == Use::Nothing && heading.is_empty() {
            continue;
        }
        let mut drawn = DrawnColumn {
            column: row_number(origin.column),
            heading,
            number: identity.map_or(1, |identity| identity.number),
            part: origin.part,
            split: origin.split,
            role: role(*own),
            pinned: layout.pins.column(at).cloned().unwrap_or_default(),
            source: at,
            ..DrawnColumn::default()
        };
        if *own == Use::Numbers {
            drawn.numbers = Some(profile.evidence.drawn(profile.notation()));
            let placed = members.get(&at);
            drawn.members = placed.cloned().unwrap_or_default();
            if placed.is_none() {
                drawn.role = ColumnRole::LeftOut;
            }
            let question = if placed.is_some() {
                question(profile, &proven)
            } else {
                Some(Question::NoPlace)
            };
            drawn.question = question.filter(|it| !it.is_answered(&drawn.pinned));
        }
        columns.push(drawn);
    }
    columns
}

fn role(own: Use) -> ColumnRole {
    match own {
        Use::Nothing | Use::LeftOut => ColumnRole::LeftOut,
        Use::RowNumbers => ColumnRole::RowNumber,
        Use::Remarks => ColumnRole::Note,
        Use::Group => ColumnRole::Other,
        Use::Numbers => ColumnRole::Measure,
    }
}

/// What the headings of columns of numbers say of every number below; a column that has no place is not among them.
fn members(layout: &Layout<'_>) -> BTreeMap<usize, Vec<String>> {
    let (numbers, melt) = (layout.columns(Use::Numbers), &layout.melt);
    let mut members = BTreeMap::new();
    for columns in &melt.columns {
        for (column, group) in columns.iter().zip(&melt.groups) {
            if let Some(column) = column.and_then(|at| numbers.get(at)) {
                members.insert(*column, group.clone());
            }
        }
    }
    members
}

/// What a column leaves open; whoever writes `98.765,43` in one column writes `1.204` in another as they do there.
fn question(profile: &Profile, proven: &[Convention]) -> Option<Question> {
    let words = profile.filled.saturating_sub(profile.values);
    let is_word = |text: &&String| {
        let cell = formats::Cell::Text(text);
        let is_open = numbers::explained(cell, &profile.signs).is_none();
        numbers::kind(cell) == Kind::Words && is_open
    };
    let example = profile.sample.iter().find(is_word).cloned();
    let is_open = words > 0 && (example.is_some() || profile.signs.is_empty());
    let words = is_open.then(|| Question::Words {
        example: example.unwrap_or_default(),
        count: words,
    });
    let own = profile.notation().convention;
    let is_proven = !proven.is_empty() && proven.iter().all(|it| *it == own);
    let open = profile.evidence.question().filter(|it| {
        let is_of_one_sign = matches!(
            it,
            Question::WholeNumber { .. } | Question::Thousands { .. }
        );
        !(is_of_one_sign && is_proven)
    });
    open.or(words)
}

/// How many rows of the body are told the level of their place.
pub(crate) const MOST_LEVELS: usize = 500;

/// Adds what came of the columns once they were settled; the last table of the reading is theirs if there is one.
pub(crate) fn settled(
    drawn: &mut DrawnTable,
    (layout, body): (&Layout<'_>, &[usize]),
    settled: Settled,
    reading: &Reading,
) {
    place(drawn, &settled.placed);
    for column in &mut drawn.columns {
        let filled = settled.filled.iter().find(|(at, _)| *at == column.source);
        column.filled = filled.map_or(0, |(_, filled)| count(*filled));
        column.fill = column.filled > 0;
    }
    let Some(name) = settled.name else { return };
    drawn.name = name;
    drawn.table = reading.tables.len().checked_sub(1);
    if let Some(table) = reading.tables.last() {
        drawn.levels = levels(table, body, layout.melt.groups.len());
    }
}

/// Notes where columns went.
pub(crate) fn place(drawn: &mut DrawnTable, placed: &[Placed]) {
    for column in &mut drawn.columns {
        let Some(placed) = placed.iter().find(|it| it.column == column.source) else {
            continue;
        };
        column.role = placed.role;
        column.name.clone_from(&placed.name);
        column.levels.clone_from(&placed.levels);
        column.totals.clone_from(&placed.totals);
        column.unit.clone_from(&placed.unit);
        column.decimals = placed.decimals;
        column.adds = placed.adds;
    }
}

fn levels(table: &Table, body: &[usize], times: usize) -> Vec<RowLevel> {
    let is_place = |role: Role| role == Role::Geography;
    let mut places = table
        .dimensions()
        .iter()
        .filter(|column| is_place(column.dimension.role));
    let Some(places) = places.next() else {
        return Vec::new();
    };
    let level = |(at, row): (usize, &usize)| {
        let member = places.codes.get(at * times)?;
        let level = match &places.dimension.members.get(member)?.kind {
            MemberKind::Part => places.dimension.name.clone(),
            MemberKind::Of(level) => level.clone(),
            MemberKind::Total => "land".to_owned(),
        };
        let row = row_number(*row);
        Some(RowLevel { row, level })
    };
    let rows = body.iter().enumerate().take(MOST_LEVELS);
    rows.filter_map(level).collect()
}

/// Notes how numbers are shown and added, where their source says so itself.
pub(crate) fn measured(drawn: &mut DrawnTable, table: &Table) {
    let numbers = drawn.columns.iter_mut();
    for column in numbers.filter(|column| column.role == ColumnRole::Measure) {
        let mut measures = table.measures().iter().map(|own| &own.measure);
        let Some(own) = measures.find(|own| own.name == column.name) else {
            continue;
        };
        column.decimals = Some(own.decimals);
        match own.aggregation {
            Aggregation::Printed => column.adds = Some(Adds::Never),
            Aggregation::SemiAdditive { .. } => column.adds = Some(Adds::Stock),
            _ => {}
        }
    }
}

/// What a plan decided of columns and did not come to pass.
pub(crate) fn unheeded(drawn: &DrawnTable) -> Vec<Unmatched> {
    let mut unheeded = Vec::new();
    for column in &drawn.columns {
        let (sheet, heading) = (|| drawn.sheet.clone(), || column.heading.clone());
        let role = column.pinned.role.filter(|role| *role != column.role);
        unheeded.extend(role.map(|role| Unmatched::Role {
            sheet: sheet(),
            heading: heading(),
            role,
        }));
        let level = column.pinned.level.clone();
        let level = level.filter(|level| role.is_none() && column.levels.first() != Some(level));
        unheeded.extend(level.map(|level| Unmatched::Level {
            sheet: sheet(),
            heading: heading(),
            level,
        }));
    }
    unheeded
}

impl DrawnColumn {
    /// What a plan decided of it.
    #[must_use]
    pub fn decided(&self) -> &ColumnPlan {
        &self.pinned
    }
}

impl DrawnTable {
    /// What a plan decided of it.
    #[must_use]
    pub fn decided(&self) -> &TablePlan {
        &self.pinned
    }

    /// How many rows are of this use.
    #[must_use]
    pub fn row_count(&self, wanted: RowUse) -> u64 {
        let spans = self.rows.iter().filter(|span| span.is == wanted);
        spans.map(|span| span.last + 1 - span.first).sum()
    }
}
