//! The four shelves: rows, columns, filters and measures, each with its chips and a menu to add more.

use crate::prelude::*;
use danish::ui::Pivot;
use protocol::catalog::{FieldCard, FieldGroup};
use protocol::slice::MeasureExpr;

use super::labels;
use super::layout::{self, Shelf, Step};
use super::workbench::{Workbench, use_bench};
use crate::component::button::ButtonKind;
use crate::component::chip::Chip;
use crate::component::filter::{self, FilterChip, Kept};
use crate::component::menu::{Menu, MenuItem};
use crate::component::refocus;
use crate::words::{language, say, say_with};

/// All four shelves.
#[component]
pub(super) fn Shelves() -> impl IntoView {
    view! {
        <div class="shelves">
            <LevelShelf shelf=Shelf::Rows />
            <LevelShelf shelf=Shelf::Columns />
            <LevelShelf shelf=Shelf::Filters />
            <MeasureShelf />
        </div>
    }
}

/// Rows, columns or filters.
#[component]
fn LevelShelf(shelf: Shelf) -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let place = Place::of(shelf);
    let present = Memo::new(move |_| bench.on_shelf(shelf));
    let items = Signal::derive(move || level_items(bench, &present.get(), language.get()));
    let add = move |level: String| {
        bench.place(&level, shelf);
        let position =
            present.with_untracked(|present| present.iter().position(|name| *name == level));
        if let (Shelf::Filters, Some(position)) = (shelf, position) {
            filter::open(position);
        }
    };
    view! {
        <Frame place=place items=items on_add=add>
            <For each=move || present.get() key=Clone::clone let:level>
                <li>{match shelf {
                    Shelf::Filters => view! { <ShelvedFilter level=level /> }.into_any(),
                    Shelf::Rows | Shelf::Columns => view! { <LevelChip level=level shelf=shelf present=present /> }.into_any(),
                }}</li>
            </For>
        </Frame>
    }
}

/// A level on rows or columns.
#[component]
fn LevelChip(level: String, shelf: Shelf, present: Memo<Vec<String>>) -> impl IntoView {
    let bench = use_bench();
    let level = StoredValue::new(level);
    let label = Signal::derive(move || level.with_value(|level| bench.label(level)));
    let position = move || {
        present.with_untracked(|present| {
            level.with_value(|level| present.iter().position(|name| name == level))
        })
    };
    let step = move |step: Step| {
        level.with_value(|level| {
            bench.change(|layout| layout::step_level(layout, level, shelf, step))
        });
        refocus::soon(
            Place::of(shelf).step_buttons(step),
            position().unwrap_or_default(),
        );
    };
    let remove = move |()| {
        level.with_value(|level| bench.remove(level, shelf));
        refocus::soon(Place::of(shelf).add_button(), 0);
    };
    view! {
        <Chip
            label=label
            on_remove=Callback::new(remove)
            on_earlier=Callback::new(move |()| step(Step::Earlier))
            on_later=Callback::new(move |()| step(Step::Later))
        />
    }
}

/// A filter on its shelf.
#[component]
fn ShelvedFilter(level: String) -> impl IntoView {
    let bench = use_bench();
    let level = StoredValue::new(level);
    let field = Memo::new(move |_| level.with_value(|level| bench.field(level)));
    let kept = Memo::new(move |_| {
        bench
            .layout
            .with(|layout| level.with_value(|level| layout.filters.get(level).cloned()))
    });
    let keep = move |kept: Kept| {
        level.with_value(|level| bench.change(|layout| layout::keep_members(layout, level, kept)));
    };
    let remove = move |()| {
        level.with_value(|level| bench.remove(level, Shelf::Filters));
        refocus::soon(".shelf-filters .shelf-add .button", 0);
    };
    view! { <FilterChip field=field kept=kept on_keep=Callback::new(keep) on_remove=Callback::new(remove) /> }
}

/// What is shown in the cells.
#[component]
fn MeasureShelf() -> impl IntoView {
    let bench = use_bench();
    let language = language();
    let present = Memo::new(move |_| bench.layout.with(|layout| layout.measures.clone()));
    let items = Signal::derive(move || measure_items(bench, &present.get()));
    let add = move |name: String| {
        let field = bench
            .table
            .with_untracked(|table| labels::field_of(Some(table), &name).cloned());
        if let Some(field) = field {
            let measure = labels::measure_of(&field);
            bench.change(|layout| layout::toggle_measure(layout, &measure));
        }
    };
    let chip = move |measure: MeasureExpr| {
        let measure = StoredValue::new(measure);
        let named = move || {
            measure.with_value(|measure| {
                let named = |catalog: &_| {
                    bench.table.with(|table| {
                        labels::measure_label(catalog, Some(table), measure, language.get())
                    })
                };
                bench.catalog.with(named)
            })
        };
        let position = move || {
            measure.with_value(|measure| {
                present.with_untracked(|present| present.iter().position(|shown| shown == measure))
            })
        };
        let step = move |step: Step| {
            measure.with_value(|measure| {
                bench.change(|layout| layout::step_measure(layout, measure, step))
            });
            refocus::soon(
                Place::MEASURES.step_buttons(step),
                position().unwrap_or_default(),
            );
        };
        let remove = move |()| {
            measure.with_value(|measure| {
                bench.change(|layout| layout::toggle_measure(layout, measure))
            });
            refocus::soon(Place::MEASURES.add_button(), 0);
        };
        view! {
            <Chip
                label=Signal::derive(named)
                on_remove=Callback::new(remove)
                on_earlier=Callback::new(move |()| step(Step::Earlier))
                on_later=Callback::new(move |()| step(Step::Later))
            />
        }
    };
    view! {
        <Frame place=Place::MEASURES items=items on_add=add>
            <For each=move || present.get() key=labels::key_of let:measure>
                <li>{chip(measure)}</li>
            </For>
        </Frame>
    }
}

/// A shelf's label, its chips and its menu.
#[component]
fn Frame(
    place: Place,
    #[prop(into)] items: Signal<Vec<MenuItem>>,
    #[prop(into)] on_add: Callback<String>,
    children: Children,
) -> impl IntoView {
    let add = say_with(|language| format!("+ {}", danish::ui::phrase(Pivot::Add, language)));
    view! {
        <section class=place.class aria-label=say(place.title)>
            <h2 class="shelf-label">{say(place.title)}</h2>
            <ul class="shelf-chips">{children()}</ul>
            <div class="shelf-add">
                <Menu label=add name=say(place.add) kind=ButtonKind::Quiet items=items on_choose=on_add />
            </div>
        </section>
    }
}

/// The words of a shelf and where its controls are found.
#[derive(Clone, Copy)]
struct Place {
    title: Pivot,
    add: Pivot,
    class: &'static str,
}

impl Place {
    const MEASURES: Self = Self {
        title: Pivot::Measures,
        add: Pivot::AddMeasure,
        class: "shelf shelf-measures",
    };

    const fn of(shelf: Shelf) -> Self {
        match shelf {
            Shelf::Rows => Self {
                title: Pivot::Rows,
                add: Pivot::AddRow,
                class: "shelf shelf-rows",
            },
            Shelf::Columns => Self {
                title: Pivot::Columns,
                add: Pivot::AddColumn,
                class: "shelf shelf-columns",
            },
            Shelf::Filters => Self {
                title: Pivot::Filters,
                add: Pivot::AddFilter,
                class: "shelf shelf-filters",
            },
        }
    }

    /// One button a chip: the first of its two that move, or the last.
    fn step_buttons(self, step: Step) -> &'static str {
        match (self.title, step) {
            (Pivot::Rows, Step::Earlier) => ".shelf-rows .chip-move:first-child",
            (Pivot::Rows, Step::Later) => ".shelf-rows .chip-words + .chip-move",
            (Pivot::Columns, Step::Earlier) => ".shelf-columns .chip-move:first-child",
            (Pivot::Columns, Step::Later) => ".shelf-columns .chip-words + .chip-move",
            (_, Step::Earlier) => ".shelf-measures .chip-move:first-child",
            (_, Step::Later) => ".shelf-measures .chip-words + .chip-move",
        }
    }

    fn add_button(self) -> &'static str {
        match self.title {
            Pivot::Rows => ".shelf-rows .shelf-add .button",
            Pivot::Columns => ".shelf-columns .shelf-add .button",
            Pivot::Filters => ".shelf-filters .shelf-add .button",
            _ => ".shelf-measures .shelf-add .button",
        }
    }
}

fn level_items(bench: Workbench, present: &[String], language: danish::Language) -> Vec<MenuItem> {
    let is_absent = |field: &FieldCard| !present.contains(&field.name);
    with_headings(bench.levels().into_iter().filter(is_absent), language)
}

fn measure_items(bench: Workbench, present: &[MeasureExpr]) -> Vec<MenuItem> {
    let is_absent = |field: &&FieldCard| {
        field.group == FieldGroup::Measure && !present.contains(&labels::measure_of(field))
    };
    bench.table.with(|table| {
        let absent = table.fields.iter().filter(is_absent);
        absent
            .map(|field| MenuItem::act(field.name.clone(), field.label.clone()))
            .collect()
    })
}

/// One line a field, its group's name where the group begins.
fn with_headings(
    fields: impl Iterator<Item = FieldCard>,
    language: danish::Language,
) -> Vec<MenuItem> {
    let mut group = None;
    let line = |field: FieldCard| {
        let begins = group.replace(field.group) != Some(field.group);
        let heading = begins
            .then(|| danish::ui::phrase(labels::group_heading(field.group), language).to_owned());
        MenuItem {
            heading: heading.unwrap_or_default(),
            ..MenuItem::act(field.name, field.label)
        }
    };
    fields.map(line).collect()
}
