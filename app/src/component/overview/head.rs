//! The heads of the columns, with the ticks of the common axis.

use crate::prelude::*;
use chart::Size;
use chart::interval::Axis;
use danish::ui::{Overview, overview};

use super::{Page, plot};
use crate::component::drawing::{DrawingFigure, Voice};
use crate::words::{language, say};

/// Height of the row of ticks in px.
const TICKS_HEIGHT: f64 = 26.0;

/// The heads.
#[component]
pub(super) fn Head() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let language = language();
    let change =
        move || view.with(|view| overview::change_since(&view.previous_period, language.get()));
    let against = move || view.with(|view| overview::against(&view.against.label, language.get()));
    let who = move || {
        view.with(|view| {
            let members = view.against.members.iter();
            let names: Vec<&str> = members.map(|member| member.label.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        })
    };
    let place = move || view.with(|view| overview::short_place(&view.place.label).to_owned());
    let second = move || view.with(|view| view.second.as_ref().map(|second| second.label.clone()));
    let span = move || view.with(|view| view.spark_span.clone());
    view! {
        <thead role="rowgroup">
            <tr role="row">
                <th role="columnheader" scope="col" class="overview-indicator">{say(Overview::Indicator)}</th>
                <th role="columnheader" scope="col" class="number overview-value">{place}</th>
                <th role="columnheader" scope="col" class="overview-unit">{say(Overview::Unit)}</th>
                <th role="columnheader" scope="col" class="overview-plot"><PlotHead /></th>
                <th role="columnheader" scope="col" class="number overview-second">{second}</th>
                <th role="columnheader" scope="col" class="number overview-benchmark" title=who>{move || view.with(|view| view.against.label.clone())}</th>
                <th role="columnheader" scope="col" class="number overview-change">{change}</th>
                <th role="columnheader" scope="col" class="overview-spark">{span}</th>
                <th role="columnheader" scope="col" class="overview-judgement">{against}</th>
            </tr>
        </thead>
    }
}

#[component]
fn PlotHead() -> impl IntoView {
    let Page { view, room, .. } = expect_context();
    let language = language();
    let words = move || {
        view.with(|view| {
            let mut rows = view.topics.iter().flat_map(|topic| &topic.rows);
            let doubt = if rows.any(|row| row.distance.is_some_and(|it| it.low.is_some())) {
                Overview::Interval
            } else {
                Overview::NoInterval
            };
            overview::distance_to(&view.against.label, doubt, language.get())
        })
    };
    let drawing = move || {
        let size = Size {
            width: room.get().width,
            height: TICKS_HEIGHT,
        };
        view.with(|view| {
            chart::interval::head(&Axis {
                reach: view.axis_reach,
                ticks: &plot::ticks(view),
                size,
            })
        })
    };
    view! {
        <span class="overview-axis-words">{words}</span>
        {move || view! { <DrawingFigure drawing=drawing() voice=Voice::Silent /> }}
    }
}
