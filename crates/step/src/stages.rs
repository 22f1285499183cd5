//! The steps of a reading: what is settled, and where something is open.

use leptos::prelude::*;
use protocol::reading::Stage;

use crate::dom;
use crate::screen::word;
use crate::talk::use_talk;

/// The list of the steps; an open one leads to its question.
#[component]
pub(crate) fn Stages() -> impl IntoView {
    let stages = use_talk().part(|view| view.steps.clone());
    let done = word(|words| &words.done);
    let stages = move || {
        let stage = |(number, stage): (usize, Stage)| {
            let is_open = !stage.open.is_empty();
            let sign = match (is_open, stage.is_last) {
                (true, _) | (_, true) => {
                    view! { <b class="reading-number" aria-hidden="true">{number}</b> }.into_any()
                }
                _ => view! { <Tick /> }.into_any(),
            };
            let words = if is_open {
                let first = move |_| {
                    let _ = dom::focus("reading-answer-0-0") || dom::focus("reading-sheet");
                };
                view! {
                    <button type="button" class="reading-open" id="reading-open" on:click=first>
                        <b>{stage.label}</b>" "<span class="reading-open-count">{stage.open}</span>
                    </button>
                }
                .into_any()
            } else {
                let spoken =
                    (!stage.is_last).then(|| view! { <span class="spoken">", "{done}</span> });
                view! { <span>{stage.label}{spoken}</span> }.into_any()
            };
            view! { <li class="reading-stage" class:reading-stage-open=is_open>{sign}{words}</li> }
        };
        (1..).zip(stages.get()).map(stage).collect_view()
    };
    view! { <ol class="reading-stages" aria-label=word(|words| &words.steps)>{stages}</ol> }
}

/// The sign of what is settled.
#[component]
pub(crate) fn Tick() -> impl IntoView {
    view! {
        <svg class="reading-tick" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
            <path d="M3 8.5 6.5 12 13 4.5" />
        </svg>
    }
}
