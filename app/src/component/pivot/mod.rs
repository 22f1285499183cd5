//! Snit: the free pivot, with its fields at the left, its shelves above and its table below.

mod cells;
mod empty;
pub(crate) mod excel;
mod field_line;
mod field_list;
mod grid;
mod head;
mod labels;
mod layout;
mod row;
mod shelves;
mod table_menu;
mod toolbar;
mod workbench;

use crate::prelude::*;
use danish::ui::Shell;
use protocol::view::PivotView;

use crate::component::banner::NoticeBanner;
use crate::words::say;
use workbench::Workbench;

/// The whole view.
#[component]
pub(crate) fn PivotPage(
    /// The last answer.
    view: Memo<PivotView>,
) -> impl IntoView {
    let bench = Workbench::new(view);
    provide_context(bench);
    bench.follow_answers();
    let notices = Memo::new(move |_| view.with(|view| view.notices.clone()));
    let banners = move || {
        notices
            .get()
            .into_iter()
            .map(|notice| view! { <NoticeBanner notice=notice /> })
            .collect_view()
    };
    let is_empty = Memo::new(move |_| view.with(|view| view.empty.is_some()));
    let footnotes = Memo::new(move |_| view.with(|view| view.footnotes.clone()));
    let notes = move || {
        footnotes
            .get()
            .into_iter()
            .map(|note| view! { <li>{note}</li> })
            .collect_view()
    };
    view! {
        <div class="pivot">
            <field_list::FieldList />
            <div class="pivot-main">
                <h1 class="spoken">{say(Shell::ViewPivot)}</h1>
                <shelves::Shelves />
                <div class="pivot-notices">{banners}</div>
                <toolbar::Toolbar />
                <Show when=move || is_empty.get() fallback=|| view! { <grid::Grid /> }><empty::Empty /></Show>
                <ul class="pivot-footnotes">{notes}</ul>
            </div>
        </div>
    }
}
