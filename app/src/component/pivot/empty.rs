//! Nothing is left by the filters: which they are, and how to take them away.

use crate::prelude::*;
use danish::ui::Pivot;

use super::labels;
use super::layout::Shelf;
use super::workbench::use_bench;
use crate::component::button::Button;
use crate::component::chip::Chip;
use crate::component::filter::kept_text;
use crate::component::refocus;
use crate::words::{language, say};

/// The state without rows.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let why = move || bench.view.with(|view| view.empty.clone());
    let chips = move || {
        let filters = bench.layout.with(|layout| layout.filters.clone());
        let chip = |(level, kept): (String, Vec<String>)| {
            let field = bench
                .table
                .with(|table| labels::field_of(Some(table), &level).cloned());
            let kept = field.and_then(|field| kept_text(&field, Some(&kept), language.get()));
            let subject = bench.label(&level);
            let remove = move |()| {
                bench.remove(&level, Shelf::Filters);
                refocus::soon(".shelf-filters .shelf-add .button", 0);
            };
            view! { <li><Chip subject=subject label=kept.unwrap_or_default() on_remove=Callback::new(remove) /></li> }
        };
        filters.into_iter().map(chip).collect_view()
    };
    let clear = move |()| {
        bench.clear_filters();
        refocus::soon(".shelf-filters .shelf-add .button", 0);
    };
    view! {
        <div class="pivot-empty">
            <h2>{say(Pivot::NoRows)}</h2>
            <p>{why}</p>
            <ul class="pivot-empty-filters">{chips}</ul>
            <Button on_press=clear>{say(Pivot::ClearFilters)}</Button>
        </div>
    }
}
