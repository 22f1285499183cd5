//! The indicator over the periods.

use danish::answer::figure;
use protocol::view::Named;
use protocol::view::indicator::{Series, SeriesRole, Trend};

use super::Frame;
use crate::scale::{self, Start};
use crate::words;

/// The chosen place, the benchmark and the second benchmark over all periods.
pub(crate) fn trend(frame: &Frame<'_>) -> Trend {
    let periods = health::place::periods(&frame.open.dataset);
    let codes: Vec<String> = periods.iter().map(|period| period.code.clone()).collect();
    let drawn = [
        (frame.place.as_ref(), SeriesRole::Chosen),
        (Some(&frame.against), SeriesRole::Benchmark),
        (frame.second.as_ref(), SeriesRole::Second),
    ];
    let drawn = drawn
        .into_iter()
        .filter_map(|(place, role)| Some((place?, role)));
    let series: Vec<Series> = drawn
        .map(|(place, role)| series(frame, &codes, (&place.id, role)))
        .collect();
    let numbers = series.iter().flat_map(|series| {
        let banded = series.role == SeriesRole::Chosen;
        let ends = move |cell: &protocol::view::CellView| {
            [
                cell.value,
                cell.low.filter(|_| banded),
                cell.high.filter(|_| banded),
            ]
        };
        series.cells.iter().flat_map(ends)
    });
    let scale = scale::over(numbers.flatten(), Start::Data, frame.language);
    let start = scale
        .ticks
        .first()
        .filter(|tick| tick.value > 0.0)
        .map(|tick| tick.text.clone());
    Trend {
        periods: codes,
        domain: scale.domain,
        ticks: scale.ticks,
        series,
        breaks: breaks(frame),
        note: figure::trend_note(start.as_deref(), frame.language),
    }
}

fn series(frame: &Frame<'_>, periods: &[String], drawn: (&str, SeriesRole)) -> Series {
    let (place, role) = drawn;
    let values = frame.lens.series(place);
    let at = |period: &String| {
        let found = values.iter().find(|(member, _)| member.code == *period);
        frame.cell(&found.map_or(health::Cell::of(health::Figure::Missing), |(_, cell)| *cell))
    };
    let cells: Vec<_> = periods.iter().map(at).collect();
    let last = cells.iter().rev().find(|cell| cell.value.is_some());
    let named = frame.short(place);
    let end_label = last.map_or(named.label.clone(), |cell| {
        format!("{} {}", named.label, cell.text)
    });
    Series {
        place: named,
        role,
        end_label,
        cells,
    }
}

fn breaks(frame: &Frame<'_>) -> Vec<Named> {
    let named = |b: &health::indicator::Break| Named {
        id: b.period.clone(),
        label: words::text(&b.why, frame.language),
    };
    frame.indicator.breaks.iter().map(named).collect()
}
