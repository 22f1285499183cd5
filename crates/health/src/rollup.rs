//! Rolling a measure up by its aggregation class; printed totals win over computed ones.

use std::rc::Rc;

use engine::{Cells, Query};
use table::{Aggregation, Collapse, Measure, Role, Text};

use crate::column::Column;
use crate::disclosure::{Figure, asks_for_smallest, protect};
use crate::fold::{bounds, divide, last, mean, weighted};
use crate::gap;
use crate::question::Bound;
use crate::refusal::{Instead, Reason, Refusal, Remark};
use crate::strata::{self, Stratum};
use crate::whole;

/// A rolled up measure, and what is remarkable about it.
#[derive(Clone, Debug)]
pub(crate) struct Rolled<T = Figure> {
    pub(crate) column: Column<T>,
    pub(crate) remarks: Vec<Remark>,
}

impl<T> From<Column<T>> for Rolled<T> {
    fn from(column: Column<T>) -> Self {
        let remarks = Vec::new();
        Self { column, remarks }
    }
}

/// Rolls the measure of this index up, from printed totals where they exist and from finer rows elsewhere.
pub(crate) fn roll(bound: &Bound<'_>, measure: usize) -> Result<Rolled, Refusal> {
    let (printed, parts) = (Stratum::PRINTED, Stratum::PARTS);
    if strata::allowed(bound, printed) == strata::allowed(bound, parts) {
        return roll_in(bound, measure, printed);
    }
    let mut rolled = roll_in(bound, measure, printed)?;
    let computed = roll_in(bound, measure, parts)?;
    let columns = (&rolled.column, &computed.column);
    let gap = gap::printed_total(bound, measure, columns);
    rolled.remarks.extend(gap);
    let all = whole::groups(bound)?;
    for stratum in strata::between(bound) {
        if rolled.column.lacks(&all) {
            rolled.fill(roll_in(bound, measure, stratum)?);
        }
    }
    rolled.fill(computed);
    rolled.column.fill(&all);
    Ok(rolled)
}

impl Rolled {
    /// Takes over the groups that are lacking; the other's remarks only when there are any.
    fn fill(&mut self, other: Self) {
        if self.column.lacks(&other.column) {
            self.remarks.extend(other.remarks);
            self.column.fill(&other.column);
        }
    }
}

/// The same from one kind of rows.
fn roll_in(bound: &Bound<'_>, measure: usize, stratum: Stratum) -> Result<Rolled, Refusal> {
    let Some(described) = bound
        .table
        .measures()
        .get(measure)
        .map(|column| &column.measure)
    else {
        return Ok(Column::new(bound.by.len()).into());
    };
    let task = Task::new(bound, (measure, described), stratum);
    let rolled = task.by_class()?;
    let column = whole::only(bound, &task.allowed, rolled.column)?;
    Ok(Rolled { column, ..rolled })
}

/// Rolling up one measure from one kind of rows.
struct Task<'a> {
    bound: &'a Bound<'a>,
    index: usize,
    measure: &'a Measure,
    stratum: Stratum,
    /// The members of each dimension whose rows answer.
    allowed: Vec<Vec<bool>>,
    collapsed: Vec<usize>,
}

impl<'a> Task<'a> {
    fn new(bound: &'a Bound<'a>, measure: (usize, &'a Measure), stratum: Stratum) -> Self {
        let allowed = strata::allowed(bound, stratum);
        Self {
            bound,
            index: measure.0,
            measure: measure.1,
            stratum,
            collapsed: strata::collapsed(bound, &allowed),
            allowed,
        }
    }

    fn by_class(&self) -> Result<Rolled, Refusal> {
        match &self.measure.aggregation {
            Aggregation::Additive => self.sum(),
            Aggregation::SemiAdditive { not_over, then } => {
                self.stock(&self.offending(not_over), *then)
            }
            Aggregation::Distinct { over } => self.distinct(&self.offending(over)),
            _ if self.collapsed.is_empty() => self.sum(),
            Aggregation::Ratio {
                numerator,
                denominator,
            } => self.ratio(numerator, denominator),
            Aggregation::Mean { weight } => self.mean(weight),
            Aggregation::Printed => self.refuse(&self.collapsed, Reason::OnlyPrinted),
        }
    }

    /// Those of the named dimensions that the question leaves out.
    fn offending(&self, names: &[String]) -> Vec<usize> {
        let named = |column: &&usize| names.iter().any(|n| n == self.bound.name_of(**column));
        self.collapsed.iter().filter(named).copied().collect()
    }

    fn cells(&self, bound: &Bound<'_>, measures: Vec<usize>) -> Result<Rc<Cells>, Refusal> {
        judged(bound, strata::query(bound, &self.allowed, measures))
    }

    fn figures(&self, bound: &Bound<'_>) -> Result<Column<Figure>, Refusal> {
        let cells = self.cells(bound, vec![self.index])?;
        Ok(figures(bound, &cells, 0))
    }

    fn sum(&self) -> Result<Rolled, Refusal> {
        Ok(self.figures(self.bound)?.into())
    }

    fn stock(&self, offending: &[usize], then: Collapse) -> Result<Rolled, Refusal> {
        if offending.is_empty() {
            return self.sum();
        }
        let fold: fn(&[Figure]) -> Figure = match then {
            Collapse::Refuse => return self.refuse(offending, self.why_not_summed(offending)),
            Collapse::Last => last,
            Collapse::Mean => mean,
        };
        Ok(self.folded(offending, fold)?.into())
    }

    /// Over time it is a stock; over anything else what is counted is in several members.
    fn why_not_summed(&self, offending: &[usize]) -> Reason {
        let dimensions = self.bound.table.dimensions();
        let role = |column: &usize| dimensions.get(*column).map(|it| it.dimension.role);
        let mut roles = offending.iter().filter_map(role);
        if roles.any(|role| role == Role::Time) {
            Reason::Stock
        } else {
            Reason::CountedInSeveral
        }
    }

    fn distinct(&self, offending: &[usize]) -> Result<Rolled, Refusal> {
        if offending.is_empty() {
            return self.sum();
        }
        let column = self.folded(offending, bounds)?;
        let example = column.items().iter().find_map(|figure| match figure {
            Figure::Bounds(low, high) => Some((*low, *high)),
            _ => None,
        });
        let remark = self.not_summed(offending, Reason::SamePerson, example);
        Ok(Rolled {
            column,
            remarks: vec![remark],
        })
    }

    fn refuse(&self, over: &[usize], reason: Reason) -> Result<Rolled, Refusal> {
        Ok(Rolled {
            column: self.figures(self.bound)?.map(|_| Figure::Refused),
            remarks: vec![self.not_summed(over, reason, None)],
        })
    }

    fn ratio(&self, above: &str, below: &str) -> Result<Rolled, Refusal> {
        // A ratio of ratios could be one of itself.
        let part = |name| position(self.bound, name).filter(|&index| !self.is_ratio(index));
        match (part(above), part(below)) {
            (Some(above), Some(below)) => {
                let above = roll_in(self.bound, above, self.stratum)?;
                Ok(quotient(above, &roll_in(self.bound, below, self.stratum)?))
            }
            _ => self.refuse(&self.collapsed, Reason::PartsRefused),
        }
    }

    fn is_ratio(&self, measure: usize) -> bool {
        let column = self.bound.table.measures().get(measure);
        column.is_some_and(|c| matches!(c.measure.aggregation, Aggregation::Ratio { .. }))
    }

    fn mean(&self, weight: &str) -> Result<Rolled, Refusal> {
        let Some(weight) = position(self.bound, weight) else {
            return self.refuse(&self.collapsed, Reason::PartsRefused);
        };
        let finest = self.bound.also_by(&self.collapsed);
        let cells = self.cells(&finest, vec![self.index, weight])?;
        let (values, weights) = (figures(&finest, &cells, 0), figures(&finest, &cells, 1));
        let mut weights = weights.items().iter();
        let pairs = values
            .map_with_key(|_, value| (*value, weights.next().copied().unwrap_or(Figure::Missing)));
        Ok(pairs.regroup(self.bound.by.len(), weighted).into())
    }

    /// Figures by the further dimensions as well, folded to one for each group.
    fn folded(
        &self,
        further: &[usize],
        fold: fn(&[Figure]) -> Figure,
    ) -> Result<Column<Figure>, Refusal> {
        let fine = self.figures(&self.bound.also_by(further))?;
        Ok(fine.regroup(self.bound.by.len(), fold))
    }

    fn not_summed(&self, over: &[usize], reason: Reason, example: Option<(f64, f64)>) -> Remark {
        let instead = if reason == Reason::SamePerson {
            Instead::Bounds
        } else {
            Instead::Nothing
        };
        let over = over
            .iter()
            .map(|&column| label_of(self.bound, column))
            .collect();
        Remark::NotSummed {
            measure: self.measure.label.clone(),
            over,
            reason,
            instead,
            example,
        }
    }
}

/// The cells of a query, with the smallest numbers where a sum cannot be judged without them.
pub(crate) fn judged(bound: &Bound<'_>, query: Query) -> Result<Rc<Cells>, Refusal> {
    let cells = bound.cells(query.clone())?;
    let asked = |position: &usize| asks_for_smallest(cells.measure(*position));
    let open: Vec<usize> = (0..query.measures.len())
        .filter(asked)
        .filter_map(|position| query.measures.get(position).copied())
        .filter(|&measure| bound.may_be_negative(measure))
        .collect();
    if open.is_empty() {
        return Ok(cells);
    }
    let extremes = [query.extremes.as_slice(), &open].concat();
    bound.cells(Query { extremes, ..query })
}

/// The index of a measure.
pub(crate) fn position(bound: &Bound<'_>, name: &str) -> Option<usize> {
    bound
        .table
        .measures()
        .iter()
        .position(|column| column.measure.name == name)
}

/// First over second, group by group; the remarks of both.
pub(crate) fn quotient(above: Rolled, below: &Rolled) -> Rolled {
    let mut position = 0;
    let column = above.column.map_with_key(|key, figure| {
        let below = below.column.get_from(&mut position, key);
        divide(*figure, below.copied().unwrap_or(Figure::Missing))
    });
    let remarks = [above.remarks.as_slice(), &below.remarks].concat();
    Rolled { column, remarks }
}

fn figures(bound: &Bound<'_>, cells: &Cells, measure: usize) -> Column<Figure> {
    let measure = cells.measure(measure);
    let mut column = Column::new(bound.by.len());
    for group in 0..cells.len() {
        column.push(cells.key(group), protect(measure, group));
    }
    column
}

fn label_of(bound: &Bound<'_>, column: usize) -> Text {
    let dimension = bound.table.dimensions().get(column);
    dimension.map_or_else(Text::default, |column| column.dimension.label.clone())
}
