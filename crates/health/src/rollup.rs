//! Rolling a measure up by its aggregation class; printed totals win over computed ones.

use std::collections::BTreeMap;

use engine::{Cells, EngineError};
use table::{Aggregation, Collapse, Measure, Text};

use crate::disclosure::{Figure, protect};
use crate::fold::{bounds, divide, last, mean, weighted};
use crate::gap;
use crate::question::Bound;
use crate::refusal::{Instead, Reason, Refusal, Remark};
use crate::strata::{self, Stratum};

/// One figure for each group, by the indices of its members.
pub(crate) type Column = BTreeMap<Vec<u32>, Figure>;

/// A rolled up measure, and what is remarkable about it.
#[derive(Debug, Default)]
pub(crate) struct Rolled {
    pub(crate) column: Column,
    pub(crate) remarks: Vec<Remark>,
}

/// Rolls the measure of this index up, from printed totals where they exist and from finer rows elsewhere.
pub(crate) fn roll(bound: &Bound<'_>, measure: usize) -> Result<Rolled, Refusal> {
    let (printed, parts) = (Stratum::PRINTED, Stratum::PARTS);
    let same = strata::allowed(bound, printed) == strata::allowed(bound, parts);
    let mut rolled = roll_in(bound, measure, printed)?;
    if same {
        return Ok(rolled);
    }
    let computed = roll_in(bound, measure, parts)?;
    let columns = (&rolled.column, &computed.column);
    let gap = gap::printed_total(bound, measure, columns);
    rolled.remarks.extend(gap);
    for stratum in strata::between(bound) {
        if rolled.lacks(&computed) {
            rolled.fill(roll_in(bound, measure, stratum)?);
        }
    }
    rolled.fill(computed);
    Ok(rolled)
}

impl Rolled {
    /// Whether the other has a group that this one has not.
    fn lacks(&self, other: &Self) -> bool {
        let mut groups = other.column.keys();
        groups.any(|key| !self.column.contains_key(key))
    }

    /// Takes over the groups that are lacking; the other's remarks only when there are any.
    fn fill(&mut self, other: Self) {
        if self.lacks(&other) {
            self.remarks.extend(other.remarks);
        }
        for (key, figure) in other.column {
            self.column.entry(key).or_insert(figure);
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
        return Ok(Rolled::default());
    };
    let task = Task::new(bound, (measure, described), stratum);
    match &described.aggregation {
        Aggregation::Additive => task.sum(),
        Aggregation::SemiAdditive { not_over, then } => {
            task.stock(&task.offending(not_over), *then)
        }
        Aggregation::Distinct { over } => task.distinct(&task.offending(over)),
        _ if task.collapsed.is_empty() => task.sum(),
        Aggregation::Ratio {
            numerator,
            denominator,
        } => task.ratio(numerator, denominator),
        Aggregation::Mean { weight } => task.mean(weight),
        Aggregation::Printed => task.refuse(&task.collapsed, Reason::OnlyPrinted),
    }
}

/// Rolling up one measure from one kind of rows.
struct Task<'a> {
    bound: &'a Bound<'a>,
    index: usize,
    measure: &'a Measure,
    stratum: Stratum,
    collapsed: Vec<usize>,
}

impl<'a> Task<'a> {
    fn new(bound: &'a Bound<'a>, measure: (usize, &'a Measure), stratum: Stratum) -> Self {
        let collapsed = strata::collapsed(bound, &strata::allowed(bound, stratum));
        Self {
            bound,
            index: measure.0,
            measure: measure.1,
            stratum,
            collapsed,
        }
    }

    /// Those of the named dimensions that the question leaves out.
    fn offending(&self, names: &[String]) -> Vec<usize> {
        let named = |column: &&usize| names.iter().any(|n| n == self.bound.name_of(**column));
        self.collapsed.iter().filter(named).copied().collect()
    }

    fn cells(&self, bound: &Bound<'_>, measures: Vec<usize>) -> Result<Cells, Refusal> {
        run(bound, self.stratum, measures)
    }

    fn figures(&self, bound: &Bound<'_>) -> Result<Column, Refusal> {
        let cells = self.cells(bound, vec![self.index])?;
        Ok(figures(&cells, 0))
    }

    fn sum(&self) -> Result<Rolled, Refusal> {
        Ok(Rolled {
            column: self.figures(self.bound)?,
            remarks: Vec::new(),
        })
    }

    fn stock(&self, offending: &[usize], then: Collapse) -> Result<Rolled, Refusal> {
        if offending.is_empty() {
            return self.sum();
        }
        let fold: fn(&[Figure]) -> Figure = match then {
            Collapse::Refuse => return self.refuse(offending, Reason::Stock),
            Collapse::Last => last,
            Collapse::Mean => mean,
        };
        Ok(Rolled {
            column: self.folded(offending, fold)?,
            remarks: Vec::new(),
        })
    }

    fn distinct(&self, offending: &[usize]) -> Result<Rolled, Refusal> {
        if offending.is_empty() {
            return self.sum();
        }
        let column = self.folded(offending, bounds)?;
        let example = column.values().find_map(|figure| match figure {
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
        let refused = |(key, _)| (key, Figure::Refused);
        let column = self.figures(self.bound)?.into_iter().map(refused).collect();
        Ok(Rolled {
            column,
            remarks: vec![self.not_summed(over, reason, None)],
        })
    }

    fn ratio(&self, above: &str, below: &str) -> Result<Rolled, Refusal> {
        match (position(self.bound, above), position(self.bound, below)) {
            (Some(above), Some(below)) => {
                let above = roll_in(self.bound, above, self.stratum)?;
                Ok(quotient(above, roll_in(self.bound, below, self.stratum)?))
            }
            _ => self.refuse(&self.collapsed, Reason::PartsRefused),
        }
    }

    fn mean(&self, weight: &str) -> Result<Rolled, Refusal> {
        let Some(weight) = position(self.bound, weight) else {
            return self.refuse(&self.collapsed, Reason::PartsRefused);
        };
        let finest = self.bound.also_by(&self.collapsed);
        let cells = self.cells(&finest, vec![self.index, weight])?;
        let (values, weights) = (figures(&cells, 0), figures(&cells, 1));
        let pairs = values.into_iter().map(|(key, value)| {
            let weight = weights.get(&key).copied().unwrap_or(Figure::Missing);
            (key, (value, weight))
        });
        let column = regroup(pairs, self.bound.by.len());
        let column = column
            .into_iter()
            .map(|(key, pairs)| (key, weighted(&pairs)))
            .collect();
        Ok(Rolled {
            column,
            remarks: Vec::new(),
        })
    }

    /// Figures by the further dimensions as well, folded to one for each group.
    fn folded(&self, further: &[usize], fold: fn(&[Figure]) -> Figure) -> Result<Column, Refusal> {
        let fine = self.figures(&self.bound.also_by(further))?;
        let groups = regroup(fine.into_iter(), self.bound.by.len());
        Ok(groups
            .into_iter()
            .map(|(key, figures)| (key, fold(&figures)))
            .collect())
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

/// The engine's cells for the question.
pub(crate) fn run(
    bound: &Bound<'_>,
    stratum: Stratum,
    measures: Vec<usize>,
) -> Result<Cells, Refusal> {
    let query = strata::query(bound, &strata::allowed(bound, stratum), measures);
    engine::run(bound.table, &query).map_err(|_: EngineError| Refusal::TooLarge)
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
pub(crate) fn quotient(above: Rolled, below: Rolled) -> Rolled {
    let over = |(key, figure): (Vec<u32>, Figure)| {
        let below = below.column.get(&key).copied().unwrap_or(Figure::Missing);
        (key, divide(figure, below))
    };
    let column = above.column.into_iter().map(over).collect();
    Rolled {
        column,
        remarks: [above.remarks, below.remarks].concat(),
    }
}

fn figures(cells: &Cells, measure: usize) -> Column {
    let measure = cells.measure(measure);
    (0..cells.len())
        .map(|group| (cells.key(group).to_vec(), protect(measure, group)))
        .collect()
}

fn regroup<T>(
    fine: impl Iterator<Item = (Vec<u32>, T)>,
    key_len: usize,
) -> BTreeMap<Vec<u32>, Vec<T>> {
    fine.fold(BTreeMap::new(), |mut groups, (mut key, item)| {
        key.truncate(key_len);
        groups.entry(key).or_insert_with(Vec::new).push(item);
        groups
    })
}

fn label_of(bound: &Bound<'_>, column: usize) -> Text {
    let dimension = bound.table.dimensions().get(column);
    dimension.map_or_else(Text::default, |column| column.dimension.label.clone())
}
