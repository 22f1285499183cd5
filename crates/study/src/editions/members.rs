//! What came and went: tables, members with their names, and cells that came to be hidden or shown.

use danish::Language;
use danish::ui::Editions as Word;
use leptos::prelude::*;
use protocol::view::editions::{Editions, Members as Changed, Named, Renamed, TableChange};

use super::numbers::place;
use super::{phrase, text};
use crate::words::language;

/// So many names, or cells, are told; then how many more there are.
const MOST: usize = 40;

/// Tables and members, then cells.
#[component]
pub(super) fn Members(editions: StoredValue<Editions>) -> impl IntoView {
    let language = language();
    let lines = move || editions.with_value(|it| lines(it, language.get()));
    let is_none = move || lines().is_empty();
    let changed = move || rows(lines());
    let cells = move || editions.with_value(|it| shifts(it, language.get()));
    let has_cells = move || !cells().is_empty();
    view! {
        <section class="section" aria-labelledby="editions-members">
            <div class="section-head"><h2 id="editions-members">{phrase(Word::Members)}</h2></div>
            <p hidden=move || !is_none()>{phrase(Word::NoMembers)}</p>
            <table class="editions-table editions-words" id="editions-changes" hidden=is_none>
                <thead><tr><th scope="col">{phrase(Word::Table)}</th><th scope="col"></th><th scope="col"></th></tr></thead>
                <tbody>{changed}</tbody>
            </table>
            <div hidden=move || !has_cells()>
                <h3 class="editions-small">{phrase(Word::Shifts)}</h3>
                <p class="quiet">{phrase(Word::ShiftsText)}</p>
                <table class="editions-table editions-words" id="editions-shifts"><tbody>{move || rows(cells())}</tbody></table>
            </div>
        </section>
    }
}

/// What it is of, what became of it, and the names.
type Line = (String, String, String);

fn rows(lines: Vec<Line>) -> impl IntoView {
    let row = |(of, change, names)| {
        view! { <tr><th scope="row">{of}</th><td>{change}</td><td>{names}</td></tr> }
    };
    lines.into_iter().map(row).collect_view()
}

fn lines(editions: &Editions, language: Language) -> Vec<Line> {
    let tables = [
        (Word::CameTables, &editions.came),
        (Word::GoneTables, &editions.gone),
    ];
    let tables = tables.into_iter().filter(|(_, names)| !names.is_empty());
    let mut lines: Vec<Line> = tables
        .map(|(word, names)| {
            (
                word.in_language(language).to_owned(),
                String::new(),
                names.join(", "),
            )
        })
        .collect();
    for table in &editions.tables {
        for members in &table.members {
            lines.extend(of_members(table, members, language));
        }
    }
    lines
}

fn of_members(table: &TableChange, members: &Changed, language: Language) -> Vec<Line> {
    let of = format!(
        "{} · {}",
        text(&table.name.label, language),
        text(&members.dimension.label, language)
    );
    let named = |all: &[Named]| cut(all.iter().map(|it| label(it, language)).collect());
    let renamed =
        |it: &Renamed| format!("{} → {}", text(&it.from, language), text(&it.to, language));
    let kinds = [
        (Word::Came, named(&members.came)),
        (Word::Gone, named(&members.gone)),
        (
            Word::Renamed,
            cut(members.renamed.iter().map(renamed).collect()),
        ),
    ];
    let line = |(word, names): (Word, String)| {
        let told = (of.clone(), word.in_language(language).to_owned(), names);
        (!told.2.is_empty()).then_some(told)
    };
    kinds.into_iter().filter_map(line).collect()
}

fn label(named: &Named, language: Language) -> String {
    match text(&named.label, language) {
        label if label.is_empty() || label == named.code => named.code.clone(),
        label => format!("{label} ({})", named.code),
    }
}

fn cut(names: Vec<String>) -> String {
    let more = names.len().saturating_sub(MOST);
    let mut told = names.into_iter().take(MOST).collect::<Vec<_>>().join("; ");
    if more > 0 {
        told.push_str(&format!("; … (+{more})"));
    }
    told
}

/// Cells that came to be hidden or shown, by their names alone.
fn shifts(editions: &Editions, language: Language) -> Vec<Line> {
    let mut lines = Vec::new();
    for table in &editions.tables {
        for numbers in &table.numbers {
            let of = format!(
                "{} · {}",
                text(&table.name.label, language),
                text(&numbers.measure.label, language)
            );
            for (word, cells) in [
                (Word::NowHidden, &numbers.hidden),
                (Word::NowShown, &numbers.shown),
            ] {
                let names = cells.iter().map(|cell| place(cell, language)).collect();
                let told = (
                    of.clone(),
                    word.in_language(language).to_owned(),
                    cut(names),
                );
                lines.extend((!cells.is_empty()).then_some(told));
            }
        }
    }
    lines
}
