//! The texts of a column, each with what it is and how it is read.

use leptos::prelude::*;
use protocol::reading::{Change, Choice, Term, Terms};

use crate::inspector::Picked;
use crate::talk::use_talk;

/// The list, where a column has one.
#[component]
pub(crate) fn TermList(picked: Picked, terms: Terms) -> impl IntoView {
    let Picked::Column(column) = picked else {
        return ().into_any();
    };
    if terms.rows.is_empty() {
        return ().into_any();
    }
    let (is, read) = (terms.is.clone(), terms.read.clone());
    let row = |term: Term| {
        let (is, options) = (is.clone(), terms.options.clone());
        let (text, is_doubtful) = (term.text.clone(), term.is_doubtful);
        let read = (!read.is_empty()).then(|| {
            let (term, label) = (term.clone(), read.clone());
            view! { <td><Read column=column term=term label=label /></td> }
        });
        view! {
            <tr class:reading-doubtful-term=is_doubtful>
                <th scope="row">{text}</th>
                <td><Is column=column term=term options=options label=is /></td>
                {read}
            </tr>
        }
    };
    let rows = terms.rows.into_iter().map(row).collect_view();
    let more = (!terms.more.is_empty()).then(|| view! { <p class="quiet">{terms.more}</p> });
    view! {
        <div class="reading-terms">
            <table>
                <caption>{terms.title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{terms.written}</th>
                        <th scope="col">{terms.is}</th>
                        {(!terms.read.is_empty()).then(|| view! { <th scope="col">{terms.read}</th> })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {more}
        </div>
    }
    .into_any()
}

/// By its text a control is found again, wherever it stands after a decision.
fn element_id(of: &str, term: &Term) -> String {
    let words: Vec<&str> = term.text.split_whitespace().collect();
    format!("reading-{of}-{}", words.join("_"))
}

/// What a text is, by a list.
#[component]
fn Is(column: u32, term: Term, options: Vec<Choice>, label: String) -> impl IntoView {
    let talk = use_talk();
    let id = element_id("is", &term);
    let Term {
        id: field,
        is,
        text,
        ..
    } = term;
    let holds = is.clone();
    let option = move |choice: Choice| {
        let is_chosen = choice.id == is;
        view! { <option value=choice.id prop:selected=is_chosen>{choice.label}</option> }
    };
    let choose = move |event| {
        talk.tell(&Change::Column {
            column,
            field: field.clone(),
            value: event_target_value(&event),
        });
    };
    view! {
        <select class="reading-select" id=id data-value=holds aria-label=format!("{text}: {label}") on:change=choose>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

/// How a text is read, by another text.
#[component]
fn Read(column: u32, term: Term, label: String) -> impl IntoView {
    let talk = use_talk();
    let id = element_id("read", &term);
    // The field of the same text that says how it is read.
    let field = term.id.replacen(".is:", ".read:", 1);
    let choose = move |event| {
        talk.tell(&Change::Column {
            column,
            field: field.clone(),
            value: event_target_value(&event),
        });
    };
    view! {
        <input
            type="text"
            class="reading-input"
            id=id
            aria-label=format!("{}: {label}", term.text)
            prop:value=term.read
            on:change=choose
        />
    }
}
