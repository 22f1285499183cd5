//! Overblik: one table of key figures for one place, on one common axis.

mod controls;
mod head;
mod plot;
mod row;
mod topic;

use std::collections::BTreeSet;

use crate::prelude::*;
use danish::ui::{Overview, Shell};
use protocol::view::OverviewView;

use crate::component::banner::NoticeBanner;
use crate::component::button::Button;
use crate::component::notes::Notes;
use crate::component::refocus;
use crate::state::use_state;
use crate::words::say;
use protocol::state::ViewName;

use controls::{Comparison, Title};
use head::Head;
use plot::Room;
use topic::topic;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Page {
    /// The last answer.
    view: Memo<OverviewView>,
    /// Topics that are folded, by title; only of the moment.
    folded: RwSignal<BTreeSet<String>>,
    /// Room for the plots.
    room: Memo<Room>,
}

/// The whole view.
#[component]
pub(crate) fn OverviewPage(
    /// The last answer.
    view: Memo<OverviewView>,
) -> impl IntoView {
    let page = Page {
        view,
        folded: RwSignal::new(BTreeSet::new()),
        room: plot::room(),
    };
    provide_context(page);
    let notices = move || {
        let notices = view.with(|view| view.notices.clone());
        notices
            .into_iter()
            .map(|notice| view! { <NoticeBanner notice=notice /> })
            .collect_view()
    };
    view! {
        <div class="overview">
            <Title />
            <Comparison />
            <div class="overview-notices">{notices}<ClearFilters /></div>
            <table class="overview-table" role="table" aria-label=move || view.with(|view| view.place.label.clone())>
                <Head />
                {move || view.with(|view| view.topics.iter().map(|shown| topic(page, shown)).collect_view())}
            </table>
            <Notes lines=Memo::new(move |_| view.with(|view| view.notes.clone())) />
            <Footnotes />
        </div>
    }
}

/// Filters are set in Indikator; where they change numbers here they can be taken back here.
#[component]
fn ClearFilters() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let state = use_state();
    let filtered = state.part(|state| !state.filters.is_empty());
    let is_told = move || filtered.get() && view.with(|view| !view.notices.is_empty());
    let clear = move |()| {
        state.change(|state| state.filters.clear());
        // The button goes with the filters.
        refocus::where_lost(".overview-controls select, .overview-controls button", 0);
    };
    view! {
        <Show when=is_told>
            <Button on_press=clear>{say(Overview::ClearFilters)}</Button>
        </Show>
    }
}

/// Methods, signs, and the way to the declaration.
#[component]
fn Footnotes() -> impl IntoView {
    let Page { view, .. } = expect_context();
    let state = use_state();
    let notes = move || {
        let notes = view.with(|view| view.footnotes.clone());
        notes
            .into_iter()
            .map(|note| view! { <li>{note}</li> })
            .collect_view()
    };
    let open = move |_| state.change(|state| state.view = ViewName::Declaration);
    view! {
        <ul class="overview-notes">
            {notes}
            <li><button type="button" class="link" on:click=open>{say(Shell::ViewDeclaration)}</button></li>
        </ul>
    }
}
