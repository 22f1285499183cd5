//! Changes to the layout of a pivot: plain functions from one layout to the next.

use protocol::catalog::{FieldCard, FieldGroup};
use protocol::slice::{Direction, MeasureExpr};
use protocol::state::{Pivot, Shown, Sort};

use super::labels::concerns;

/// Where a level can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// Down the side.
    Rows,
    /// Across the top.
    Columns,
    /// Narrowing what is read.
    Filters,
}

/// Which way a chip moves within its shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Towards the start: further out.
    Earlier,
    /// Towards the end: further in.
    Later,
}

/// The levels on a shelf, in order.
pub(crate) fn levels_on(pivot: &Pivot, shelf: Shelf) -> Vec<String> {
    match shelf {
        Shelf::Rows => pivot.rows.clone(),
        Shelf::Columns => pivot.columns.clone(),
        Shelf::Filters => pivot.filters.keys().cloned().collect(),
    }
}

/// Whether a field of the table is on any shelf.
pub(crate) fn in_use(pivot: &Pivot, field: &FieldCard) -> bool {
    if field.group == FieldGroup::Measure {
        return pivot
            .measures
            .iter()
            .any(|measure| concerns(measure, field));
    }
    let name = &field.name;
    pivot.rows.contains(name) || pivot.columns.contains(name) || pivot.filters.contains_key(name)
}

/// Puts a level on the rows or columns, beside its relatives, and takes it from where it stood.
pub(crate) fn place_level(pivot: &mut Pivot, level: &str, shelf: Shelf, fields: &[FieldCard]) {
    take_level(pivot, level);
    let target = match shelf {
        Shelf::Rows => &mut pivot.rows,
        Shelf::Columns => &mut pivot.columns,
        Shelf::Filters => return,
    };
    let position = position_among_relatives(target, level, fields);
    target.insert(position, level.to_owned());
    forget_what_no_longer_fits(pivot, shelf, position);
}

/// Takes a level from rows and columns; its filter stays.
pub(crate) fn take_level(pivot: &mut Pivot, level: &str) {
    if let Some(position) = pivot.rows.iter().position(|name| name == level) {
        pivot.rows.remove(position);
        forget_what_no_longer_fits(pivot, Shelf::Rows, position);
    }
    if let Some(position) = pivot.columns.iter().position(|name| name == level) {
        pivot.columns.remove(position);
        forget_what_no_longer_fits(pivot, Shelf::Columns, position);
    }
}

/// Takes a level from one shelf.
pub(crate) fn remove_level(pivot: &mut Pivot, level: &str, shelf: Shelf) {
    match shelf {
        Shelf::Filters => {
            pivot.filters.remove(level);
        }
        Shelf::Rows | Shelf::Columns => take_level(pivot, level),
    }
}

/// Swaps a level on the rows or columns with its neighbour; at the end of the shelf nothing moves.
pub(crate) fn step_level(pivot: &mut Pivot, level: &str, shelf: Shelf, step: Step) {
    let target = match shelf {
        Shelf::Rows => &mut pivot.rows,
        Shelf::Columns => &mut pivot.columns,
        Shelf::Filters => return,
    };
    let Some(position) = target.iter().position(|name| name == level) else {
        return;
    };
    if let Some(first) = swap_with_neighbour(target, position, step) {
        forget_what_no_longer_fits(pivot, shelf, first);
    }
}

/// Keeps these members of a level, or all when `kept` is none.
pub(crate) fn keep_members(pivot: &mut Pivot, level: &str, kept: Option<Vec<String>>) {
    match kept {
        Some(kept) => pivot.filters.insert(level.to_owned(), kept),
        None => pivot.filters.remove(level),
    };
}

/// Adds a measure at the end, or takes it away when it is there; what stands before it keeps its order.
pub(crate) fn toggle_measure(pivot: &mut Pivot, measure: &MeasureExpr) {
    match pivot.measures.iter().position(|present| present == measure) {
        Some(position) => {
            pivot.measures.remove(position);
            pivot.sort = None;
        }
        None => pivot.measures.push(measure.clone()),
    }
}

/// Swaps a measure with its neighbour.
pub(crate) fn step_measure(pivot: &mut Pivot, measure: &MeasureExpr, step: Step) {
    let Some(position) = pivot.measures.iter().position(|present| present == measure) else {
        return;
    };
    if swap_with_neighbour(&mut pivot.measures, position, step).is_some() {
        pivot.sort = None;
    }
}

/// Rows become columns and columns rows.
pub(crate) fn swap_sides(pivot: &mut Pivot) {
    std::mem::swap(&mut pivot.rows, &mut pivot.columns);
    pivot.shown = match pivot.shown {
        Shown::Numbers => Shown::Numbers,
        Shown::RowShare => Shown::ColumnShare,
        Shown::ColumnShare => Shown::RowShare,
    };
    pivot.unfolded.clear();
    pivot.sort = None;
}

/// Unfolds a folded row and folds an unfolded one, with everything inside it.
pub(crate) fn toggle_row(pivot: &mut Pivot, path: &[String]) {
    if pivot.unfolded.contains(path) {
        pivot
            .unfolded
            .retain(|unfolded| !unfolded.starts_with(path));
    } else {
        pivot.unfolded.insert(path.to_vec());
    }
}

/// The next order of a column: largest first, then smallest first, then the order of the members.
pub(crate) fn cycle_sort(pivot: &mut Pivot, column: u32) {
    pivot.sort = match pivot.sort {
        Some(Sort {
            column: sorted,
            direction: Direction::Descending,
        }) if sorted == column => Some(Sort {
            column,
            direction: Direction::Ascending,
        }),
        Some(Sort {
            column: sorted,
            direction: Direction::Ascending,
        }) if sorted == column => None,
        _ => Some(Sort {
            column,
            direction: Direction::Descending,
        }),
    };
}

/// A fresh layout for another table.
pub(crate) fn change_table(pivot: &mut Pivot, table: &str) {
    *pivot = Pivot {
        table: Some(table.to_owned()),
        heat: pivot.heat,
        ..Pivot::default()
    };
}

/// After the last relative that stands further out, else before the first that stands further in, else last.
fn position_among_relatives(target: &[String], level: &str, fields: &[FieldCard]) -> usize {
    let rank = |name: &str| fields.iter().position(|field| field.name == name);
    let dimension = |name: &str| {
        fields
            .iter()
            .find(|field| field.name == name)
            .and_then(|field| field.dimension.clone())
    };
    let own = (rank(level), dimension(level));
    let relative = |name: &String| own.1.is_some() && dimension(name) == own.1;
    let after = target
        .iter()
        .rposition(|name| relative(name) && rank(name) < own.0);
    let before = target
        .iter()
        .position(|name| relative(name) && rank(name) > own.0);
    after
        .map(|position| position + 1)
        .or(before)
        .unwrap_or(target.len())
}

/// Swaps and gives the lower of the two positions, or nothing at the end of the list.
fn swap_with_neighbour<T>(list: &mut [T], position: usize, step: Step) -> Option<usize> {
    let other = match step {
        Step::Earlier => position.checked_sub(1)?,
        Step::Later => position + 1,
    };
    if other >= list.len() {
        return None;
    }
    list.swap(position, other);
    Some(position.min(other))
}

/// Paths that reach the changed row level no longer name rows, and a changed column level moves the value columns.
fn forget_what_no_longer_fits(pivot: &mut Pivot, shelf: Shelf, position: usize) {
    match shelf {
        Shelf::Rows => pivot.unfolded.retain(|path| path.len() <= position),
        Shelf::Columns => pivot.sort = None,
        Shelf::Filters => {}
    }
}

#[cfg(test)]
mod tests;
