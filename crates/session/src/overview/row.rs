//! One indicator at one place: its value, its distance from the benchmark, its change and how it stands.

use health::{Cell, Figure, Indicator, Member, Place};
use protocol::ViewState;
use protocol::view::Named;
use protocol::view::overview::{Distance, OverviewRow};

use super::Frame;
use crate::lens::Lens;
use crate::{judge, present, words};

/// The row of an indicator, with its parts when it is unfolded.
pub(super) fn with_parts(
    frame: &Frame<'_>,
    state: &ViewState,
    indicator: &Indicator,
) -> OverviewRow {
    let children = frame.open.children(&frame.place.id);
    let mut main = row(frame, indicator, None);
    main.has_parts = !children.is_empty();
    if state.unfolded.contains(&indicator.id) {
        main.parts = children
            .iter()
            .map(|part| row(frame, indicator, Some(part)))
            .collect();
    }
    main
}

fn row(frame: &Frame<'_>, indicator: &Indicator, part: Option<&Place>) -> OverviewRow {
    let language = frame.language;
    let lens = Lens::new(&frame.open.dataset, indicator, &frame.filters);
    let place = part.unwrap_or(&frame.place);
    let series = lens.series(&place.id);
    let at = |period: &str| value_at(&series, period);
    let value = at(&frame.period);
    let benchmark = lens.at(&frame.against.id, &frame.period);
    let second = frame
        .second
        .as_ref()
        .map(|second| lens.at(&second.id, &frame.period));
    let cell = |cell: &Cell| present::cell(cell, indicator.decimals, language);
    let shown = cell(&value);
    OverviewRow {
        indicator: Named {
            id: indicator.id.clone(),
            label: words::text(&indicator.label, language),
        },
        part: part.map(|part| frame.open.named(&part.id, language)),
        unit: words::text(&indicator.unit, language),
        distance: distance(&value, &benchmark),
        second_distance: second
            .as_ref()
            .and_then(|second| distance(second, &benchmark))
            .map(|d| d.value),
        second: second.as_ref().map(&cell).unwrap_or_default(),
        benchmark: cell(&benchmark),
        change: change(frame, indicator, &series),
        spark: series
            .iter()
            .take_while(|(p, _)| p.code <= frame.period)
            .map(|(_, c)| c.figure.value())
            .collect(),
        spark_breaks: breaks(indicator, &series),
        judgement: judge::judge(indicator, &value, &benchmark),
        remark: present::remark(&shown, language),
        value: shown,
        ..OverviewRow::default()
    }
}

fn value_at(series: &[(Member, Cell)], period: &str) -> Cell {
    let found = series.iter().find(|(member, _)| member.code == period);
    found.map_or(Cell::of(Figure::Missing), |(_, cell)| *cell)
}

/// The positions of the periods that begin anew.
fn breaks(indicator: &Indicator, series: &[(Member, Cell)]) -> Vec<usize> {
    let anew = |period: &str| indicator.breaks.iter().any(|b| b.period == period);
    let periods = series.iter().enumerate();
    let broken = periods.filter(|(_, (member, _))| anew(&member.code));
    broken.map(|(position, _)| position).collect()
}

/// The change since the period before; across a break there is none.
fn change(
    frame: &Frame<'_>,
    indicator: &Indicator,
    series: &[(Member, Cell)],
) -> protocol::view::CellView {
    let broken = indicator.breaks.iter().any(|b| b.period == frame.period);
    match &frame.previous {
        Some(previous) if !broken => {
            let (from, to) = (value_at(series, previous), value_at(series, &frame.period));
            present::change(from.figure, to.figure, (indicator.decimals, frame.language))
        }
        _ => present::not_applicable(frame.language),
    }
}

/// Percent from the benchmark.
fn distance(cell: &Cell, benchmark: &Cell) -> Option<Distance> {
    let (value, benchmark) = (cell.figure.value()?, benchmark.figure.value()?);
    let percent = |value: f64| 100.0 * (value / benchmark - 1.0);
    (benchmark > 0.0).then(|| Distance {
        value: percent(value),
        low: cell.interval.map(|(low, _)| percent(low)),
        high: cell.interval.map(|(_, high)| percent(high)),
    })
}
