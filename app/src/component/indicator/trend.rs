//! The trend: the chosen place, the benchmark and the second benchmark over the periods.

use crate::prelude::*;
use chart::{Drawing, Size};
use danish::ui::{Indicator, Shell};
use protocol::view::CellView;
use protocol::view::indicator::{Series, Trend};

use super::figure_table::{FigureTable, Numbers};
use super::sight::use_sight;
use crate::component::drawing::DrawingFigure;
use crate::component::measured::Measured;
use crate::component::section::Section;
use crate::words::{language, say};

/// About as tall as a ranking of the health councils, in px.
const TALLEST: f64 = 410.0;
const LOWEST: f64 = 240.0;

/// The section with its table.
#[component]
pub(super) fn TrendSection() -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let trend = sight.part(|view| view.trend.clone());
    let note = sight.part(|view| view.trend.note.clone());
    let numbers = Memo::new(move |_| trend.with(|trend| numbers(trend, language.get())));
    let draw = move |width: f64| {
        let title = danish::ui::phrase(Indicator::Trend, language.get());
        let drawing = trend.with(|trend| {
            drawing(
                trend,
                Size {
                    width,
                    height: (width * 0.62).clamp(LOWEST, TALLEST),
                },
                language.get(),
            )
        });
        let summary = if drawing.summary.is_empty() {
            ends(&trend.get())
        } else {
            drawing.summary.clone()
        };
        view! { <DrawingFigure drawing=drawing.with_words(title, &summary) /> }.into_any()
    };
    let is_alone = Memo::new(move |_| trend.with(|trend| trend.periods.len() < 2));
    view! {
        <div class="indicator-trend">
            <Section title=say(Indicator::Trend)>
                <Show when=move || !is_alone.get() fallback=|| view! { <p class="quiet">{say(Indicator::NoTrend)}</p> }>
                    <Measured draw=draw />
                    <p class="quieter">{note}</p>
                </Show>
                <FigureTable caption=say(Indicator::TrendTable) numbers=numbers />
            </Section>
        </div>
    }
}

/// The trend laid out in a rectangle.
pub(super) fn drawing(trend: &Trend, size: Size, language: danish::Language) -> Drawing {
    let preliminary = danish::ui::phrase(Shell::Preliminary, language);
    let words = chart::trend::Words {
        series_break: danish::ui::phrase(Indicator::Break, language),
        preliminary,
    };
    chart::trend::layout(trend, size, &words)
}

/// The last value of each series, for those who do not see the lines.
fn ends(trend: &Trend) -> String {
    let end = |series: &Series| match series.end_label.contains(&series.place.label) {
        true => series.end_label.clone(),
        false => format!("{} {}", series.place.label, series.end_label),
    };
    trend.series.iter().map(end).collect::<Vec<_>>().join("; ")
}

/// One row a period, one column a series.
fn numbers(trend: &Trend, language: danish::Language) -> Numbers {
    let row = |(index, period): (usize, &String)| {
        let cell = |series: &Series| series.cells.get(index).cloned().unwrap_or_default();
        let cells: Vec<CellView> = trend.series.iter().map(cell).collect();
        (period.clone(), cells)
    };
    Numbers {
        corner: danish::ui::phrase(Indicator::Period, language).to_owned(),
        heads: trend
            .series
            .iter()
            .map(|series| series.place.label.clone())
            .collect(),
        rows: trend.periods.iter().enumerate().map(row).collect(),
    }
}
