//! A filter on one level: what it keeps, a panel to change that, and a way to take it off.

mod kept;
mod members;

use crate::prelude::*;
use danish::ui::Pivot;
use leptos::html;
use protocol::catalog::FieldCard;

use crate::component::icon::{Icon, IconSign};
use crate::component::popover::Popover;
use crate::dom;
use crate::words::{language, say_with};
pub(crate) use kept::kept_text;
pub(crate) use members::Members;

/// The members a filter keeps, in the level's order; none keeps all.
pub(crate) type Kept = Option<Vec<String>>;

/// A chip with its panel.
#[component]
pub(crate) fn FilterChip(
    /// The level.
    #[prop(into)]
    field: Signal<FieldCard>,
    /// What is kept now.
    #[prop(into)]
    kept: Signal<Kept>,
    /// Keeps other members.
    #[prop(into)]
    on_keep: Callback<Kept>,
    /// Takes the filter off.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    let language = language();
    let label = Signal::derive(move || field.with(|field| field.label.clone()));
    let told = Signal::derive(move || {
        let told =
            field.with(|field| kept.with(|kept| kept_text(field, kept.as_ref(), language.get())));
        told.unwrap_or_else(|| {
            danish::ui::phrase(danish::ui::Shell::All, language.get()).to_owned()
        })
    });
    let name = Signal::derive(move || Some(format!("{}: {}", label.get(), told.get())));
    let remove = say_with(move |language| {
        let filters = danish::ui::phrase(Pivot::Filters, language);
        danish::ui::pivot::remove_from(&label.get(), filters, language)
    });
    let panel = NodeRef::<html::Div>::new();
    view! {
        <span class="filter-chip">
            <span class="filter-subject" aria-hidden="true">{label}</span>
            <Popover label=told name=name panel=panel first="input">
                <Members field=field kept=kept on_keep=on_keep />
            </Popover>
            <button type="button" class="filter-remove" aria-label=remove title=remove on:click=move |_| on_remove.run(())>
                <IconSign icon=Icon::Cross />
            </button>
        </span>
    }
}

/// Opens the panel of the filter at a position on the page, once it is drawn.
pub(crate) fn open(position: usize) {
    request_animation_frame(move || {
        let Some(body) = dom::document().body() else {
            return;
        };
        if let Some(button) = dom::find_all(&body, ".filter-chip > .button").get(position) {
            let _ = button.focus();
            button.click();
        }
    });
}
