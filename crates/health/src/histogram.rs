//! Linked histograms: from one pass where the classes allow, which leaves behind what answers the next move of a brush;
//! else level by level.

use engine::{Cells, Groups, Key, Linked};

use crate::answer::{self, key_codes};
use crate::axis::{self, Axis};
use crate::dataset::Dataset;
use crate::disclosure::{Columns, asks_for_smallest};
use crate::mark::Marks;
use crate::pass::{Plan, Take, values};
use crate::question::{Bound, Question, Wanted};
use crate::refusal::Refusal;
use crate::strata;

/// An answer for each level alone.
pub(crate) fn histograms<'a>(
    dataset: &'a Dataset,
    levels: &[String],
    asked: (&Question, Option<&str>),
) -> Result<Vec<Columns<'a>>, Refusal> {
    let (question, active) = asked;
    let of_level = |level: &String| of_level(dataset, level, question);
    let questions = levels.iter().map(of_level);
    let questions: Vec<(usize, Question)> = questions.collect::<Result<_, _>>()?;
    let bind = |(index, question): &(usize, Question)| {
        Bound::new((dataset, *index), &question.by, &[&question.keep])
    };
    let bounds: Vec<Bound<'a>> = questions.iter().map(bind).collect::<Result<_, _>>()?;
    if let Some(link) = Link::new(&bounds, &question.wanted, active)?
        && let Some(histograms) = link.cells(&bounds)
    {
        let asked = bounds
            .iter()
            .zip(questions.iter().map(|(_, question)| question));
        let answers = asked.zip(&histograms);
        return Ok(answers
            .map(|(asked, cells)| link.columns(asked, cells))
            .collect());
    }
    let level_by_level = questions.iter();
    level_by_level
        .map(|(_, question)| answer::columns(dataset, question))
        .collect()
}

/// The question of one level, with the index of its table: under every filter but those on the level's own dimension.
pub(crate) fn of_level(
    dataset: &Dataset,
    level: &str,
    question: &Question,
) -> Result<(usize, Question), Refusal> {
    let mut question = Question {
        by: vec![level.to_owned()],
        ..question.clone()
    };
    let index = dataset.index_of(&question)?;
    let table = dataset.table_at(index)?;
    let is_other = |other: &String, _: &mut Vec<String>| !axis::same_dimension(table, level, other);
    question.keep.retain(is_other);
    question.table = Some(table.name().to_owned());
    Ok((index, question))
}

/// More selected columns than this are not linked.
const MOST_SELECTED: usize = 8;

/// Histograms of one table that one pass answers.
struct Link {
    take: Take,
    linked: Linked,
    /// Members of the active column that are kept.
    kept: Vec<bool>,
}

impl Link {
    /// The pass, where all histograms are of one table, from the same kind of rows, and follow from the sum and counts of one
    /// measure.
    fn new(
        bounds: &[Bound<'_>],
        wanted: &[Wanted],
        active: Option<&str>,
    ) -> Result<Option<Self>, Refusal> {
        let ([first, rest @ ..], [wanted]) = (bounds, wanted) else {
            return Ok(None);
        };
        let active = active.map(|level| first.axis(level)).transpose()?;
        let plans: Option<Vec<Plan<'_>>> = bounds.iter().map(Plan::new).collect();
        let is_one_table = rest.iter().all(|bound| bound.index == first.index);
        let Some(mut plans) = plans.filter(|_| is_one_table) else {
            return Ok(None);
        };
        let mut takes = Vec::with_capacity(plans.len());
        for plan in &mut plans {
            takes.push(plan.take(wanted)?);
        }
        let same = takes.first().copied().flatten();
        let Some(take) = same.filter(|_| takes.iter().all(|take| *take == same)) else {
            return Ok(None);
        };
        if matches!(
            take,
            Take::Quotient(..) | Take::Smallest(_) | Take::Largest(_)
        ) {
            return Ok(None);
        }
        let measure = plans.first().and_then(|plan| plan.measures.first());
        let linked = Linked {
            keys: plans.iter().zip(bounds).map(key).collect(),
            select: Vec::new(),
            measure: measure.copied(),
            active: active.map(|axis| axis.column),
        };
        Ok(Self {
            take,
            linked,
            kept: Vec::new(),
        }
        .selecting(bounds, &plans))
    }

    /// The same under the filters; none where they are on too many columns. A filter is the same to all histograms under it.
    fn selecting(mut self, bounds: &[Bound<'_>], plans: &[Plan<'_>]) -> Option<Self> {
        let column_count = plans.first().map_or(0, |plan| plan.allowed.len());
        let mask = |column: usize| {
            let mut all = bounds.iter().zip(plans);
            let under = all.find(|(bound, _)| own_column(bound) != column);
            let mask = under.and_then(|(_, plan)| plan.allowed.get(column));
            mask.cloned().unwrap_or_default()
        };
        let mut allowed: Vec<Vec<bool>> = (0..column_count).map(mask).collect();
        if let Some(mask) = self
            .linked
            .active
            .and_then(|column| allowed.get_mut(column))
        {
            self.kept = std::mem::take(mask);
        }
        self.linked.select = strata::select(&allowed);
        (self.linked.select.len() <= MOST_SELECTED).then_some(self)
    }

    /// The cells of each histogram; none where they do not do, or do not fit in memory at once.
    fn cells(&self, bounds: &[Bound<'_>]) -> Option<Vec<Cells>> {
        let bound = bounds.first()?;
        let cube = bound.dataset.cube(bound.index, &self.linked).ok()?;
        let histograms = cube.histograms(&self.kept).ok()?;
        let is_open = |cells: &Cells| asks_for_smallest(cells.measure(0));
        let may_be_negative = |measure| bound.may_be_negative(measure);
        let is_judged =
            !histograms.iter().any(is_open) || !self.linked.measure.is_some_and(may_be_negative);
        is_judged.then_some(histograms)
    }

    fn columns<'a>(&self, asked: (&Bound<'a>, &Question), cells: &Cells) -> Columns<'a> {
        let (bound, question) = asked;
        let marks = |wanted| Marks::new(bound, question, wanted);
        let wanted = question.wanted.iter();
        Columns {
            keys: key_codes(bound, cells),
            values: wanted
                .map(|wanted| values((self.take, cells), &marks(wanted)))
                .collect(),
            row_count: cells.len(),
            remarks: Vec::new(),
        }
    }
}

fn own_column(bound: &Bound<'_>) -> usize {
    bound.by.first().map_or(usize::MAX, |axis| axis.column)
}

/// The histogram's key; members that do not answer it have no group.
fn key(planned: (&Plan<'_>, &Bound<'_>)) -> Key {
    let (plan, bound) = planned;
    let axis = bound.by.first().copied();
    let axis = axis.unwrap_or(Axis {
        column: 0,
        level: None,
    });
    let mut key = strata::key(bound.table, axis);
    let allowed = plan.allowed.get(axis.column);
    if let Some(allowed) = allowed.filter(|allowed| allowed.contains(&false)) {
        let groups = axis.groups(bound.table).into_iter().zip(allowed);
        key.groups = Groups::Map {
            of: groups
                .map(|(group, allowed)| group.filter(|_| *allowed))
                .collect(),
            count: axis.members(bound.table).len(),
        };
    }
    key
}
