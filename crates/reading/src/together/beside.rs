//! Tables about the same places and periods, their numbers side by side.

use std::collections::HashMap;

use table::{DimensionColumn, MeasureColumn, Role, Table, Text};

use super::{Item, Joint, Together, Whence, have_same_columns, rows};
use crate::name::{slug, unique};
use crate::reading::Notice;

/// Puts files beside each other that can be; sheets of a workbook stay as they are.
pub(super) fn put(joints: Vec<Joint>, whence: Whence, together: &mut Together) {
    let mut moved: Vec<usize> = Vec::with_capacity(joints.len());
    let mut put: Vec<Joint> = Vec::new();
    for joint in joints {
        let fits = |own: &Joint| whence == Whence::Files && are_beside(&own.table, &joint.table);
        let found = put.iter().position(fits);
        let both = found.and_then(|at| both(put.get(at)?, &joint));
        match (found, both) {
            (Some(at), Some(both)) => {
                if let Some(slot) = put.get_mut(at) {
                    *slot = both;
                }
                moved.push(at);
            }
            _ => {
                moved.push(put.len());
                put.push(joint);
            }
        }
    }
    for (at, joint) in put.iter().enumerate() {
        if moved.iter().filter(|own| **own == at).count() > 1 {
            together.notices.push(Notice::Beside {
                table: joint.table.title().da.clone(),
                parts: joint.parts.clone(),
            });
        }
    }
    for place in together.places.iter_mut().flatten() {
        *place = moved.get(*place).copied().unwrap_or(*place);
    }
    together.tables = put.into_iter().map(|joint| joint.table).collect();
}

/// Whether two files have the same headings and other numbers for most of the same rows: then the heading says less
/// than the names of the files.
pub(super) fn are_other_measures(first: &Item, other: &Item) -> bool {
    let words = |item: &Item| {
        let said = item.said.as_ref();
        slug(said.map_or(item.name.as_str(), |said| &said.words))
    };
    if words(first) == words(other) {
        return false;
    }
    let Some(mut both) = rows::aligned(&other.table, &first.table) else {
        return false;
    };
    let end = first.table.row_count();
    let mut whole = first.table.clone();
    std::mem::swap(&mut whole, &mut both);
    if both.append(whole).is_err() {
        return false;
    }
    let keys = rows::keys(&both);
    let before: HashMap<_, usize> = keys.iter().take(end).zip(0..).collect();
    let again = keys.iter().enumerate().skip(end);
    let again = again.filter_map(|(row, key)| Some((*before.get(key)?, row)));
    let (mut same, mut differing) = (0_usize, 0_usize);
    for (before, row) in again {
        let differs = rows::differ(&both, before, row);
        *(if differs { &mut differing } else { &mut same }) += 1;
    }
    differing > same && (differing + same) * 2 > both.row_count() - end
}

/// Whether two tables group rows by the same, places or periods among them.
fn are_beside(first: &Table, other: &Table) -> bool {
    let columns = |table: &Table| {
        let own = table.dimensions().iter().map(|it| &it.dimension);
        let mut columns: Vec<String> = own.map(|it| format!("{} {:?}", it.name, it.role)).collect();
        columns.sort();
        columns
    };
    let is_about =
        |column: &DimensionColumn| matches!(column.dimension.role, Role::Geography | Role::Time);
    first.dimensions().iter().any(is_about) && columns(first) == columns(other)
}

/// The numbers of both; nothing where a row of either is not the only one with its members, or none is in both.
fn both(first: &Joint, other: &Joint) -> Option<Joint> {
    let (mine, theirs) = with_own_names(first, other)?;
    let groups = grouped(&mine, &theirs)?;
    let (left, right) = (&groups.left, &groups.right);
    let dimensions = groups.dimensions;
    let measures = mine
        .measures()
        .iter()
        .map(|it| rows::gather_numbers(it, left));
    let others = theirs
        .measures()
        .iter()
        .map(|it| rows::gather_numbers(it, right));
    let measures: Vec<MeasureColumn> = measures.chain(others).collect();
    let table = Table::try_new(mine.name(), dimensions, measures).ok()?;
    let mut notes = first.table.notes().to_vec();
    let new = other
        .table
        .notes()
        .iter()
        .filter(|note| !first.table.notes().contains(note));
    notes.extend(new.cloned());
    let title = first.table.title().clone();
    Some(Joint {
        table: table.with_title(title).with_notes(notes),
        parts: first.parts.iter().chain(&other.parts).cloned().collect(),
    })
}

/// The rows of two tables by their members.
struct Grouped {
    dimensions: Vec<DimensionColumn>,
    left: Vec<Option<usize>>,
    right: Vec<Option<usize>>,
}

fn grouped(mine: &Table, theirs: &Table) -> Option<Grouped> {
    let bare =
        |table: &Table| Table::try_new(table.name(), table.dimensions().to_vec(), Vec::new());
    let mut whole = bare(mine).ok()?;
    let like = whole.clone();
    let end = mine.row_count();
    whole
        .append(rows::aligned(&bare(theirs).ok()?, &like)?)
        .ok()?;
    let keys = rows::keys(&whole);
    let mut known: HashMap<_, usize> = HashMap::with_capacity(keys.len());
    let mut left: Vec<Option<usize>> = (0..end).map(Some).collect();
    let mut right: Vec<Option<usize>> = vec![None; end];
    let mut sources: Vec<Option<usize>> = left.clone();
    let mut in_both = 0_usize;
    for (row, key) in keys.iter().enumerate() {
        let Some(known) = known.insert(key, row) else {
            if row >= end {
                left.push(None);
                right.push(Some(row - end));
                sources.push(Some(row));
            }
            continue;
        };
        // A key that one of the two has twice could go with either.
        (known < end && row >= end).then_some(())?;
        *right.get_mut(known)? = Some(row - end);
        in_both += 1;
    }
    (in_both > 0).then_some(())?;
    let dimensions = whole.dimensions().iter();
    let dimensions = dimensions.map(|it| rows::gather_codes(it, &sources));
    Some(Grouped {
        dimensions: dimensions.collect(),
        left,
        right,
    })
}

/// Both tables with measures of other names: those of the same name get the name of their file as well.
fn with_own_names(first: &Joint, other: &Joint) -> Option<(Table, Table)> {
    let mut names: Vec<String> = first
        .table
        .dimensions()
        .iter()
        .map(|it| it.dimension.name.clone())
        .collect();
    let is_shared = |name: &str| {
        let has = |table: &Table| table.measures().iter().any(|it| it.measure.name == name);
        has(&first.table) && has(&other.table)
    };
    let mut renamed = |joint: &Joint| {
        let measures = joint.table.measures().iter().map(|column| {
            let mut column = column.clone();
            let measure = &mut column.measure;
            let file = joint.parts.first().map_or("", String::as_str);
            if is_shared(&measure.name) {
                let stem = format!("{} {file}", measure.name);
                measure.name = unique(&stem, &stem, &mut names);
                let with_file = |text: &str| format!("{text} ({file})");
                measure.label =
                    Text::new(&with_file(&measure.label.da), &with_file(&measure.label.en));
            } else {
                measure.name = unique(&measure.name, "value", &mut names);
            }
            column
        });
        let measures = measures.collect();
        Table::try_new(
            joint.table.name(),
            joint.table.dimensions().to_vec(),
            measures,
        )
        .ok()
    };
    let (mine, theirs) = (renamed(first)?, renamed(other)?);
    (!have_same_columns(&mine, &theirs)).then_some((mine, theirs))
}
