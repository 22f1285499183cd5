//! What only a person can say: the question, why it is put, and the answers.

use leptos::prelude::*;
use protocol::reading::{Change, Question};
use web_sys::MouseEvent;

use crate::dom;
use crate::screen::word;
use crate::talk::use_talk;

/// The questions about the shown tab; those about others lead there.
#[component]
pub(crate) fn Questions() -> impl IntoView {
    let questions = use_talk().part(|view| view.questions.clone());
    move || {
        let one = |(at, question): (u32, Question)| view! { <Asked at=at question=question /> };
        (0_u32..).zip(questions.get()).map(one).collect_view()
    }
}

#[component]
fn Asked(at: u32, question: Question) -> impl IntoView {
    let talk = use_talk();
    let chosen = RwSignal::new(0_u32);
    let answer = move |(choice, words): (u32, String)| {
        view! {
            <label class="reading-answer">
                <input
                    type="radio"
                    name=format!("reading-question-{at}")
                    id=format!("reading-answer-{at}-{choice}")
                    prop:checked=move || chosen.get() == choice
                    on:change=move |_| chosen.set(choice)
                />
                <span>{words}</span>
            </label>
        }
    };
    let answers = (0_u32..).zip(question.answers).map(answer).collect_view();
    let tell = move |event: MouseEvent| {
        let answer = Change::Answer {
            question: at,
            choice: chosen.get_untracked(),
        };
        talk.press(&event, &answer);
    };
    view! {
        <fieldset class="reading-question">
            <legend class="spoken">{question.text.clone()}</legend>
            <span class="reading-question-sign" aria-hidden="true">"?"</span>
            <div class="reading-question-words">
                <p><strong>{question.text}</strong>" "{question.because}</p>
                <div class="reading-answers">{answers}</div>
            </div>
            <button
                type="button"
                class="button button-primary"
                id=format!("reading-tell-{at}")
                on:keydown=|event| dom::press_once(&event)
                on:click=tell
            >
                {word(|words| &words.answer)}
            </button>
        </fieldset>
    }
}
