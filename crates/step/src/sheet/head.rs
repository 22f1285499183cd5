//! Above the sheet: the role of each column, what it counts, and its letter.

use leptos::prelude::*;
use protocol::reading::{Change, Choice, Column, ColumnKind};

use super::walk;
use crate::focus;
use crate::inspector::{FIRST_FIELD, Picked};
use crate::screen::word;
use crate::talk::use_talk;

/// The three rows of the head.
#[component]
pub(crate) fn Head() -> impl IntoView {
    let talk = use_talk();
    let columns = talk.part(|view| view.columns.clone());
    let indexed = move || (0_u32..).zip(columns.get());
    let roles = move || {
        indexed()
            .map(|(at, column)| view! { <Role at=at column=column /> })
            .collect_view()
    };
    let letters = move || {
        indexed()
            .map(|(at, column)| view! { <Letter at=at column=column /> })
            .collect_view()
    };
    let groups = move || groups(&columns.get());
    view! {
        <thead on:keydown=move |event| walk(&event, "tr", ".reading-letter", ("ArrowLeft", "ArrowRight"))>
            <tr class="reading-roles"><td></td>{roles}<td></td></tr>
            <tr class="reading-groups"><td></td>{groups}<td></td></tr>
            <tr class="reading-letters">
                <th scope="col"><span class="spoken">{word(|words| &words.row)}</span></th>
                {letters}
                <th scope="col" class="reading-read-as"><span class="spoken">{word(|words| &words.read_as)}</span></th>
            </tr>
        </thead>
    }
}

/// The role of a column, to be chosen in place.
#[component]
fn Role(at: u32, column: Column) -> impl IntoView {
    let talk = use_talk();
    let label = word(|words| &words.role_of);
    let letter = column.letter.clone();
    let class = match (column.is_doubtful, column.kind) {
        (true, _) => "reading-role reading-doubtful",
        (_, ColumnKind::Group) => "reading-role reading-group",
        (_, ColumnKind::Measure) => "reading-role reading-measure",
        (_, ColumnKind::Aside) => "reading-role reading-aside",
        (_, ColumnKind::None) => "reading-role",
    };
    let doubt = column.is_doubtful.then_some("?");
    let role = column.fields.into_iter().next().map(|field| {
        let (id, value) = (field.id, field.value);
        let holds = value.clone();
        let option = move |choice: Choice| {
            let is_chosen = choice.id == value;
            let label = if is_chosen {
                choice.label + doubt.unwrap_or_default()
            } else {
                choice.label
            };
            view! { <option value=choice.id prop:selected=is_chosen>{label}</option> }
        };
        let choose = move |event| {
            talk.tell(&Change::Column {
                column: at,
                field: id.clone(),
                value: event_target_value(&event),
            });
        };
        view! {
            <select
                class=class
                id=format!("reading-role-{at}")
                data-value=holds
                aria-label=move || format!("{} {letter}", label.get())
                on:change=choose
            >
                {field.options.into_iter().map(option).collect_view()}
            </select>
        }
    });
    view! { <td>{role}</td> }
}

/// Neighbours that are counted under one name share a cell.
fn groups(columns: &[Column]) -> AnyView {
    let mut runs: Vec<(String, Vec<String>, usize)> = Vec::new();
    for column in columns {
        match runs.last_mut() {
            Some((group, about, span)) if !group.is_empty() && *group == column.group => {
                about.push(column.about.clone());
                *span += 1;
            }
            _ => runs.push((column.group.clone(), vec![column.about.clone()], 1)),
        }
    }
    let run = |(group, about, span): (String, Vec<String>, usize)| {
        let about: Vec<String> = about
            .into_iter()
            .filter(|about| !about.is_empty())
            .collect();
        let parts: Vec<String> = [group, about.join(", ")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let words = parts.join(" · ");
        let title = words.clone();
        view! { <td colspan=span.to_string() title=title><span>{words}</span></td> }
    };
    runs.into_iter().map(run).collect_view().into_any()
}

/// The letter of a column, which opens what can be decided of it.
#[component]
fn Letter(at: u32, column: Column) -> impl IntoView {
    let picked = expect_context::<RwSignal<Option<Picked>>>();
    let spoken = word(|words| &words.column);
    let is_picked = move || picked.get() == Some(Picked::Column(at));
    let pick = move |_| {
        picked.set(Some(Picked::Column(at)));
        focus::later(FIRST_FIELD.to_owned());
    };
    let letter = column.letter.clone();
    let words = view! { <span class="spoken">{spoken}" "</span>{letter} };
    let inner = if column.fields.is_empty() {
        view! { <span>{words}</span> }.into_any()
    } else {
        view! {
            <button
                type="button"
                class="reading-letter"
                id=format!("reading-letter-{at}")
                tabindex=if at == 0 { "0" } else { "-1" }
                aria-expanded=move || is_picked().to_string()
                on:click=pick
            >
                {words}
            </button>
        }
        .into_any()
    };
    view! { <th scope="col" class:reading-column-doubtful=column.is_doubtful>{inner}</th> }
}
