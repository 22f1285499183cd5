//! The table that comes of the sheet.

use leptos::prelude::*;
use protocol::reading::{CellKind, Change, OutcomeRow};

use crate::screen::word;
use crate::talk::use_talk;

/// The table with what there is of it in a line.
#[component]
pub(crate) fn OutcomeTable() -> impl IntoView {
    let talk = use_talk();
    let outcome = talk.part(|view| view.outcome.clone());
    let title = word(|words| &words.outcome);
    let table = move || {
        let outcome = outcome.get();
        let value = usize::try_from(outcome.value_column).unwrap_or(0);
        let head = |(at, head): (usize, String)| view! { <th scope="col" class:number=at == value>{head}</th> };
        let row = |row: OutcomeRow| view! { <Line row=row value=value /> };
        view! {
            <table class="reading-outcome">
                <caption class="spoken">{title}</caption>
                <thead><tr>{outcome.heads.into_iter().enumerate().map(head).collect_view()}</tr></thead>
                <tbody>{outcome.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    };
    view! {
        <section class="reading-section" aria-labelledby="reading-outcome-title">
            <div class="reading-section-head">
                <h2 id="reading-outcome-title">{title}</h2>
                <p class="quiet">{move || outcome.with(|outcome| outcome.summary.clone())}</p>
                <Shown />
            </div>
            <div class="reading-outcome-frame" tabindex="0" role="region" aria-label=title>{table}</div>
        </section>
    }
}

/// A sample, or all as far as there is room.
#[component]
fn Shown() -> impl IntoView {
    let talk = use_talk();
    let is_all = talk.part(|view| view.outcome.is_all);
    let choice = move |all: bool, id: &'static str, words: Memo<String>| {
        view! {
            <label class="segmented-choice">
                <input
                    type="radio"
                    name="reading-shown"
                    id=id
                    prop:checked=move || is_all.get() == all
                    on:change=move |_| talk.tell(&Change::All(all))
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class="spoken">{word(|words| &words.shown)}</legend>
            <div class="segmented-strip">
                {choice(false, "reading-sample", word(|words| &words.sample))}
                {choice(true, "reading-all", word(|words| &words.all))}
            </div>
        </fieldset>
    }
}

#[component]
fn Line(row: OutcomeRow, value: usize) -> impl IntoView {
    let kind = row.kind;
    let cell = move |(at, text): (usize, String)| {
        if at != value {
            return view! { <td>{text}</td> }.into_any();
        }
        let hatch = (kind == CellKind::Hidden)
            .then(|| view! { <span class="hatch" aria-hidden="true"></span>" " });
        let class = match kind {
            CellKind::Hidden => "number reading-value-hidden",
            CellKind::Missing => "number reading-value-missing",
            _ => "number reading-value",
        };
        view! { <td class=class>{hatch}<span>{text}</span></td> }.into_any()
    };
    let cells = row.texts.into_iter().enumerate().map(cell).collect_view();
    view! { <tr class:reading-waits=row.is_doubtful>{cells}</tr> }
}
