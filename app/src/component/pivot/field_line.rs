//! One field of the list: a check when it is in use, how many members it has, and where it can be moved.

use crate::prelude::*;
use danish::number::whole;
use danish::ui::Pivot;
use leptos::ev::KeyboardEvent;
use protocol::catalog::{FieldCard, FieldGroup};
use protocol::slice::MeasureExpr;

use super::labels;
use super::layout::{self, Shelf};
use super::workbench::{Workbench, use_bench};
use crate::component::button::ButtonKind;
use crate::component::icon::{Icon, IconSign};
use crate::component::live::announce;
use crate::component::menu::{Menu, MenuItem};
use crate::component::popover::Opener;
use crate::dom;
use crate::words::{language, say, say_with};

/// A field and the ways to use it.
#[component]
pub(super) fn FieldLine(field: FieldCard) -> impl IntoView {
    if field.group == FieldGroup::Measure {
        view! { <MeasureLine field=field /> }.into_any()
    } else {
        view! { <LevelLine field=field /> }.into_any()
    }
}

/// A level: its menu moves it to a shelf, and so do the letters R, K and F.
#[component]
fn LevelLine(field: FieldCard) -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let name = StoredValue::new(field.name.clone());
    let label = field.label.clone();
    let choose = move |shelf: String| move_level(bench, &name.get_value(), &shelf);
    let by_letter = move |event: KeyboardEvent| {
        let letter = dom::in_small_letters(&event.key());
        let known = SHELVES.iter().find(|(_, phrase)| {
            let key = key_of(danish::ui::phrase(*phrase, language.get_untracked()));
            dom::in_small_letters(&key) == letter
        });
        if let Some((shelf, _)) =
            known.filter(|_| !dom::is_typing() && !event.ctrl_key() && !event.meta_key())
        {
            event.prevent_default();
            close_menus();
            move_level(bench, &name.get_value(), shelf_id(*shelf));
        }
    };
    let heading = field.label.clone();
    let items =
        Signal::derive(move || level_items(bench, &name.get_value(), &heading, language.get()));
    let used = Memo::new({
        let field = field.clone();
        move |_| bench.layout.with(|layout| layout::in_use(layout, &field))
    });
    let menu = say_with(move |language| danish::ui::pivot::field_menu(&label, language));
    let count = move || {
        whole(
            usize::try_from(field.member_count).unwrap_or(usize::MAX),
            language.get(),
        )
    };
    view! {
        <li class="field-line" class:field-used=move || used.get() on:keydown=by_letter>
            <Used used=used />
            <span class="field-words">
                <span class="field-name">{field.label}</span>
                <span class="field-note">{count}</span>
            </span>
            <Menu label=menu opener=Opener::Icon(Icon::ChevronDown) kind=ButtonKind::Quiet items=items on_choose=choose />
        </li>
    }
}

/// A measure: pressing it shows it or takes it away; its menu offers other ways to ask for it.
#[component]
fn MeasureLine(field: FieldCard) -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let plain = StoredValue::new(labels::measure_of(&field));
    let used = Memo::new({
        let field = field.clone();
        move |_| bench.layout.with(|layout| layout::in_use(layout, &field))
    });
    let shown = move || {
        plain.with_value(|plain| bench.layout.with(|layout| layout.measures.contains(plain)))
    };
    let toggle = move || {
        bench.change(|layout| plain.with_value(|plain| layout::toggle_measure(layout, plain)))
    };
    let ways = StoredValue::new(ways(&field.name));
    let choose = move |index: String| {
        let way = ways.with_value(|ways| {
            ways.iter()
                .find(|(id, _)| *id == index)
                .map(|(_, way)| way.clone())
        });
        if let Some(way) = way {
            bench.change(|layout| layout::toggle_measure(layout, &way));
        }
    };
    let items = Signal::derive(move || {
        let item = |(id, way): &(String, MeasureExpr)| {
            let label = bench.catalog.with(|catalog| {
                bench
                    .table
                    .with(|table| labels::measure_label(catalog, Some(table), way, language.get()))
            });
            MenuItem {
                chosen: Some(bench.layout.with(|layout| layout.measures.contains(way))),
                ..MenuItem::act(id, label)
            }
        };
        ways.with_value(|ways| ways.iter().map(item).collect::<Vec<_>>())
    });
    let label = field.label.clone();
    let menu = say_with(move |language| danish::ui::pivot::further_ways(&label, language));
    let has_ways = plain.with_value(|plain| matches!(plain, MeasureExpr::Sum(_)));
    view! {
        <li class="field-line" class:field-used=move || used.get()>
            <Used used=used />
            <span class="field-words">
                <button type="button" class="field-name field-toggle" aria-pressed=move || shown().to_string() on:click=move |_| toggle()>
                    {field.label}
                </button>
                <span class="field-note">{field.class}</span>
            </span>
            {has_ways.then(|| view! { <Menu label=menu opener=Opener::Icon(Icon::ChevronDown) kind=ButtonKind::Quiet items=items on_choose=choose /> })}
        </li>
    }
}

/// The check of a field in use, with its word for a screen reader.
#[component]
fn Used(used: Memo<bool>) -> impl IntoView {
    view! {
        <span class="field-check">
            {move || used.get().then(|| view! { <IconSign icon=Icon::Check /><span class="spoken">{say(Pivot::InUse)}</span> })}
        </span>
    }
}

const SHELVES: [(Shelf, Pivot); 3] = [
    (Shelf::Rows, Pivot::Rows),
    (Shelf::Columns, Pivot::Columns),
    (Shelf::Filters, Pivot::Filters),
];
const REMOVE: &str = "remove";

const fn shelf_id(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Rows => "rows",
        Shelf::Columns => "columns",
        Shelf::Filters => "filters",
    }
}

/// The letter that moves a field to a shelf: the first of the shelf's name.
fn key_of(shelf: &str) -> String {
    shelf.chars().take(1).collect()
}

fn level_items(
    bench: Workbench,
    level: &str,
    label: &str,
    language: danish::Language,
) -> Vec<MenuItem> {
    let to = |(shelf, phrase): &(Shelf, Pivot)| {
        let words = danish::ui::phrase(*phrase, language);
        let is_there = bench
            .on_shelf(*shelf)
            .iter()
            .any(|present| present == level);
        (!is_there).then(|| MenuItem {
            key: key_of(words),
            ..MenuItem::act(shelf_id(*shelf), words)
        })
    };
    let mut items: Vec<MenuItem> = SHELVES.iter().filter_map(to).collect();
    if let Some(first) = items.first_mut() {
        first.heading = danish::ui::pivot::move_to(label, language);
    }
    if items.len() < SHELVES.len() {
        items.push(MenuItem::act(
            REMOVE,
            danish::ui::phrase(Pivot::RemoveField, language),
        ));
    }
    items
}

fn move_level(bench: Workbench, level: &str, target: &str) {
    let language = language().get_untracked();
    let label = bench.label(level);
    if let Some((shelf, phrase)) = SHELVES.iter().find(|(shelf, _)| shelf_id(*shelf) == target) {
        bench.place(level, *shelf);
        announce(danish::ui::pivot::moved_to(
            &label,
            danish::ui::phrase(*phrase, language),
            language,
        ));
    } else {
        bench.remove_everywhere(level);
        announce(danish::ui::pivot::removed(&label, language));
    }
}

/// Makes the question of a measure's name.
type Way = fn(String) -> MeasureExpr;

/// The ways a measure can be asked for: its own roll-up first.
fn ways(name: &str) -> Vec<(String, MeasureExpr)> {
    let each: [(&str, Way); 5] = [
        ("sum", MeasureExpr::Sum),
        ("mean", MeasureExpr::Mean),
        ("min", MeasureExpr::Min),
        ("max", MeasureExpr::Max),
        ("count", MeasureExpr::Count),
    ];
    each.into_iter()
        .map(|(id, way)| (id.to_owned(), way(name.to_owned())))
        .collect()
}

/// A letter acts at once, so the menu it was read from closes.
fn close_menus() {
    let Some(body) = dom::document().body() else {
        return;
    };
    for menu in dom::find_all(&body, "[role=menu]:popover-open") {
        let _ = menu.hide_popover();
    }
}
