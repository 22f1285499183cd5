//! What the views are built of: sections, choices in a list, signs of judgement.

use chart::judgement;
use leptos::prelude::*;
use protocol::view::Judgement;

use crate::drawing::DrawingFigure;

/// Side of the sign of a judgement in px.
const SIGN_SIZE: f64 = 14.0;

/// A section: an ink rule, a heading, a quiet line beside it, and the content.
#[component]
pub(crate) fn Section(
    /// The id of the heading.
    id: &'static str,
    /// The heading.
    title: String,
    /// A quiet line beside the heading; may be empty.
    #[prop(optional)]
    subtitle: String,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section study-section" aria-labelledby=id>
            <div class="section-head">
                <h2 id=id>{title}</h2>
                <p class="section-subtitle">{subtitle}</p>
            </div>
            {children()}
        </section>
    }
}

/// A choice in a list: its id in a state, and what people read.
pub(crate) type Named = (String, String);

/// A list to choose one of.
#[component]
pub(crate) fn Picker(
    /// The id of the list.
    id: &'static str,
    /// What is chosen.
    label: String,
    /// The choices.
    options: Vec<Named>,
    /// The id of the one that holds.
    chosen: String,
    /// Called with the id of a new choice.
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = |(value, words): Named| {
        let is_chosen = value == chosen;
        view! { <option value=value selected=is_chosen>{words}</option> }
    };
    view! {
        <div class="study-field">
            <label for=id>{label}</label>
            <select id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

/// A judgement: shape, word and colour, in that order.
#[component]
pub(crate) fn JudgementWord(
    /// Which.
    judgement: Judgement,
    /// Its word.
    word: String,
) -> impl IntoView {
    view! {
        <span class="judgement">
            <DrawingFigure drawing=judgement::sign(judgement, SIGN_SIZE) />
            <span>{word}</span>
        </span>
    }
}
