//! What the parts of Snit share: the answer, the layout, and one way to change it.

use std::collections::BTreeSet;

use crate::prelude::*;
use protocol::Catalog;
use protocol::catalog::{FieldCard, FieldGroup, TableCard};
use protocol::state::Pivot;
use protocol::view::PivotView;

use super::labels;
use super::layout::{self, Shelf};
use crate::component::live::announce;
use crate::desk::use_desk;
use crate::state::{State, use_state};
use crate::words::language;

/// Rows are no longer unfolded by themselves beyond this many.
const ENOUGH_ROWS: usize = 2_000;

/// The answer, the layout, and what is only of the moment.
#[derive(Clone, Copy)]
pub(crate) struct Workbench {
    /// The last answer.
    pub(crate) view: Memo<PivotView>,
    /// What can be chosen from.
    pub(crate) catalog: Memo<Catalog>,
    /// The layout as asked for.
    pub(crate) layout: Memo<Pivot>,
    /// The table it is about.
    pub(crate) table: Memo<TableCard>,
    /// Filters that stand on the shelf though they keep everything as yet.
    open_filters: RwSignal<BTreeSet<String>>,
    /// Whether rows go on unfolding as their parts arrive.
    unfolding: RwSignal<bool>,
    state: State,
}

/// The workbench, from anywhere below the page of Snit.
pub(crate) fn use_bench() -> Workbench {
    expect_context()
}

impl Workbench {
    /// A workbench with the answer on it.
    pub(crate) fn new(view: Memo<PivotView>) -> Self {
        let state = use_state();
        let open = use_desk().catalog;
        let catalog = Memo::new(move |_| open.get().unwrap_or_default());
        let layout = state.part(|state| state.pivot.clone());
        let table = Memo::new(move |_| {
            let chosen = |catalog: &Catalog| {
                layout.with(|layout| labels::table_of(catalog, layout).cloned())
            };
            catalog.with(chosen).unwrap_or_default()
        });
        let open_filters = RwSignal::new(BTreeSet::new());
        Self {
            view,
            catalog,
            layout,
            table,
            open_filters,
            unfolding: RwSignal::new(false),
            state,
        }
    }

    /// Changes the layout; the session is asked for the new view.
    pub(crate) fn change(self, edit: impl FnOnce(&mut Pivot)) {
        self.state.change(|state| edit(&mut state.pivot));
    }

    /// The label of a level or measure.
    pub(crate) fn label(self, name: &str) -> String {
        self.table
            .with(|table| labels::field_label(Some(table), name))
    }

    /// A field of the table; one that the table does not know has its name for a label.
    pub(crate) fn field(self, name: &str) -> FieldCard {
        let unknown = || FieldCard {
            name: name.to_owned(),
            label: name.to_owned(),
            ..FieldCard::default()
        };
        self.table
            .with(|table| labels::field_of(Some(table), name).cloned())
            .unwrap_or_else(unknown)
    }

    /// The levels of the table, in its order.
    pub(crate) fn levels(self) -> Vec<FieldCard> {
        let is_level = |field: &&FieldCard| field.group != FieldGroup::Measure;
        self.table
            .with(|table| table.fields.iter().filter(is_level).cloned().collect())
    }

    /// The levels on a shelf, those of the moment among them.
    pub(crate) fn on_shelf(self, shelf: Shelf) -> Vec<String> {
        let levels = self.layout.with(|layout| layout::levels_on(layout, shelf));
        if shelf != Shelf::Filters {
            return levels;
        }
        let known: BTreeSet<String> = self.levels().into_iter().map(|field| field.name).collect();
        let of_the_moment = self
            .open_filters
            .get()
            .into_iter()
            .filter(|level| known.contains(level));
        levels
            .into_iter()
            .chain(of_the_moment)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect()
    }

    /// Puts a level on a shelf.
    pub(crate) fn place(self, level: &str, shelf: Shelf) {
        if shelf == Shelf::Filters {
            self.open_filters.update(|open| {
                open.insert(level.to_owned());
            });
        }
        let fields = self.levels();
        self.change(|layout| layout::place_level(layout, level, shelf, &fields));
    }

    /// Takes a level from a shelf.
    pub(crate) fn remove(self, level: &str, shelf: Shelf) {
        if shelf == Shelf::Filters {
            self.open_filters.update(|open| {
                open.remove(level);
            });
        }
        self.change(|layout| layout::remove_level(layout, level, shelf));
    }

    /// Takes a level from every shelf, in one step.
    pub(crate) fn remove_everywhere(self, level: &str) {
        self.open_filters.update(|open| {
            open.remove(level);
        });
        self.change(|layout| {
            layout::take_level(layout, level);
            layout::remove_level(layout, level, Shelf::Filters);
        });
    }

    /// Takes all filters away.
    pub(crate) fn clear_filters(self) {
        self.open_filters.set(BTreeSet::new());
        self.change(|layout| layout.filters.clear());
    }

    /// Unfolds every row, depth by depth, as far as the table stays readable.
    pub(crate) fn unfold_all(self) {
        self.unfolding.set(true);
        self.unfold_visible();
    }

    /// Folds every row.
    pub(crate) fn fold_all(self) {
        self.unfolding.set(false);
        self.change(|layout| layout.unfolded.clear());
    }

    /// Says the number of rows of each new answer, and goes on unfolding if that was asked for.
    pub(crate) fn follow_answers(self) {
        let language = language();
        Effect::new(move |before: Option<usize>| {
            let count = self.view.with(|view| view.rows.len());
            if before.is_some() {
                announce(danish::ui::pivot::row_count(
                    count,
                    language.get_untracked(),
                ));
            }
            if self.unfolding.get_untracked() {
                self.unfold_visible();
            }
            count
        });
    }

    fn unfold_visible(self) {
        let folded = self.view.with_untracked(|view| {
            let rows = view
                .rows
                .iter()
                .filter(|row| row.child_count > 0 && !row.unfolded);
            let paths: Vec<Vec<String>> = rows.map(|row| row.path.clone()).collect();
            if view.rows.len() > ENOUGH_ROWS {
                Vec::new()
            } else {
                paths
            }
        });
        if folded.is_empty() {
            self.unfolding.set(false);
        } else {
            self.change(|layout| layout.unfolded.extend(folded));
        }
    }
}
