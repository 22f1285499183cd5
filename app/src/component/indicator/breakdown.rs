//! The indicator by age and sex, each beside the benchmark.

use crate::prelude::*;
use chart::breakdown::{benchmark_sign, group_sign};
use chart::{Density, Drawing, Frame};
use danish::ui::Indicator;
use protocol::view::CellView;
use protocol::view::indicator::{Breakdown, BreakdownRow};

use super::figure_table::{FigureTable, Numbers};
use super::sight::use_sight;
use crate::component::drawing::{DrawingFigure, Voice};
use crate::component::measured::Measured;
use crate::component::section::Section;
use crate::words::{language, say};

/// Side of the signs in the legend, in px.
const SIGN: f64 = 12.0;

/// The section with its legend and its table.
#[component]
pub(super) fn BreakdownSection() -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let breakdown = sight.part(|view| view.breakdown.clone());
    let is_there = Memo::new(move |_| breakdown.with(Option::is_some));
    let present = Memo::new(move |_| breakdown.get().unwrap_or_default());
    let numbers = Memo::new(move |_| present.with(|breakdown| numbers(breakdown, language.get())));
    let legend = ViewFn::from(move || move || present.with(legend));
    let draw = move |width: f64| {
        let title = danish::ui::phrase(Indicator::Breakdown, language.get());
        let drawing = present.with(|breakdown| drawing(breakdown, width));
        let summary = drawing.summary.clone();
        view! { <DrawingFigure drawing=drawing.with_words(title, &summary) /> }.into_any()
    };
    view! {
        <div class="indicator-breakdown">
            <Section title=say(Indicator::Breakdown) tools=legend>
                <Show when=move || is_there.get() fallback=|| view! { <p class="quiet">{say(Indicator::NoBreakdown)}</p> }>
                    <Measured draw=draw />
                    <FigureTable caption=say(Indicator::BreakdownTable) numbers=numbers />
                </Show>
            </Section>
        </div>
    }
}

/// The breakdown laid out for a width.
pub(super) fn drawing(breakdown: &Breakdown, width: f64) -> Drawing {
    chart::breakdown::layout(
        breakdown,
        Frame {
            width,
            density: Density::Comfortable,
        },
    )
}

/// The sign of each group and of the benchmark, with their names.
fn legend(breakdown: &Breakdown) -> impl IntoView + use<> {
    let sign = |drawing: Drawing, label: String| {
        view! { <span class="legend-entry"><DrawingFigure drawing=drawing voice=Voice::Silent />{label}</span> }
    };
    let groups = breakdown
        .groups
        .iter()
        .enumerate()
        .map(|(index, group)| sign(group_sign(index, SIGN), group.label.clone()));
    let benchmark = (!breakdown.groups.is_empty())
        .then(|| sign(benchmark_sign(SIGN), breakdown.benchmark.clone()));
    view! { <span class="legend">{groups.chain(benchmark).collect_view()}</span> }
}

/// One row an age band, a column for each group and for the benchmark of each group.
fn numbers(breakdown: &Breakdown, language: danish::Language) -> Numbers {
    let groups = || breakdown.groups.iter().map(|group| group.label.clone());
    let benchmarks = groups().map(|group| format!("{group}, {}", breakdown.benchmark));
    let row = |row: &BreakdownRow| {
        let cells: Vec<CellView> = row.cells.iter().chain(&row.benchmark).cloned().collect();
        (row.label.clone(), cells)
    };
    Numbers {
        corner: danish::ui::phrase(Indicator::AgeBand, language).to_owned(),
        heads: groups().chain(benchmarks).collect(),
        rows: breakdown.rows.iter().map(row).collect(),
    }
}
