//! A chip: what is chosen or kept, with a way to take it off and, where it has an order, to move it.

use crate::prelude::*;

use crate::component::icon::{Icon, IconSign};
use crate::words::say;
use danish::ui::{Pivot, Shell};

/// A chip with its words and its small buttons.
#[component]
pub(crate) fn Chip(
    /// What it is about, quiet; may be empty.
    #[prop(optional, into)]
    subject: Signal<String>,
    /// What it says, bold.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it shows a choice made on this page.
    #[prop(optional, into)]
    chosen: Signal<bool>,
    /// Takes it off.
    #[prop(optional, into)]
    on_remove: Option<Callback<()>>,
    /// Moves it one place earlier.
    #[prop(optional, into)]
    on_earlier: Option<Callback<()>>,
    /// Moves it one place later.
    #[prop(optional, into)]
    on_later: Option<Callback<()>>,
    /// Opens what can be changed about it.
    #[prop(optional, into)]
    on_open: Option<Callback<()>>,
) -> impl IntoView {
    let words = view! {
        <span class="chip-subject">{subject}</span>
        <span class="chip-label">{label}</span>
    };
    let middle = match on_open {
        Some(open) => view! { <button type="button" class="chip-words" on:click=move |_| open.run(())>{words}</button> }.into_any(),
        None => view! { <span class="chip-words">{words}</span> }.into_any(),
    };
    let part = move |icon, verb, class, act: Option<Callback<()>>| {
        act.map(
            |act| view! { <ChipPart icon=icon verb=verb label=label class=class on_press=act /> },
        )
    };
    view! {
        <span class="chip" class:chip-chosen=move || chosen.get()>
            {part(Icon::ChevronLeft, say(Pivot::MoveEarlier), "chip-move", on_earlier)}
            {middle}
            {part(Icon::ChevronRight, say(Pivot::MoveLater), "chip-move", on_later)}
            {part(Icon::Cross, say(Shell::Remove), "chip-remove", on_remove)}
        </span>
    }
}

/// A small button of a chip, named by its verb and the chip's label.
#[component]
fn ChipPart(
    icon: Icon,
    verb: Signal<String>,
    label: Signal<String>,
    class: &'static str,
    on_press: Callback<()>,
) -> impl IntoView {
    let name = move || format!("{} {}", verb.get(), label.get());
    view! {
        <button type="button" class=class aria-label=name title=name on:click=move |_| on_press.run(())>
            <IconSign icon=icon />
        </button>
    }
}
