//! The rows of a pivot: the grand total, then the tree of row levels as far as it is unfolded.

use std::collections::BTreeMap;

use danish::answer::view as word;
use health::{Member, Question, Role};
use protocol::message::{Notice, Refusal};
use protocol::slice::MeasureExpr;
use protocol::view::CellView;
use protocol::view::pivot::PivotRow;

use super::columns::Columns;
use super::{Frame, level_label};
use crate::{ask, present, words};

/// Cells of the rows at one depth, in the order of their members.
struct Depth {
    paths: Vec<(Vec<String>, String)>,
    cells: BTreeMap<Vec<String>, Vec<CellView>>,
}

/// All rows that are shown, and what was remarkable.
pub(crate) fn rows(
    frame: &Frame<'_>,
    columns: &Columns,
) -> Result<(Vec<PivotRow>, Vec<Notice>), Refusal> {
    let mut notices = Vec::new();
    let deepest = depth_shown(frame);
    let depths: Vec<Depth> = (0..=deepest)
        .map(|depth| depth_of(frame, columns, (depth, &mut notices)))
        .collect::<Result<_, _>>()?;
    let children = child_counts(frame, deepest)?;
    let tree = Tree {
        frame,
        depths: &depths,
        children: &children,
    };
    let mut rows = Vec::new();
    tree.push(&[], 0, &mut rows);
    Ok((rows, notices))
}

/// How many row levels are shown: one more than the longest unfolded path.
fn depth_shown(frame: &Frame<'_>) -> usize {
    let levels = frame.pivot.rows.len();
    let unfolded = frame.pivot.unfolded.iter().map(Vec::len).max().unwrap_or(0);
    levels.min(unfolded + 1)
}

/// The cells of every row with so many levels.
fn depth_of(
    frame: &Frame<'_>,
    columns: &Columns,
    at: (usize, &mut Vec<Notice>),
) -> Result<Depth, Refusal> {
    let (depth, notices) = at;
    let by: Vec<String> = frame.pivot.rows.iter().take(depth).cloned().collect();
    let mut found = Depth {
        paths: Vec::new(),
        cells: BTreeMap::new(),
    };
    let measure_count = frame.pivot.measures.len();
    let width = columns.per_measure();
    if columns.keys.len() != 1 {
        let totals = answered(frame, by.clone(), notices)?;
        for (members, cells) in totals {
            let row = found.row(&members, (measure_count * width, frame));
            for (measure, cell) in cells.into_iter().enumerate() {
                set(row, measure * width + columns.keys.len(), cell);
            }
        }
    }
    if !columns.keys.is_empty() {
        let across = by
            .into_iter()
            .chain(frame.pivot.columns.iter().cloned())
            .collect();
        for (mut members, cells) in answered(frame, across, notices)? {
            let column: Vec<String> = members
                .split_off(depth)
                .into_iter()
                .map(|m| m.code)
                .collect();
            let Some(position) = columns.keys.iter().position(|key| *key == column) else {
                continue;
            };
            let row = found.row(&members, (measure_count * width, frame));
            for (measure, cell) in cells.into_iter().enumerate() {
                set(row, measure * width + position, cell);
            }
        }
    }
    Ok(found)
}

impl Depth {
    /// The cells of a row, made when it is first met; what nothing is said of does not exist.
    fn row(&mut self, members: &[Member], empty: (usize, &Frame<'_>)) -> &mut Vec<CellView> {
        let (width, frame) = empty;
        let path: Vec<String> = members.iter().map(|member| member.code.clone()).collect();
        let paths = &mut self.paths;
        self.cells.entry(path.clone()).or_insert_with(|| {
            let label = members
                .last()
                .map(|member| words::text(&member.label, frame.language));
            paths.push((path, label.unwrap_or_default()));
            vec![present::not_applicable(frame.language); width]
        })
    }
}

fn set(row: &mut [CellView], position: usize, cell: CellView) {
    if let Some(place) = row.get_mut(position) {
        *place = cell;
    }
}

type AnsweredRow = (Vec<Member>, Vec<CellView>);

fn answered(
    frame: &Frame<'_>,
    by: Vec<String>,
    notices: &mut Vec<Notice>,
) -> Result<Vec<AnsweredRow>, Refusal> {
    let measures = &frame.pivot.measures;
    let wanted = measures.iter().map(ask::wanted).collect();
    let question = question(frame, by, wanted);
    let published = frame.open.dataset.ask(&question);
    let published = published.map_err(|refusal| words::refusal(&refusal, frame.language))?;
    for notice in words::notices(published.remarks(), frame.language) {
        if notices
            .iter()
            .all(|known| known.headline != notice.headline)
        {
            notices.push(notice);
        }
    }
    let decimals: Vec<u8> = measures
        .iter()
        .map(|measure: &MeasureExpr| ask::decimals(&frame.open.dataset, measure))
        .collect();
    let cell =
        |(cell, decimals): (&health::Cell, &u8)| present::cell(cell, *decimals, frame.language);
    let row = |(members, cells): (Vec<&Member>, &[health::Cell])| {
        let cells = cells.iter().zip(&decimals).map(cell).collect();
        (members.into_iter().cloned().collect(), cells)
    };
    Ok(published.rows().map(row).collect())
}

fn question(frame: &Frame<'_>, by: Vec<String>, wanted: Vec<health::Wanted>) -> Question {
    Question {
        table: Some(frame.table.name().to_owned()),
        by,
        keep: frame.filters.clone(),
        wanted,
    }
}

/// How many rows each shown row has of its own.
fn child_counts(frame: &Frame<'_>, deepest: usize) -> Result<BTreeMap<Vec<String>, u32>, Refusal> {
    let mut counts = BTreeMap::new();
    for depth in 1..=deepest.min(frame.pivot.rows.len().saturating_sub(1)) {
        let by = frame.pivot.rows.iter().take(depth + 1).cloned().collect();
        let distinct = frame
            .open
            .dataset
            .distinct(&question(frame, by, Vec::new()));
        let distinct = distinct.map_err(|refusal| words::refusal(&refusal, frame.language))?;
        for (mut members, _) in distinct.rows() {
            members.truncate(depth);
            let path: Vec<String> = members.iter().map(|member| member.code.clone()).collect();
            *counts.entry(path).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// Walks the depths from the grand total inwards.
struct Tree<'a> {
    frame: &'a Frame<'a>,
    depths: &'a [Depth],
    children: &'a BTreeMap<Vec<String>, u32>,
}

impl Tree<'_> {
    /// Adds the rows under a path, each followed by its own when it is unfolded.
    fn push(&self, parent: &[String], depth: usize, rows: &mut Vec<PivotRow>) {
        let Some(found) = self.depths.get(depth) else {
            return;
        };
        let mut under: Vec<&(Vec<String>, String)> = found
            .paths
            .iter()
            .filter(|(path, _)| path.starts_with(parent))
            .collect();
        self.sort(&mut under, found);
        if let (1, Some(top)) = (depth, self.frame.pivot.top) {
            under.truncate(top as usize);
        }
        for (path, label) in under {
            let unfolded = depth == 0 || self.frame.pivot.unfolded.contains(path);
            rows.push(self.row(path, label, found));
            if unfolded {
                self.push(path, depth + 1, rows);
            }
        }
    }

    fn row(&self, path: &[String], label: &str, found: &Depth) -> PivotRow {
        let child_count = self.children.get(path).copied().unwrap_or(0);
        let label = if path.is_empty() {
            self.total_label()
        } else {
            label.to_owned()
        };
        PivotRow {
            path: path.to_vec(),
            label,
            hint: if path.is_empty() {
                String::new()
            } else {
                self.hint(path.len(), child_count)
            },
            child_count: if path.is_empty() { 0 } else { child_count },
            unfolded: self.frame.pivot.unfolded.contains(path),
            cells: found.cells.get(path).cloned().unwrap_or_default(),
            heat: Vec::new(),
        }
    }

    /// How many rows a row has of its own, and what they are.
    fn hint(&self, depth: usize, child_count: u32) -> String {
        let Some(level) = self.frame.pivot.rows.get(depth).filter(|_| child_count > 0) else {
            return String::new();
        };
        let number = danish::number::count(u64::from(child_count), self.frame.language);
        match health::role_of(self.frame.table, level) {
            Some(Role::Geography | Role::Time) => {
                word::place_count(level, child_count as usize, &number, self.frame.language)
            }
            _ => format!("{number} {}", level_label(self.frame, level).to_lowercase()),
        }
    }

    fn total_label(&self) -> String {
        let first = self.frame.pivot.rows.first();
        let role = first.and_then(|level| health::role_of(self.frame.table, level));
        let geographic = role == Some(Role::Geography);
        let narrowed = self
            .frame
            .filters
            .keys()
            .any(|level| health::role_of(self.frame.table, level) == Some(Role::Geography));
        let label = if geographic && !narrowed {
            word::whole_country
        } else {
            word::total
        };
        label(self.frame.language).to_owned()
    }

    fn sort(&self, under: &mut [&(Vec<String>, String)], found: &Depth) {
        let Some(sort) = self.frame.pivot.sort else {
            return;
        };
        let cell = |path: &Vec<String>| found.cells.get(path)?.get(sort.column as usize);
        under.sort_by(|(a, _), (b, _)| ask::compare(cell(a), cell(b), sort.direction));
    }
}
