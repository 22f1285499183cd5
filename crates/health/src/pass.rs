//! Everything wanted from one pass over the rows: where printed totals and parts are the same rows, and all that is wanted
//! follows from sums, counts and extremes.

use std::rc::Rc;

use engine::{Cells, MeasureCells};
use table::Aggregation;

use crate::answer::{key_codes, keys};
use crate::disclosure::{Cell, Columns, Figure, Published, Values, protect, protect_each};
use crate::fold::divide;
use crate::mark::Marks;
use crate::named;
use crate::question::{Bound, Question, Wanted};
use crate::refusal::Refusal;
use crate::rollup;
use crate::strata::{self, Stratum};

/// How a thing wanted is read off cells; measures are named by their position in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Take {
    /// The sum.
    Sum(usize),
    /// One sum over another.
    Quotient(usize, usize),
    /// The rows with a number.
    Count(usize),
    /// The plain mean over rows with a number.
    Mean(usize),
    /// The smallest number.
    Smallest(usize),
    /// The largest number.
    Largest(usize),
    /// The rows.
    Rows,
}

impl Take {
    /// Gives each group's figure, in order.
    pub(crate) fn each(self, cells: &Cells, mut give: impl FnMut(usize, Figure)) {
        let groups = 0..cells.len();
        match self {
            Self::Sum(position) => protect_each(cells.measure(position), give),
            Self::Quotient(above, below) => {
                let (above, below) = (cells.measure(above), cells.measure(below));
                let quotient = |group| divide(protect(above, group), protect(below, group));
                groups.for_each(|group| give(group, quotient(group)));
            }
            Self::Rows => groups.for_each(|group| {
                give(group, Figure::number(double(cells.row_count(group))));
            }),
            Self::Count(at) | Self::Mean(at) | Self::Smallest(at) | Self::Largest(at) => {
                let measure = cells.measure(at);
                groups.for_each(|group| give(group, self.over_rows(measure, group)));
            }
        }
    }

    /// Rows without a number take no part; without any, the group is what its sum would be.
    fn over_rows(self, measure: &MeasureCells, group: usize) -> Figure {
        let count = double(measure.count.get(group).copied().unwrap_or(0));
        let extreme = |extremes: &[Option<f64>]| extremes.get(group).copied().flatten();
        let number = match self {
            Self::Count(_) => Some(count),
            Self::Smallest(_) => extreme(&measure.min),
            Self::Largest(_) => extreme(&measure.max),
            _ => {
                let sum = measure.sum.get(group).map_or(0.0, engine::Sum::to_f64);
                (count > 0.0).then(|| sum / count)
            }
        };
        number.map_or_else(|| protect(measure, group), Figure::number)
    }
}

#[expect(clippy::cast_precision_loss, reason = "row counts are far below 2^53")]
fn double(count: u64) -> f64 {
    count as f64
}

/// The cells of one pass, and what is read off them.
#[derive(Debug)]
pub(crate) struct Pass {
    cells: Rc<Cells>,
    takes: Vec<Take>,
}

impl Pass {
    /// Runs the pass; none where one does not do.
    pub(crate) fn run(bound: &Bound<'_>, wanted: &[Wanted]) -> Result<Option<Self>, Refusal> {
        let Some(mut plan) = Plan::new(bound) else {
            return Ok(None);
        };
        let mut takes = Vec::with_capacity(wanted.len());
        for wanted in wanted {
            match plan.take(wanted)? {
                Some(take) => takes.push(take),
                None => return Ok(None),
            }
        }
        if takes.is_empty() {
            return Ok(None);
        }
        let mut query = strata::query(bound, &plan.allowed, plan.measures);
        query.extremes = plan.extremes;
        let cells = rollup::judged(bound, query)?;
        Ok(Some(Self { cells, takes }))
    }

    /// The answer column by column.
    pub(crate) fn columns<'a>(&self, bound: &Bound<'a>, question: &Question) -> Columns<'a> {
        let asked = question.wanted.iter().zip(&self.takes);
        let values = asked.map(|(wanted, take)| {
            values((*take, &self.cells), &Marks::new(bound, question, wanted))
        });
        Columns {
            values: values.collect(),
            keys: key_codes(bound, &self.cells),
            row_count: self.cells.len(),
            remarks: Vec::new(),
        }
    }

    /// The answer row by row.
    pub(crate) fn published<'a>(&self, bound: &Bound<'a>, question: &Question) -> Published<'a> {
        let (row_count, width) = (self.cells.len(), self.takes.len());
        let mut cells = vec![Cell::of(Figure::Missing); row_count.saturating_mul(width)];
        for (column, (wanted, take)) in question.wanted.iter().zip(&self.takes).enumerate() {
            let marks = Marks::new(bound, question, wanted);
            take.each(&self.cells, |group, figure| {
                if let Some(cell) = cells.get_mut(group * width + column) {
                    cell.figure = figure;
                    cell.preliminary = marks.marks(self.cells.key(group));
                }
            });
        }
        let codes = (0..row_count).flat_map(|group| self.cells.key(group));
        Published {
            keys: keys(bound),
            codes: codes.copied().collect(),
            cells,
            row_count,
            width,
            remarks: Vec::new(),
        }
    }
}

/// One column of values, its preliminary periods marked.
pub(crate) fn values(taken: (Take, &Cells), marks: &Marks) -> Values {
    let (take, cells) = taken;
    let mut values = Values::with_capacity(cells.len());
    if marks.is_empty() {
        take.each(cells, |_, figure| values.push(figure));
    } else {
        take.each(cells, |group, figure| {
            values.push(figure);
            if marks.marks(cells.key(group)) {
                values.mark_preliminary();
            }
        });
    }
    values.finish()
}

/// What one pass must aggregate for the things wanted.
pub(crate) struct Plan<'a> {
    bound: &'a Bound<'a>,
    /// The members of each dimension whose rows answer the question.
    pub(crate) allowed: Vec<Vec<bool>>,
    collapsed: Option<Vec<usize>>,
    /// Indices of the measures.
    pub(crate) measures: Vec<usize>,
    extremes: Vec<usize>,
}

impl<'a> Plan<'a> {
    /// A plan, where printed totals and parts are the same rows.
    pub(crate) fn new(bound: &'a Bound<'a>) -> Option<Self> {
        let allowed = strata::allowed(bound, Stratum::PRINTED);
        let is_same = allowed == strata::allowed(bound, Stratum::PARTS);
        is_same.then(|| Self {
            bound,
            allowed,
            collapsed: None,
            measures: Vec::new(),
            extremes: Vec::new(),
        })
    }

    /// How a thing wanted is read off; none where its class asks for more than one pass gives.
    pub(crate) fn take(&mut self, wanted: &Wanted) -> Result<Option<Take>, Refusal> {
        let index = |name: &str| named::measure_index(self.bound.table, name);
        Ok(match wanted {
            Wanted::Rolled(name) => self.rolled(index(name)?),
            Wanted::Ratio(above, below) => self.quotient(index(above)?, index(below)?),
            Wanted::Count(name) => Some(Take::Count(self.position(index(name)?))),
            Wanted::Mean(name) => Some(Take::Mean(self.position(index(name)?))),
            Wanted::Min(name) => Some(Take::Smallest(self.extreme(index(name)?))),
            Wanted::Max(name) => Some(Take::Largest(self.extreme(index(name)?))),
            Wanted::Rows => Some(Take::Rows),
            Wanted::Indicator(_) => None,
        })
    }

    /// A measure by its class, as `rollup` does it.
    fn rolled(&mut self, index: usize) -> Option<Take> {
        if let Some(position) = self.sum(index) {
            return Some(Take::Sum(position));
        }
        match &self.bound.table.measures().get(index)?.measure.aggregation {
            Aggregation::Ratio {
                numerator,
                denominator,
            } => {
                let above = rollup::position(self.bound, numerator)?;
                self.quotient(above, rollup::position(self.bound, denominator)?)
            }
            _ => None,
        }
    }

    fn quotient(&mut self, above: usize, below: usize) -> Option<Take> {
        Some(Take::Quotient(self.sum(above)?, self.sum(below)?))
    }

    /// The position of a measure that is summed over all dimensions that the question leaves out.
    fn sum(&mut self, index: usize) -> Option<usize> {
        let bound = self.bound;
        let is_summed = match &bound.table.measures().get(index)?.measure.aggregation {
            Aggregation::Additive => true,
            Aggregation::SemiAdditive {
                not_over: names, ..
            }
            | Aggregation::Distinct { over: names } => {
                let is_named = |column: &usize| names.iter().any(|n| n == bound.name_of(*column));
                !self.collapsed().iter().any(is_named)
            }
            _ => self.collapsed().is_empty(),
        };
        is_summed.then(|| self.position(index))
    }

    fn collapsed(&mut self) -> &[usize] {
        let (bound, allowed) = (self.bound, &self.allowed);
        self.collapsed
            .get_or_insert_with(|| strata::collapsed(bound, allowed))
    }

    fn extreme(&mut self, index: usize) -> usize {
        if !self.extremes.contains(&index) {
            self.extremes.push(index);
        }
        self.position(index)
    }

    fn position(&mut self, index: usize) -> usize {
        let known = self.measures.iter().position(|known| *known == index);
        known.unwrap_or_else(|| {
            self.measures.push(index);
            self.measures.len() - 1
        })
    }
}
