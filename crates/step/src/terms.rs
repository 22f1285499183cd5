//! The texts of a column or of a row of the header, each with what it is and how it is read.

use leptos::prelude::*;
use protocol::reading::{Change, Choice, Term, Terms};

use crate::inspector::Picked;
use crate::talk::use_talk;

/// The list, where a column or a row of the header has one.
#[component]
pub(crate) fn TermList(picked: Picked, terms: Terms) -> impl IntoView {
    if terms.rows.is_empty() {
        return ().into_any();
    }
    let (is, read) = (terms.is.clone(), terms.read.clone());
    let heads = [&terms.is, &terms.read].map(|head| {
        let head = head.clone();
        (!head.is_empty()).then(|| view! { <th scope="col">{head}</th> })
    });
    let row = |term: Term| {
        let (is, options) = (is.clone(), terms.options.clone());
        let (text, is_doubtful) = (term.text.clone(), term.is_doubtful);
        let read = (!read.is_empty()).then(|| {
            let (term, label) = (term.clone(), read.clone());
            view! { <td><Read picked=picked term=term label=label /></td> }
        });
        let is = (!is.is_empty())
            .then(|| view! { <td><Is picked=picked term=term options=options label=is /></td> });
        view! {
            <tr class:reading-doubtful-term=is_doubtful>
                <th scope="row">{text}</th>
                {is}
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
                        {heads}
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

/// A decision about a text of what is picked.
fn decided(picked: Picked, field: &str, value: String) -> Change {
    let field = field.to_owned();
    match picked {
        Picked::Column(column) => Change::Column {
            column,
            field,
            value,
        },
        Picked::Row(_) | Picked::Table => Change::Table { field, value },
    }
}

/// What a text is, by a list.
#[component]
fn Is(picked: Picked, term: Term, options: Vec<Choice>, label: String) -> impl IntoView {
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
        talk.tell(&decided(picked, &field, event_target_value(&event)));
    };
    view! {
        <select class="reading-select" id=id data-value=holds aria-label=format!("{text}: {label}") on:change=choose>
            {options.into_iter().map(option).collect_view()}
        </select>
    }
}

/// How a text is read, by another text.
#[component]
fn Read(picked: Picked, term: Term, label: String) -> impl IntoView {
    let talk = use_talk();
    let id = element_id("read", &term);
    // The field of the same text that says how it is read.
    let field = term.id.replacen(".is:", ".read:", 1);
    let choose = move |event| {
        talk.tell(&decided(picked, &field, event_target_value(&event)));
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
