//! Which table of the package is sliced, where there are several.

use crate::prelude::*;
use danish::ui::Pivot;
use protocol::catalog::TableCard;

use super::layout;
use super::workbench::use_bench;
use crate::component::menu::{Menu, MenuItem};
use crate::words::{language, say};

/// The name of the table, and the others to choose from.
#[component]
pub(super) fn TableMenu() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let has_others = Memo::new(move |_| bench.catalog.with(|catalog| catalog.tables.len() > 1));
    let title = Memo::new(move |_| bench.table.with(|table| table.title.clone()));
    let name = Signal::derive(move || {
        Some(format!(
            "{}: {}",
            danish::ui::phrase(Pivot::Table, language.get()),
            title.get()
        ))
    });
    let items = Signal::derive(move || {
        let present = bench.table.with(|table| table.name.clone());
        let item =
            |table: &TableCard| MenuItem::choice(table.name.clone(), table.title.clone(), &present);
        bench
            .catalog
            .with(|catalog| catalog.tables.iter().map(item).collect::<Vec<_>>())
    });
    let choose = move |name: String| bench.change(|layout| layout::change_table(layout, &name));
    view! {
        <Show when=move || has_others.get()>
            <div class="pivot-table-menu">
                <span class="quieter" aria-hidden="true">{say(Pivot::Table)}</span>
                <Menu label=title name=name items=items on_choose=choose />
            </div>
        </Show>
    }
}
