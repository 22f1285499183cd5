//! The indicator over the periods.

use danish::answer::figure::{self, Doubt};
use protocol::view::Named;
use protocol::view::indicator::{Series, SeriesRole, Trend};

use super::Frame;
use crate::scale::{self, Start};
use crate::{notes, words};

/// The chosen place, the benchmark and the second benchmark over all periods.
pub(crate) fn trend(frame: &Frame<'_>) -> Trend {
    let periods = health::place::periods(&frame.open.dataset);
    let codes: Vec<String> = periods.iter().map(|period| period.code.clone()).collect();
    let drawn = [
        (frame.place.as_ref(), SeriesRole::Chosen),
        (frame.second.as_ref(), SeriesRole::Second),
    ];
    let drawn = drawn.into_iter().filter_map(|(place, role)| {
        let id = &place?.id;
        frame.lens.is_counted_at(id).then(|| {
            series(
                frame,
                &codes,
                (frame.short(id), role),
                &frame.lens.series(id),
            )
        })
    });
    let mut series: Vec<Series> = drawn.collect();
    let has_chosen = series
        .first()
        .is_some_and(|it| it.role == SeriesRole::Chosen);
    series.insert(usize::from(has_chosen), benchmark(frame, &codes));
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
        note: note(frame, start.as_deref()),
    }
}

/// Where the axis begins, what the band is, and the caveats that the chosen place takes part in, in any period.
fn note(frame: &Frame<'_>, start: Option<&str>) -> String {
    let axis = start.map(|start| figure::axis_start(start, frame.language));
    let is_banded = frame.place.as_ref().is_some_and(|place| {
        let has_interval = matches!(words::doubt(frame.indicator), Doubt::Interval(_));
        has_interval && frame.lens.is_counted_at(&place.id)
    });
    let band = is_banded.then(|| figure::band(frame.language).to_owned());
    let of_place = frame.place.iter().flat_map(|place| {
        let asked = (Vec::new(), health::place::keep(&place.id));
        notes::caveats(&frame.lens, asked, None, frame.language)
    });
    let lines = axis.into_iter().chain(band);
    let lines = lines.chain(of_place.map(|(text, _)| text));
    lines.collect::<Vec<_>>().join(" ")
}

fn benchmark(frame: &Frame<'_>, periods: &[String]) -> Series {
    let named = Named {
        id: frame.against.row_id(),
        label: frame.against.short(frame.language),
    };
    let values = frame.against.series(&frame.lens);
    series(frame, periods, (named, SeriesRole::Benchmark), &values)
}

fn series(
    frame: &Frame<'_>,
    periods: &[String],
    (named, role): (Named, SeriesRole),
    values: &[(health::Member, health::Cell)],
) -> Series {
    let at = |period: &String| {
        let found = values.iter().find(|(member, _)| member.code == *period);
        frame.cell(&found.map_or(health::Cell::of(health::Figure::Missing), |(_, cell)| *cell))
    };
    let cells: Vec<_> = periods.iter().map(at).collect();
    let last = cells.iter().rev().find(|cell| cell.value.is_some());
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
