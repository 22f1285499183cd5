//! What is done to the table as a whole: how cells are shown, shading, the first rows only, folding, swapping, copying.

use crate::prelude::*;
use danish::ui::Pivot;
use leptos::task::spawn_local;
use protocol::catalog::Choice;
use protocol::state::{Heat, Shown};

use super::excel;
use super::field_list::SHEET;
use super::layout;
use super::workbench::use_bench;
use crate::component::button::{Button, ButtonKind};
use crate::component::live::Announcer;
use crate::component::menu::{Menu, MenuItem};
use crate::component::segmented::{Segmented, ShownLabel};
use crate::dom;
use crate::state::use_state;
use crate::words::{language, say};

/// How many rows the menu offers to keep.
const TOPS: [u32; 4] = [5, 10, 20, 50];
const EVERY_ROW: &str = "0";

/// The line of controls over the table.
#[component]
pub(super) fn Toolbar() -> impl IntoView {
    let bench = use_bench();
    view! {
        <div class="pivot-tools" role="group" aria-label=say(Pivot::Tools)>
            <button type="button" class="button pivot-open-fields" popovertarget=SHEET>{say(Pivot::Fields)}</button>
            <ShownAs />
            <HeatMenu />
            <TopMenu />
            <Folding />
            <Button kind=ButtonKind::Quiet on_press=move |()| bench.change(layout::swap_sides)>{say(Pivot::Swap)}</Button>
            <Copying />
        </div>
    }
}

/// Numbers, or percent of row or column.
#[component]
fn ShownAs() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let ways = [
        (Shown::Numbers, "numbers", Pivot::Numbers),
        (Shown::RowShare, "row", Pivot::RowShare),
        (Shown::ColumnShare, "column", Pivot::ColumnShare),
    ];
    let choices = move || {
        let choice = |(_, id, phrase): (Shown, &str, Pivot)| Choice {
            id: id.to_owned(),
            label: danish::ui::phrase(phrase, language.get()).to_owned(),
        };
        ways.map(choice).to_vec()
    };
    let chosen = move || {
        let shown = bench.layout.with(|layout| layout.shown);
        ways.iter()
            .find(|(way, ..)| *way == shown)
            .map(|(_, id, _)| (*id).to_owned())
            .unwrap_or_default()
    };
    let choose = move |id: String| {
        if let Some((way, ..)) = ways.iter().find(|(_, known, _)| *known == id) {
            bench.change(|layout| layout.shown = *way);
        }
    };
    view! {
        <Segmented
            label=say(Pivot::ShownAs)
            choices=Signal::derive(choices)
            chosen=Signal::derive(chosen)
            on_choose=choose
            shown_label=ShownLabel::Spoken
        />
    }
}

/// Whether cells are shaded.
#[component]
fn HeatMenu() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let ways = [
        (Heat::None, "none", Pivot::HeatNone),
        (Heat::PerColumn, "column", Pivot::HeatPerColumn),
    ];
    let heat = Memo::new(move |_| bench.layout.with(|layout| layout.heat));
    let label = move || {
        let shown = ways.iter().find(|(way, ..)| *way == heat.get());
        shown.map_or_else(String::new, |(.., phrase)| {
            danish::ui::phrase(*phrase, language.get()).to_owned()
        })
    };
    let items = move || {
        let item = |(way, id, phrase): (Heat, &str, Pivot)| MenuItem {
            chosen: Some(way == heat.get()),
            ..MenuItem::act(id, danish::ui::phrase(phrase, language.get()))
        };
        ways.map(item).to_vec()
    };
    let choose = move |id: String| {
        if let Some((way, ..)) = ways.iter().find(|(_, known, _)| *known == id) {
            bench.change(|layout| layout.heat = *way);
        }
    };
    view! { <Menu label=Signal::derive(label) items=Signal::derive(items) on_choose=choose /> }
}

/// Only the first rows.
#[component]
fn TopMenu() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let top = Memo::new(move |_| bench.layout.with(|layout| layout.top));
    let words = move |top: Option<u32>| match top {
        Some(count) => danish::ui::pivot::top(count, language.get()),
        None => danish::ui::phrase(Pivot::AllRows, language.get()).to_owned(),
    };
    let items = move || {
        let present = top
            .get()
            .map_or_else(|| EVERY_ROW.to_owned(), |count| count.to_string());
        let item = |count: Option<u32>| {
            MenuItem::choice(
                count.unwrap_or_default().to_string(),
                words(count),
                &present,
            )
        };
        std::iter::once(None)
            .chain(TOPS.map(Some))
            .map(item)
            .collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        bench.change(|layout| layout.top = id.parse().ok().filter(|count| *count > 0))
    };
    view! { <Menu label=Signal::derive(move || words(top.get())) items=Signal::derive(items) on_choose=choose /> }
}

/// Unfolds all rows, or folds them; there is nothing to fold on one level.
#[component]
fn Folding() -> impl IntoView {
    let bench = use_bench();
    let is_nested = Memo::new(move |_| bench.layout.with(|layout| layout.rows.len() > 1));
    let is_unfolded = Memo::new(move |_| bench.layout.with(|layout| !layout.unfolded.is_empty()));
    view! {
        <Show when=move || is_nested.get()>
            <Button kind=ButtonKind::Quiet on_press=move |()| bench.unfold_all()>{say(Pivot::UnfoldAll)}</Button>
            <Show when=move || is_unfolded.get()>
                <Button kind=ButtonKind::Quiet on_press=move |()| bench.fold_all()>{say(Pivot::FoldAll)}</Button>
            </Show>
        </Show>
    }
}

/// Copies the table with typed numbers, and says whether it went well.
#[component]
fn Copying() -> impl IntoView {
    let bench = use_bench();
    let state = use_state();
    let Announcer(said) = expect_context();
    let outcome = RwSignal::new(None::<Pivot>);
    let forget = move || {
        bench.view.track();
        outcome.set(None);
    };
    Effect::new(move |_| forget());
    let copy = move |()| {
        let language = state.current().with_untracked(|state| state.language);
        let levels: Vec<String> = bench
            .layout
            .with_untracked(|layout| layout.rows.iter().map(|level| bench.label(level)).collect());
        let text = bench
            .view
            .with_untracked(|view| excel::pivot_text(view, &levels, language));
        spawn_local(async move {
            let phrase = if dom::copy(&text).await.is_ok() {
                Pivot::Copied
            } else {
                Pivot::CopyFailed
            };
            outcome.set(Some(phrase));
            said.set(danish::ui::phrase(phrase, crate::words::spoken(language)).to_owned());
        });
    };
    view! {
        <span class="pivot-copy">
            <span class="quiet">{move || outcome.get().map(|outcome| say(outcome).get())}</span>
            <Button on_press=copy>{say(Pivot::CopyToExcel)}</Button>
        </span>
    }
}
