//! The value columns of a pivot: for each measure, each combination of the column levels, and their total.

use danish::Language;
use danish::answer::view as word;
use health::{Member, Question};
use protocol::message::{Notice, Refusal, Weight};
use protocol::slice::MeasureExpr;
use protocol::view::CellKind;
use protocol::view::pivot::{PivotColumn, PivotHead, PivotRow};

use super::Frame;
use crate::words;

/// Combinations across the top beyond this are left to be rows, and that is told; the table would not be read.
const MOST_COLUMNS: usize = 200;

/// The combinations of the column levels, in order.
pub(crate) struct Columns {
    /// Member codes of each combination.
    pub(crate) keys: Vec<Vec<String>>,
    labels: Vec<Vec<String>>,
    /// How many combinations there are, those that are not shown among them.
    all: usize,
}

/// The combinations that occur under the filters.
pub(crate) fn columns(frame: &Frame<'_>) -> Result<Columns, Refusal> {
    if frame.pivot.columns.is_empty() {
        return Ok(Columns {
            keys: Vec::new(),
            labels: Vec::new(),
            all: 0,
        });
    }
    let question = Question {
        table: Some(frame.table.name().to_owned()),
        by: frame.pivot.columns.clone(),
        keep: frame.filters.clone(),
        wanted: Vec::new(),
    };
    let distinct = frame.open.dataset.distinct(&question);
    let distinct = distinct.map_err(|refusal| words::refusal(&refusal, frame.language))?;
    let combinations: Vec<Vec<&Member>> = distinct
        .rows()
        .map(|(members, _)| members)
        .take(MOST_COLUMNS)
        .collect();
    let each = |of: &dyn Fn(&Member) -> String| -> Vec<Vec<String>> {
        combinations
            .iter()
            .map(|members| members.iter().map(|m| of(m)).collect())
            .collect()
    };
    Ok(Columns {
        keys: each(&|member| member.code.clone()),
        labels: each(&|member| words::text(&member.label, frame.language)),
        all: distinct.row_count(),
    })
}

impl Columns {
    /// That some combinations are left out, if any are.
    pub(crate) fn cut(&self, language: Language) -> Option<Notice> {
        let number = |count| danish::number::whole(count, language);
        let (shown, all) = (number(self.keys.len()), number(self.all));
        (self.all > self.keys.len()).then(|| Notice {
            weight: Weight::Caution,
            headline: word::only_first_columns(&shown, &all, language),
            text: String::new(),
        })
    }

    /// Value columns of each measure: the combinations and, where there are several, their total.
    pub(crate) fn per_measure(&self) -> usize {
        match self.keys.len() {
            0 | 1 => 1,
            combinations => combinations + 1,
        }
    }

    /// Whether a position within a measure is its total column.
    pub(crate) fn is_total(&self, position: usize) -> bool {
        position == self.keys.len()
    }

    /// What each value column is.
    pub(crate) fn described(&self, frame: &Frame<'_>, rows: &[PivotRow]) -> Vec<PivotColumn> {
        let measures = frame.pivot.measures.iter().enumerate();
        let described = measures.flat_map(|(index, measure)| {
            let total = index * self.per_measure() + self.keys.len();
            self.of_measure(
                &measure_label(frame, measure),
                &total_label(frame, rows, total),
            )
        });
        described.collect()
    }

    fn of_measure(&self, measure: &str, total: &str) -> Vec<PivotColumn> {
        let column = |position: usize| {
            let labels = self.labels.get(position).map(|labels| labels.join(", "));
            let of = labels.unwrap_or_else(|| total.to_owned());
            PivotColumn {
                name: if self.keys.is_empty() {
                    measure.to_owned()
                } else {
                    format!("{measure}, {of}")
                },
                total: self.is_total(position) && !self.keys.is_empty(),
                first: position == 0,
            }
        };
        (0..self.per_measure()).map(column).collect()
    }

    /// Rows of heads: the measures, then one row for each column level.
    pub(crate) fn heads(&self, frame: &Frame<'_>, rows: &[PivotRow]) -> Vec<Vec<PivotHead>> {
        let span = u32::try_from(self.per_measure()).unwrap_or(u32::MAX);
        let measure = |measure| PivotHead {
            label: measure_label(frame, measure),
            span,
        };
        let measures: Vec<PivotHead> = frame.pivot.measures.iter().map(measure).collect();
        let depth = frame.pivot.columns.len();
        let levels = (0..depth).map(|level| {
            let measures = (0..frame.pivot.measures.len()).map(|index| index * self.per_measure());
            measures
                .flat_map(|first| self.level_heads(frame, (level, first), rows))
                .collect()
        });
        std::iter::once(measures).chain(levels).collect()
    }

    /// The heads of one level under one measure; equal neighbours with equal outer heads are joined.
    fn level_heads(
        &self,
        frame: &Frame<'_>,
        at: (usize, usize),
        rows: &[PivotRow],
    ) -> Vec<PivotHead> {
        let (level, first) = at;
        let mut heads: Vec<(&[String], PivotHead)> = Vec::new();
        for labels in &self.labels {
            let Some((outer, [label, ..])) = labels.split_at_checked(level) else {
                continue;
            };
            match heads.last_mut() {
                Some((of, head)) if *of == outer && head.label == *label => head.span += 1,
                _ => heads.push((
                    outer,
                    PivotHead {
                        label: label.clone(),
                        span: 1,
                    },
                )),
            }
        }
        let total = (self.per_measure() > self.keys.len()).then(|| PivotHead {
            label: if level == 0 {
                total_label(frame, rows, first + self.keys.len())
            } else {
                String::new()
            },
            span: 1,
        });
        heads
            .into_iter()
            .map(|(_, head)| head)
            .chain(total)
            .collect()
    }
}

/// The total's head tells when it shows bounds.
fn total_label(frame: &Frame<'_>, rows: &[PivotRow], column: usize) -> String {
    let bounds = |row: &PivotRow| {
        row.cells
            .get(column)
            .is_some_and(|c| c.kind == CellKind::Bounds)
    };
    let label = if rows.iter().any(bounds) {
        word::total_bounds
    } else {
        word::total
    };
    label(frame.language).to_owned()
}

/// What a measure is called.
pub(crate) fn measure_label(frame: &Frame<'_>, measure: &MeasureExpr) -> String {
    let of = |name: &str| {
        let columns = frame.table.measures().iter();
        let found = columns
            .map(|column| &column.measure)
            .find(|measure| measure.name == name);
        found.map_or_else(
            || name.to_owned(),
            |m| words::text(&m.label, frame.language),
        )
    };
    match measure {
        MeasureExpr::Sum(name) => of(name),
        MeasureExpr::Ratio([above, below]) => word::ratio(&of(above), &of(below), frame.language),
        MeasureExpr::Count(name) => word::aggregate("count", &of(name), frame.language),
        MeasureExpr::Min(name) => word::aggregate("min", &of(name), frame.language),
        MeasureExpr::Max(name) => word::aggregate("max", &of(name), frame.language),
        MeasureExpr::Mean(name) => word::aggregate("mean", &of(name), frame.language),
        MeasureExpr::Indicator(id) => {
            let found = frame.open.dataset.indicator(id);
            found.map_or_else(|_| id.clone(), |i| words::text(&i.label, frame.language))
        }
    }
}
