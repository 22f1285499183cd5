//! A few choices side by side, of which one holds.

use crate::prelude::*;
use protocol::catalog::Choice;

use crate::dom;

/// A group of radio buttons drawn as one strip.
#[component]
pub(crate) fn Segmented(
    /// What is chosen between.
    #[prop(into)]
    label: Signal<String>,
    /// The choices.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The id of the one that holds.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the id of a new choice.
    #[prop(into)]
    on_choose: Callback<String>,
    /// Whether the label is printed before the strip.
    #[prop(optional)]
    shown_label: ShownLabel,
) -> impl IntoView {
    let group = dom::unique("segmented");
    let segment = move |choice: Choice| {
        let Choice { id, label } = choice;
        let (this, handed) = (id.clone(), id.clone());
        view! {
            <label class="segmented-choice">
                <input
                    type="radio"
                    name=group.clone()
                    value=id
                    prop:checked=move || chosen.with(|chosen| *chosen == this)
                    on:change=move |_| on_choose.run(handed.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class=shown_label.class()>{label}</legend>
            <div class="segmented-strip">{move || choices.get().into_iter().map(&segment).collect_view()}</div>
        </fieldset>
    }
}

/// Whether a label is printed or only read aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ShownLabel {
    /// Printed.
    #[default]
    Printed,
    /// Read aloud.
    Spoken,
}

impl ShownLabel {
    const fn class(self) -> &'static str {
        match self {
            Self::Printed => "segmented-label",
            Self::Spoken => "spoken",
        }
    }
}
