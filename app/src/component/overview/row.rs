//! A row: an indicator at the place, and under it the parts of the place when it is unfolded.

use crate::prelude::*;
use danish::ui::{Overview, overview};
use leptos::ev::MouseEvent;
use protocol::state::ViewName;
use protocol::view::overview::OverviewRow;
use protocol::{ViewState, hash};

use super::Page;
use super::plot::plot;
use crate::component::cell::Cell;
use crate::component::icon::{Icon, IconSign};
use crate::component::judgement::JudgementWord;
use crate::component::spark::Spark;
use crate::state::use_state;
use crate::words::language;

/// An indicator's row with the rows of its parts.
pub(super) fn row(page: Page, row: &OverviewRow) -> impl IntoView + use<> {
    let parts: Vec<_> = row.parts.iter().map(|part| line(page, part)).collect();
    view! {
        {line(page, row)}
        {parts}
    }
}

fn line(page: Page, row: &OverviewRow) -> impl IntoView + use<> {
    let class = match (&row.part, row.parts.is_empty()) {
        (Some(_), _) => "overview-row overview-part",
        (None, false) => "overview-row overview-open",
        (None, true) => "overview-row",
    };
    let value = row.value.clone();
    view! {
        <tr role="row" class=class>
            <th role="rowheader" scope="row" class="overview-indicator"><span class="overview-head">{head(row)}<span class="marks">{row.marks.clone()}</span></span></th>
            <td role="cell" class="number overview-value"><Cell cell=value /></td>
            <td role="cell" class="overview-unit">{row.unit.clone()}</td>
            <td role="cell" class="overview-plot">{plot(page, row)}</td>
            {numbers(page, row)}
            <td role="cell" class="overview-spark"><Spark points=row.spark.clone() breaks=row.spark_breaks.clone() /></td>
            <td role="cell" class="overview-judgement"><JudgementWord judgement=row.judgement /></td>
        </tr>
    }
}

/// The benchmarks and the change; in a narrow window each says what it is.
fn numbers(page: Page, row: &OverviewRow) -> impl IntoView + use<> {
    let language = language();
    let (against, since) = page.view.with(|view| {
        let since = overview::since(&view.previous_period, language.get());
        (
            view.against.label.clone(),
            if view.previous_period.is_empty() {
                String::new()
            } else {
                since
            },
        )
    });
    let has_benchmark = !row.benchmark.text.is_empty();
    view! {
        <td role="cell" class="number overview-second"><Cell cell=row.second.clone() /></td>
        <td role="cell" class="number overview-benchmark">
            {has_benchmark.then(|| view! { <span class="narrow">{against}</span> })}
            <Cell cell=row.benchmark.clone() />
            <span class="marks">{row.benchmark_marks.clone()}</span>
        </td>
        <td role="cell" class="number overview-change">
            <Cell cell=row.change.clone() />
            <span class="narrow">" "{since}</span>
        </td>
    }
}

/// The name: a part's is plain, an indicator's opens it, with a button that unfolds its parts before it.
fn head(row: &OverviewRow) -> AnyView {
    if let Some(part) = &row.part {
        return view! { <span class="overview-part-name">{part.label.clone()}</span> }.into_any();
    }
    let opened = OpenIndicator {
        id: row.indicator.id.clone(),
    };
    let (address, target) = (opened.clone(), opened);
    let state = use_state();
    let open = move |event: MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
            event.prevent_default();
            state.change(|state| target.apply(state));
        }
    };
    let href = format!(
        "#{}",
        hash::write(&address.applied(state.current().get_untracked()))
    );
    view! {
        {fold(row)}
        <a class="overview-name" href=href on:click=open>{row.indicator.label.clone()}</a>
    }
    .into_any()
}

#[derive(Clone)]
struct OpenIndicator {
    id: String,
}

impl OpenIndicator {
    fn apply(&self, state: &mut ViewState) {
        state.view = ViewName::Indicator;
        state.indicator = Some(self.id.clone());
    }

    fn applied(&self, mut state: ViewState) -> ViewState {
        self.apply(&mut state);
        state
    }
}

/// Unfolds or folds the parts; an indicator without parts has only the room.
fn fold(row: &OverviewRow) -> AnyView {
    if !row.has_parts {
        return view! { <span class="fold"></span> }.into_any();
    }
    let is_open = !row.parts.is_empty();
    let (id, label) = (row.indicator.id.clone(), row.indicator.label.clone());
    let (state, language) = (use_state(), language());
    let verb = if is_open {
        Overview::HideParts
    } else {
        Overview::ShowParts
    };
    let toggle = move |_| {
        state.change(|state| {
            if !state.unfolded.remove(&id) {
                state.unfolded.insert(id.clone());
            }
        });
    };
    view! {
        <button
            type="button"
            class="fold"
            aria-expanded=is_open.to_string()
            aria-label=move || format!("{}: {label}", verb.in_language(language.get()))
            on:click=toggle
        >
            <IconSign icon=if is_open { Icon::ChevronDown } else { Icon::ChevronRight } />
        </button>
    }
    .into_any()
}
