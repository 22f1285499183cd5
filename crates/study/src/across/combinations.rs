//! Who meets what: combinations of sectors, ranked, each person in exactly one of them.

use chart::combinations::{Combinations as Figure, Row, layout};
use chart::{Density, Frame};
use danish::Language;
use danish::ui::Across as Word;
use danish::ui::across as words;
use health::across::Combinations;
use leptos::prelude::*;
use protocol::Slice;
use protocol::view::CellView;

use super::asked::{Filter, Subject};
use super::counted::{Counted, Line, counted, largest, number, positions};
use super::filters::Filters;
use super::overlap::OverlapTable;
use super::shown::{Cell, notices};
use super::{Subjects, TABLE, answer, phrase, trouble};
use crate::ask::Loaded;
use crate::drawing::DrawingFigure;
use crate::figure::Measured;
use crate::talk::use_talk;
use crate::words::text;

/// The most room that the drawing takes, in px.
const MOST_WIDTH: f64 = 560.0;

/// Combinations and overlaps of the table that is chosen.
#[component]
pub(super) fn CombinationsSection(subjects: Subjects) -> impl IntoView {
    let talk = use_talk();
    let chosen = Memo::new(move |_| chosen(subjects));
    let filters = Memo::new(move |_| {
        let state = subjects.state.get();
        subjects
            .catalog
            .with(|catalog| subject(&chosen.get()).filters(catalog, &state))
    });
    let asked = Memo::new(move |_| {
        let language = subjects.state.with(|state| state.language);
        (slices(&chosen.get(), &filters.get()), language)
    });
    let loaded = talk.load(asked, move |((by, all), language)| async move {
        let by = answer(talk, by, language).await?;
        let all = answer(talk, all, language).await?;
        Ok(chosen.with_untracked(|declared| counted(declared, &by, &all)))
    });
    let body = move || {
        let language = subjects.language.get();
        loaded.with(|loaded| match loaded {
            Loaded::Here(counted) => figures(chosen.get(), counted.clone(), language).into_any(),
            other => {
                let (what, remedy) = trouble(other, language).unwrap_or_default();
                view! { <p role="status">{what}</p> <p class="quiet">{remedy}</p> }.into_any()
            }
        })
    };
    view! {
        <div class="across-bar">
            <Tables subjects chosen />
            <Filters filters name="across" />
        </div>
        {body}
    }
}

/// The table that the state names, or the first.
fn chosen(subjects: Subjects) -> Combinations {
    let named = subjects.state.with(|state| {
        let names = state.study.get(TABLE);
        names.and_then(|names| names.first()).cloned()
    });
    subjects.declared.with(|declared| {
        let mut all = declared.combinations.iter();
        let found = all.clone().find(|it| Some(&it.table) == named.as_ref());
        found.or_else(|| all.next()).cloned().unwrap_or_default()
    })
}

fn subject(declared: &Combinations) -> Subject {
    Subject {
        table: declared.table.clone(),
        by: vec![declared.level.clone()],
        measure: declared.measure.clone(),
    }
}

/// The question by combination, and the one for all together.
fn slices(declared: &Combinations, filters: &[Filter]) -> (Slice, Slice) {
    let subject = subject(declared);
    let by = subject.slice(&[&declared.level], filters);
    (by, subject.slice(&[], filters))
}

/// Which of several tables is shown.
#[component]
fn Tables(subjects: Subjects, chosen: Memo<Combinations>) -> impl IntoView {
    let talk = use_talk();
    let names = Memo::new(move |_| {
        let tables = subjects.declared.with(|declared| {
            let names = declared.combinations.iter().map(|it| it.table.clone());
            names.collect::<Vec<_>>()
        });
        subjects.catalog.with(|catalog| titled(catalog, tables))
    });
    let choose = move |event: web_sys::Event| {
        talk.choose_study(TABLE, vec![event_target_value(&event)]);
    };
    let lines = move || {
        let shown = chosen.with(|chosen| chosen.table.clone());
        let line = |(name, title): (String, String)| {
            let selected = name == shown;
            view! { <option value=name selected=selected>{title}</option> }
        };
        names.get().into_iter().map(line).collect_view()
    };
    view! {
        <label class="across-filter" hidden=move || names.with(|names| names.len() < 2)>
            <span class="quiet">{phrase(Word::Table)}</span>
            <select id="across-table" on:change=choose>{lines}</select>
        </label>
    }
}

fn titled(catalog: &protocol::Catalog, tables: Vec<String>) -> Vec<(String, String)> {
    let title = |name: &String| {
        let mut cards = catalog.tables.iter();
        let card = cards.find(|card| card.name == *name);
        card.map_or_else(|| name.clone(), |card| card.title.clone())
    };
    tables
        .into_iter()
        .map(|name| (name.clone(), title(&name)))
        .collect()
}

fn figures(declared: Combinations, counted: Counted, language: Language) -> impl IntoView {
    let sectors: Vec<String> = declared
        .sectors
        .iter()
        .map(|sector| text(&sector.label, language))
        .collect();
    let summary =
        largest(&counted.lines).map(|line| words::largest(&line.label, &line.cell.text, language));
    let title = Word::Combinations.in_language(language);
    let says = summary.clone().unwrap_or_default();
    let figure = drawn(&sectors, &counted.lines);
    let draw = move |width: f64| {
        let frame = Frame {
            width: width.min(MOST_WIDTH),
            density: Density::Compact,
        };
        let drawing = layout(&figure, frame).with_words(title, &says);
        view! { <DrawingFigure drawing /> }.into_any()
    };
    view! {
        <div class="across-notices">{notices(counted.notices.clone())}</div>
        <div class="across-figures">
            <section class="section" aria-labelledby="across-combinations">
                <div class="section-head"><h2 id="across-combinations">{title}</h2></div>
                <p class="quiet">{Word::CombinationsRule.in_language(language)}</p>
                <p class="across-reading">{summary}</p>
                <Measured draw />
                {table(&counted, language)}
            </section>
            <OverlapTable sectors overlap=counted.overlap language />
        </div>
    }
}

fn drawn(sectors: &[String], lines: &[Line]) -> Figure {
    let row = |line: &Line| Row {
        met: positions(line.set, sectors.len()),
        value: number(&line.cell),
        low: line.cell.low,
        high: line.cell.high,
        kind: line.cell.kind,
        text: line.cell.text.clone(),
    };
    Figure {
        sets: sectors.to_vec(),
        rows: lines.iter().map(row).collect(),
    }
}

/// The same as a table, in the same order.
fn table(counted: &Counted, language: Language) -> impl IntoView + use<> {
    let row = |(label, cell, share): (String, CellView, Option<f64>)| {
        let share = share.map(|share| danish::percent(100.0 * share, 1, language));
        view! {
            <tr><th scope="row">{label}</th><td class="number"><Cell cell /></td><td class="number">{share}</td></tr>
        }
    };
    let lines = counted.lines.iter();
    let lines = lines.map(|line| row((line.label.clone(), line.cell.clone(), line.share)));
    let lines = lines.collect_view();
    let total = (
        Word::Together.in_language(language).to_owned(),
        counted.total.clone(),
        None,
    );
    view! {
        <details class="figure-table" open>
            <summary>{Word::AsTable.in_language(language)}</summary>
            <div class="figure-table-frame" tabindex="0" role="group" aria-label=Word::AsTable.in_language(language)>
                <table class="across-table" id="across-counts">
                    <thead><tr>
                        <th scope="col">{Word::Combination.in_language(language)}</th>
                        <th scope="col" class="number">{Word::Persons.in_language(language)}</th>
                        <th scope="col" class="number">{Word::Share.in_language(language)}</th>
                    </tr></thead>
                    <tbody>{lines}</tbody>
                    <tfoot>{row(total)}</tfoot>
                </table>
            </div>
        </details>
    }
}
