//! Places in order of their value.

use danish::answer::figure;
use protocol::view::indicator::{Ranking, RankingRow};

use super::Frame;
use crate::notes::{self, Notes};
use crate::scale::{self, Start};
use crate::{coverage, words};

/// The ranking at the chosen level, lowest first; places without a number last, in their own order.
pub(crate) fn ranking(frame: &Frame<'_>) -> Ranking {
    let country = frame.open.country();
    let benchmark = &frame.benchmark.cell;
    let second = frame
        .second
        .as_ref()
        .map(|place| (place, frame.lens.at(&place.id, &frame.period)));
    let mut rows = rows(frame, &country.id);
    rows.sort_by(|(a, _), (b, _)| match (a.cell.value, b.cell.value) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    let mut notes = Notes::default();
    let marked = |(row, texts): (RankingRow, Vec<String>)| RankingRow {
        marks: notes.marks(texts),
        ..row
    };
    let rows: Vec<RankingRow> = rows.into_iter().map(marked).collect();
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
    let line = format!(
        "{} {}",
        frame.against_in_words(),
        frame.cell(benchmark).text
    );
    let drawn = (line.as_str(), second_words.as_deref());
    let subtitle = figure::ranking_note(words::doubt(frame.indicator), drawn, frame.language);
    Ranking {
        subtitle,
        domain: scale.domain,
        ticks: scale.ticks,
        benchmark: lines[0],
        second: lines[1],
        rows,
        notes: notes.lines(),
    }
}

/// Each place with what must be known of its number.
fn rows(frame: &Frame<'_>, country: &str) -> Vec<(RankingRow, Vec<String>)> {
    let (lens, period) = (&frame.lens, frame.period.as_str());
    let values = lens.by(&frame.level, country, period);
    let asked = (vec![frame.level.clone()], health::place::keep(country));
    let caveats = notes::caveats(lens, asked, Some(period), frame.language);
    let row = |place: &health::Place| {
        let code = place.code();
        let found = values.iter().find(|(member, _)| member.code == code);
        let cell = found.map_or(health::Cell::of(health::Figure::Missing), |(_, cell)| *cell);
        let held = [code.to_owned()];
        let caveats = caveats.iter().filter(|(_, reach)| reach.holds(&held));
        let few = notes::of_cell(frame.indicator, &cell, frame.language);
        let texts = caveats.map(|(text, _)| text.clone()).chain(few);
        let at = (place.id.as_str(), period);
        let row = RankingRow {
            place: frame.short(&place.id),
            judgement: super::judged(frame, &cell),
            chosen: frame
                .place
                .as_ref()
                .is_some_and(|chosen| chosen.id == place.id),
            cell: coverage::shown((frame.open, lens), at, &cell, frame.language),
            ..RankingRow::default()
        };
        (row, texts.collect())
    };
    frame.listed(&frame.level).into_iter().map(row).collect()
}
