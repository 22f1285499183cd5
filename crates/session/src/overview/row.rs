//! One indicator at one place: its value, its distance from the benchmark, its change and how it stands.

use health::{Cell, Figure, Indicator, Keep, Member, Place};
use protocol::ViewState;
use protocol::view::overview::{Distance, OverviewRow};
use protocol::view::{CellView, Judgement, Named};

use super::Frame;
use crate::benchmark::Held;
use crate::lens::Lens;
use crate::notes::{self, Notes};
use crate::{coverage, filters, judge, present, words};

/// An indicator with what it is held against, which is the same for the place and its parts.
struct Subject<'a> {
    frame: &'a Frame<'a>,
    lens: Lens<'a>,
    benchmark: Held,
    second: Option<Cell>,
}

/// The row of an indicator, with its parts when it is unfolded.
pub(super) fn with_parts(
    frame: &Frame<'_>,
    state: &ViewState,
    indicator: &Indicator,
    notes: &mut Notes,
) -> OverviewRow {
    let lens = Lens::new(&frame.open.dataset, indicator, &frame.filters);
    let second = frame.second.as_ref();
    let subject = Subject {
        frame,
        benchmark: frame.against.at(&lens, &frame.period),
        second: second.map(|second| lens.at(&second.id, &frame.period)),
        lens,
    };
    let children = frame.open.children(&frame.place.id);
    let mut main = subject.row(&frame.place, notes);
    main.has_parts = !children.is_empty();
    if state.unfolded.contains(&indicator.id) {
        let part = |part: &&Place| OverviewRow {
            part: Some(frame.open.named(&part.id, frame.language)),
            ..subject.row(part, notes)
        };
        main.parts = children.iter().map(part).collect();
    }
    main
}

impl Subject<'_> {
    fn row(&self, place: &Place, notes: &mut Notes) -> OverviewRow {
        let Self {
            frame,
            lens,
            benchmark,
            second,
        } = self;
        let (language, indicator) = (frame.language, lens.indicator);
        let series = lens.series(&place.id);
        let value = if lens.time().is_empty() {
            lens.at(&place.id, &frame.period)
        } else {
            value_at(&series, &frame.period)
        };
        let at = (place.id.as_str(), frame.period.as_str());
        let shown = coverage::shown((frame.open, lens), at, &value, language);
        let is_itself = frame.against.is(&place.id);
        OverviewRow {
            indicator: Named {
                id: indicator.id.clone(),
                label: words::text(&indicator.label, language),
            },
            unit: words::text(&indicator.unit, language),
            distance: distance(&value, &benchmark.cell),
            second_distance: second
                .as_ref()
                .and_then(|second| distance(second, &benchmark.cell))
                .map(|d| d.value),
            second: self.second(),
            benchmark: self.benchmark(),
            marks: notes.marks(self.known_of(place, &value)),
            benchmark_marks: notes.marks(benchmark.note(language)),
            change: if lens.is_counted_at(&place.id) {
                self.change(&series)
            } else {
                present::not_made(language)
            },
            spark: series
                .iter()
                .take_while(|(p, _)| p.code <= frame.period)
                .map(|(_, c)| c.figure.value())
                .collect(),
            spark_breaks: breaks(indicator, &series),
            judgement: if is_itself {
                Judgement::NotAssessed
            } else {
                judge::judge(indicator, &value, &benchmark.cell)
            },
            remark: present::remark(&shown, language),
            value: shown,
            ..OverviewRow::default()
        }
    }

    /// The second benchmark's cell, where there is one.
    fn second(&self) -> CellView {
        let second = self.frame.second.as_ref().zip(self.second.as_ref());
        second.map_or_else(CellView::default, |(place, cell)| {
            self.cell(&place.id, cell)
        })
    }

    fn benchmark(&self) -> CellView {
        let places = self.frame.against.places.as_slice();
        let place = places.first().map_or("", |place| place.id.as_str());
        self.cell(place, &self.benchmark.cell)
    }

    /// A cell to compare with, made at the level of a place.
    fn cell(&self, place: &str, cell: &Cell) -> CellView {
        if self.lens.is_counted_at(place) {
            present::cell(cell, self.lens.indicator.decimals, self.frame.language)
        } else {
            present::not_made(self.frame.language)
        }
    }

    /// What must be known of the value of a place: caveats that its members take part in, filters that its table does not know,
    /// and that it is of few events.
    fn known_of(&self, place: &Place, value: &Cell) -> Vec<String> {
        let (frame, keep) = (self.frame, health::place::keep(&place.id));
        let asked: (Vec<String>, Keep) = (Vec::new(), keep);
        let caveats = notes::caveats(&self.lens, asked, Some(&frame.period), frame.language);
        let few = notes::of_cell(self.lens.indicator, value, frame.language);
        let texts = caveats.into_iter().map(|(text, _)| text);
        texts.chain(self.unfiltered()).chain(few).collect()
    }

    fn unfiltered(&self) -> Option<String> {
        // A filter on places changes no number here, known or not.
        let open = self.frame.open;
        let unknown = self.lens.unknown().iter();
        let unknown = unknown.filter(|level| !filters::is_of_places(open, level));
        filters::unfiltered(open, unknown, self.frame.language)
    }

    /// The change since the period before; across a break there is none.
    fn change(&self, series: &[(Member, Cell)]) -> CellView {
        let (frame, indicator) = (self.frame, self.lens.indicator);
        match &frame.previous {
            Some(previous) if !indicator.is_broken(previous, &frame.period) => {
                let (from, to) = (value_at(series, previous), value_at(series, &frame.period));
                let style = (indicator.decimals, frame.language);
                present::change(from.figure, to.figure, style)
            }
            _ => present::not_applicable(frame.language),
        }
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
