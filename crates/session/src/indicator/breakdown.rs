//! The indicator by age and sex, where its table has them.

use health::{Cell, Figure, Member, MemberKind, Role};
use protocol::view::indicator::{Breakdown, BreakdownRow};
use protocol::view::{CellView, Named};

use super::Frame;
use crate::scale::{self, Start};
use crate::words;

/// One row an age band, one mark a sex; the benchmark's marks beside them.
pub(crate) fn breakdown(frame: &Frame<'_>) -> Option<Breakdown> {
    let (age, sex) = (
        frame.lens.level_of(Role::Age)?,
        frame.lens.level_of(Role::Sex)?,
    );
    let held = frame.against.by(
        &frame.lens,
        &[age.clone(), sex.clone()],
        Some(&frame.period),
    );
    let held = held.into_iter().map(|(key, held)| (key, held.cell));
    let benchmark: Vec<(Vec<Member>, Cell)> = held.collect();
    let own = match &frame.place {
        Some(place) => frame.lens.by_two([&age, &sex], &place.id, &frame.period),
        None => benchmark.clone(),
    };
    let (ages, sexes) = (parts(&own, 0), parts(&own, 1));
    if ages.len() < 2 || sexes.is_empty() || sexes.len() > 2 {
        return None;
    }
    let cells = |rows: &[(Vec<Member>, Cell)], age: &Member| -> Vec<CellView> {
        sexes
            .iter()
            .map(|sex| frame.cell(&find(rows, [age, sex])))
            .collect()
    };
    let row = |age: &Member| BreakdownRow {
        label: words::text(&age.label, frame.language),
        cells: cells(&own, age),
        benchmark: cells(&benchmark, age),
    };
    let rows: Vec<BreakdownRow> = ages.iter().map(row).collect();
    let shown = rows
        .iter()
        .flat_map(|row| row.cells.iter().chain(&row.benchmark));
    let ends = shown
        .flat_map(|cell| [cell.value, cell.low, cell.high])
        .flatten();
    let scale = scale::over(ends, Start::Zero, frame.language);
    let named = |member: &Member| Named {
        id: member.code.clone(),
        label: words::text(&member.label, frame.language),
    };
    Some(Breakdown {
        domain: scale.domain,
        ticks: scale.ticks,
        groups: sexes.iter().map(named).collect(),
        benchmark: frame.against.label().to_owned(),
        rows,
    })
}

/// The parts that occur at a position of the key, in order.
fn parts(rows: &[(Vec<Member>, Cell)], position: usize) -> Vec<Member> {
    let members = rows.iter().filter_map(|(key, _)| key.get(position));
    let parts = members.filter(|member| member.kind == MemberKind::Part);
    parts.fold(Vec::new(), |mut parts: Vec<Member>, member| {
        if parts.iter().all(|known| known.code != member.code) {
            parts.push(member.clone());
        }
        parts
    })
}

fn find(rows: &[(Vec<Member>, Cell)], key: [&Member; 2]) -> Cell {
    let same = |members: &Vec<Member>| {
        members
            .iter()
            .map(|m| &m.code)
            .eq(key.iter().map(|m| &m.code))
    };
    let found = rows.iter().find(|(members, _)| same(members));
    found.map_or(Cell::of(Figure::Missing), |(_, cell)| *cell)
}
