//! Places in order of their value.

use danish::answer::figure;
use protocol::view::indicator::{Ranking, RankingRow};

use super::Frame;
use crate::scale::{self, Start};

/// The ranking at the chosen level, lowest first; places without a number last, in their own order.
pub(crate) fn ranking(frame: &Frame<'_>) -> Ranking {
    let country = frame.open.country();
    let benchmark = frame.lens.at(&frame.against.id, &frame.period);
    let second = frame
        .second
        .as_ref()
        .map(|place| (place, frame.lens.at(&place.id, &frame.period)));
    let mut rows = rows(frame, &country.id, &benchmark);
    rows.sort_by(|a, b| match (a.cell.value, b.cell.value) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let ends = rows
        .iter()
        .flat_map(|row| [row.cell.value, row.cell.low, row.cell.high]);
    let lines = [
        benchmark.figure.value(),
        second.as_ref().and_then(|(_, cell)| cell.figure.value()),
    ];
    let scale = scale::over(ends.chain(lines).flatten(), Start::Data, frame.language);
    let described =
        |place: &str, cell| format!("{} {}", frame.short(place).label, frame.cell(cell).text);
    let second_words = second
        .as_ref()
        .map(|(place, cell)| described(&place.id, cell));
    let subtitle = figure::ranking_note(
        &described(&frame.against.id, &benchmark),
        second_words.as_deref(),
        frame.language,
    );
    Ranking {
        subtitle,
        domain: scale.domain,
        ticks: scale.ticks,
        benchmark: lines[0],
        second: lines[1],
        rows,
    }
}

fn rows(frame: &Frame<'_>, country: &str, benchmark: &health::Cell) -> Vec<RankingRow> {
    let values = frame.lens.by(&frame.level, country, &frame.period);
    let row = |place: &health::Place| {
        let code = place.id.split_once(':').map_or("", |(_, code)| code);
        let found = values.iter().find(|(member, _)| member.code == code);
        let cell = found.map_or(health::Cell::of(health::Figure::Missing), |(_, cell)| *cell);
        RankingRow {
            place: frame.short(&place.id),
            judgement: super::judged(frame, &cell, benchmark),
            chosen: frame
                .place
                .as_ref()
                .is_some_and(|chosen| chosen.id == place.id),
            cell: frame.cell(&cell),
        }
    };
    frame
        .open
        .places
        .iter()
        .filter(|place| place.level == frame.level)
        .map(row)
        .collect()
}
