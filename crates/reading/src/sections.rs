//! Two levels in one column: places with sexes or ages below each, and texts between the rows that say what follows.
//!
//! Such a column is taken apart before it is asked what columns are: the upper level stays, the lower one becomes a
//! column of its own to the right of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use formats::{Cell, Limits, Merged, Sheet, SheetBuilder};
use health::geography;

use crate::age::{self, Plain};
use crate::block::Block;
use crate::header::text;
use crate::numbers::{self, Kind};
use crate::reading::SkipReason;
use crate::time;
use crate::view::{Origin, View};
use crate::vocabulary::{is_total, sex_of, total_label, total_of};

/// Rows beyond which nobody writes two levels into one column.
pub(crate) const MOST_ROWS: usize = 50_000;

/// What a column of two levels says of each row.
#[derive(Debug, Default, PartialEq, Eq)]
struct Levels {
    column: usize,
    /// For each row of the body the text that stays and the text of the new column.
    rows: BTreeMap<usize, (String, String)>,
    /// Rows that only head others.
    headings: BTreeSet<usize>,
}

/// The view and its blocks with such columns taken apart.
pub(crate) fn take_apart<'a>(view: View<'a>, mut blocks: Vec<Block>) -> (View<'a>, Vec<Block>) {
    let levels = blocks.iter().map(|block| of(&view.sheet, block));
    let mut levels: Vec<Option<Levels>> = levels.collect();
    let Some(column) = levels.iter().flatten().map(|it| it.column).next() else {
        return (view, blocks);
    };
    for slot in &mut levels {
        *slot = slot.take().filter(|levels| levels.column == column);
    }
    let found: Vec<&Levels> = levels.iter().flatten().collect();
    // A copy that is over a limit is not made.
    let Some(sheet) = copied(&view.sheet, column, &found) else {
        return (view, blocks);
    };
    for (block, levels) in blocks.iter_mut().zip(&levels) {
        let after = (column + 1).min(block.numeric.len());
        block.numeric.insert(after, false);
        if let Some(levels) = levels {
            let heads = |row: &usize| levels.headings.contains(row);
            block.body.retain(|row| !heads(row));
            block.skipped.retain(|(row, _)| !heads(row));
            block.sections = levels.members();
        }
    }
    (with_column(view, sheet, column), blocks)
}

impl Levels {
    /// The texts of the new column, in the order they are met.
    fn members(&self) -> Vec<String> {
        let mut members: Vec<String> = Vec::new();
        for (_, lower) in self.rows.values() {
            if !members.contains(lower) && *lower != total_label().da {
                members.push(lower.clone());
            }
        }
        members
    }
}

fn with_column<'a>(view: View<'a>, sheet: Sheet, column: usize) -> View<'a> {
    let mut columns: Vec<Origin> = (0..sheet.column_count().saturating_sub(1))
        .map(|at| view.origin(at))
        .collect();
    let own = view.origin(column);
    columns.insert((column + 1).min(columns.len()), Origin { part: 1, ..own });
    let mut marks = view.marks;
    let beyond = marks.iter_mut().filter(|mark| mark.column > column);
    beyond.for_each(|mark| mark.column += 1);
    View {
        sheet: Cow::Owned(sheet),
        columns,
        marks,
    }
}

fn copied(sheet: &Sheet, column: usize, levels: &[&Levels]) -> Option<Sheet> {
    let mut builder = SheetBuilder::new(sheet.name(), &Limits::default());
    let moved = |at: usize| if at > column { at + 1 } else { at };
    for row in 0..sheet.row_count() {
        let own = levels.iter().find_map(|levels| levels.rows.get(&row));
        for (at, cell) in sheet.row(row) {
            match own.filter(|_| at == column) {
                Some((upper, lower)) => {
                    builder.push(row, at, Cell::Text(upper)).ok()?;
                    builder.push(row, at + 1, Cell::Text(lower)).ok()?;
                }
                None => builder.push(row, moved(at), cell).ok()?,
            }
        }
    }
    for merged in sheet.merged() {
        builder.merge(Merged {
            first_column: moved(merged.first_column),
            last_column: moved(merged.last_column),
            ..*merged
        });
    }
    Some(builder.finish())
}

fn of(sheet: &Sheet, block: &Block) -> Option<Levels> {
    (block.body.len() <= MOST_ROWS).then_some(())?;
    let column = label_column(sheet, block)?;
    let headings = headings(sheet, block, column);
    let labels = block.body.iter().filter(|row| !headings.contains(row));
    let labels: Vec<(usize, String)> = labels
        .map(|row| (*row, raw_text(sheet, *row, column)))
        .collect();
    let sections = || under_headings(sheet, column, &labels, &headings);
    let rows = sections().or_else(|| under_rows(&labels))?;
    Some(Levels {
        column,
        rows,
        headings,
    })
}

/// The first column of words.
fn label_column(sheet: &Sheet, block: &Block) -> Option<usize> {
    let first = *block.body.first()?;
    let is_word = |cell: Cell<'_>| numbers::kind(cell) == Kind::Words;
    let mut cells = sheet.row(first).filter(|(_, cell)| is_word(*cell));
    let (column, _) = cells.next()?;
    let is_numeric = block.numeric.get(column).copied().unwrap_or(true);
    (!is_numeric).then_some(column)
}

/// Rows between header and end that have a text and nothing else.
fn headings(sheet: &Sheet, block: &Block, column: usize) -> BTreeSet<usize> {
    let skipped = block.skipped.iter();
    let skipped = skipped.filter(|(_, reason)| *reason == SkipReason::Heading);
    let rows = skipped
        .map(|(row, _)| *row)
        .chain(block.body.iter().copied());
    let is_alone = |row: &usize| {
        let mut cells = sheet.row(*row);
        let first = cells.next().is_some_and(|(at, _)| at == column);
        first && cells.all(|(_, cell)| numbers::kind(cell) == Kind::Blank)
    };
    rows.filter(is_alone).collect()
}

fn raw_text(sheet: &Sheet, row: usize, column: usize) -> String {
    match sheet.cell(row, column) {
        Cell::Text(text) => text.trim_end().to_owned(),
        cell => text(cell).into_owned(),
    }
}

type Rows = BTreeMap<usize, (String, String)>;

/// Each row under the last heading above it, where the same labels come under several.
fn under_headings(
    sheet: &Sheet,
    column: usize,
    labels: &[(usize, String)],
    headings: &BTreeSet<usize>,
) -> Option<Rows> {
    let mut rows = Rows::new();
    let mut met: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (row, label) in labels {
        let heading = *headings.range(..row).next_back()?;
        met.entry(label.trim()).or_default().insert(heading);
        let above = raw_text(sheet, heading, column).trim().to_owned();
        rows.insert(*row, (label.trim().to_owned(), above));
    }
    let repeats = met.values().any(|headings| headings.len() > 1);
    for (row, label) in labels {
        if let Some(own) = grand_total(label.trim(), &met) {
            rows.insert(*row, (own, total_label().da));
        }
    }
    repeats.then_some(rows)
}

/// What the last rows of a table in sections are the sum of over all sections, by the labels and the headings they are under.
fn grand_total(label: &str, met: &BTreeMap<&str, BTreeSet<usize>>) -> Option<String> {
    let is_once = met.get(label).is_some_and(|headings| headings.len() == 1);
    let last = met.values().flatten().max();
    let is_last = met
        .get(label)
        .is_some_and(|headings| headings.last() == last);
    let several = |label: &str| met.get(label).is_some_and(|headings| headings.len() > 1);
    let of = total_of(label).filter(|of| several(of));
    let whole = of.or_else(|| is_total(label, label).then_some(label));
    whole.filter(|_| is_once && is_last).map(str::to_owned)
}

/// Sexes, ages or indented texts under the row above that is none, where they come under several.
fn under_rows(labels: &[(usize, String)]) -> Option<Rows> {
    let mut rows = Rows::new();
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let mut upper: Option<(&str, usize)> = None;
    let mut uppers: BTreeSet<&str> = BTreeSet::new();
    for (row, label) in labels {
        let depth = label.len() - label.trim_start().len();
        let own = label.trim();
        if is_blank_in(own, upper.map(|(above, _)| above)) {
            rows.insert(*row, (own.to_owned(), own.to_owned()));
            continue;
        }
        match upper {
            Some((above, above_depth))
                if is_lower(own) || (depth > above_depth && is_kind(own, above)) =>
            {
                *met.entry(own).or_default() += 1;
                rows.insert(*row, (above.to_owned(), own.to_owned()));
            }
            _ if is_lower(own) || own.is_empty() => return None,
            _ => {
                upper = Some((own, depth));
                // A place that is told twice has its rows in a long table.
                uppers.insert(own).then_some(())?;
                rows.insert(*row, (own.to_owned(), total_label().da));
            }
        }
    }
    let repeats = !met.is_empty() && met.values().all(|count| *count > 1);
    (repeats && met.len() > 1 && uppers.len() > 1).then_some(rows)
}

/// Whether a column with these texts could have two levels.
pub(crate) fn may_be<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> bool {
    let lower = texts.clone().any(|text| is_lower(text.trim()));
    let others = texts
        .clone()
        .any(|text| !is_lower(text.trim()) && !is_total(text, text));
    let indented = texts
        .clone()
        .any(|text| text.starts_with(char::is_whitespace) && geography::recognise(text).is_none());
    (lower && others)
        || (indented
            && texts
                .clone()
                .any(|text| geography::recognise(text).is_some()))
}

/// Whether these labels, row by row, are of two levels.
pub(crate) fn are_levels(labels: impl Iterator<Item = String>) -> bool {
    let labels: Vec<(usize, String)> = labels
        .map(|text| text.trim_end().to_owned())
        .enumerate()
        .collect();
    under_rows(&labels).is_some()
}

/// What can only be a part of what stands above.
fn is_lower(label: &str) -> bool {
    let is_sex = label.chars().count() > 1 && sex_of(label).is_some();
    is_sex || age::parse(label, Plain::IsNothing).is_some() || time::parse(label).is_some()
}

/// A blank that a pivot table writes, below a blank.
fn is_blank_in(own: &str, above: Option<&str>) -> bool {
    ["(tom)", "(tomme)", "(blank)"].contains(&own) && above == Some(own)
}

/// Whether an indented text is something else than the place above it.
fn is_kind(label: &str, above: &str) -> bool {
    let is_place = |text: &str| geography::recognise(text).is_some();
    is_place(above) && !is_place(label) && !is_total(label, label)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Labels row by row, and what stays and what is new.
    fn check(labels: &[&str], expected: &str) {
        let labels: Vec<(usize, String)> = labels
            .iter()
            .map(|label| (*label).to_owned())
            .enumerate()
            .collect();
        let rows = under_rows(&labels).unwrap_or_default();
        let shown = rows
            .values()
            .map(|(upper, lower)| format!("{upper}/{lower}"));
        assert_eq!(shown.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn sexes_under_places_are_a_column_of_their_own() {
        check(
            &["Fyn", "Mænd", "Kvinder", "Vejle", "Mænd", "Kvinder"],
            "Fyn/I alt Fyn/Mænd Fyn/Kvinder Vejle/I alt Vejle/Mænd Vejle/Kvinder",
        );
        check(
            &[
                "Fyn",
                "  Akut",
                "  Planlagt",
                "Vejle",
                "  Akut",
                "  Planlagt",
            ],
            "Fyn/I alt Fyn/Akut Fyn/Planlagt Vejle/I alt Vejle/Akut Vejle/Planlagt",
        );
    }

    #[test]
    fn places_under_places_and_sexes_alone_are_one_column() {
        check(&["Region Syddanmark", "  Odense", "  Vejle"], "");
        check(&["Mænd", "Kvinder", "I alt"], "");
        check(&["I alt", "Mænd", "Kvinder"], "");
        check(
            &[
                "I alt",
                "  Somatik",
                "    Akut",
                "    Planlagt",
                "  Psykiatri",
            ],
            "",
        );
    }
}
