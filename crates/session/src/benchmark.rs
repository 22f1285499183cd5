//! The value of what a place is held against: of several places their numerators over their denominators, or else their median.

use danish::Language;
use danish::answer::against as word;
use health::{Aggregation, Cell, Figure, Keep, Member, Place};

use crate::against::Against;
use crate::coverage;
use crate::lens::Lens;

/// The value of a benchmark, and how it came about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    pub(crate) cell: Cell,
    pub(crate) way: Way,
    /// The level of the places behind it; how many of them it is made of, and how many there are.
    level: String,
    covered: (usize, usize),
}

/// How the value of several places comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It is one place's own.
    Own,
    /// What is counted in all of them, over what it is counted among.
    Together,
    /// The middle one of their values, since these cannot be summed.
    Median,
}

/// Values by the members of some levels.
type Rows<T> = Vec<(Vec<Member>, T)>;

impl Held {
    fn own(cell: Cell) -> Self {
        Self {
            cell,
            way: Way::Own,
            level: String::new(),
            covered: (0, 0),
        }
    }

    /// What must be known of it.
    pub(crate) fn note(&self, language: Language) -> Option<String> {
        let (covered, of) = self.covered;
        let words = || word::covered(&self.level, self.covered, language);
        match (self.way, self.cell.figure) {
            (Way::Own, _) | (_, Figure::NotApplicable) => None,
            (Way::Median, _) => Some(word::median(&words(), language)),
            (_, Figure::Hidden | Figure::AtLeast(_)) => Some(word::hidden_among(language).into()),
            (_, Figure::Bounds(..) | Figure::Refused) => Some(word::not_added(language).into()),
            (_, figure) if figure.value().is_none() => Some(word::no_number(language).into()),
            _ => (covered < of).then(|| word::only_covered(&words(), language)),
        }
    }
}

impl Against<'_> {
    /// Its value in a period.
    pub(crate) fn at(&self, lens: &Lens<'_>, period: &str) -> Held {
        let mut rows = self.by(lens, &[], Some(period)).into_iter();
        rows.next()
            .map_or(Held::own(Cell::of(Figure::Missing)), |(_, held)| held)
    }

    /// Its value for each period, oldest first.
    pub(crate) fn series(&self, lens: &Lens<'_>) -> Vec<(Member, Cell)> {
        let rows = self.by(lens, &lens.time(), None).into_iter();
        rows.filter_map(|(mut key, held)| Some((key.pop()?, held.cell)))
            .collect()
    }

    /// Its value by the members of levels, in their order.
    pub(crate) fn by(&self, lens: &Lens<'_>, by: &[String], period: Option<&str>) -> Rows<Held> {
        let [place] = self.places.as_slice() else {
            return together(lens, &self.places, (by, period));
        };
        let rows = lens.rows(by.to_vec(), health::place::keep(&place.id), period);
        let is_short = |cell: &Cell| matches!(cell.figure, Figure::Incomplete { .. });
        let short = rows.iter().any(|(_, cell)| is_short(cell));
        let parts = short.then(|| {
            let parts = coverage::parts(self.open, lens, &place.id);
            together(lens, &parts, (by, period))
        });
        let parts = parts.unwrap_or_default();
        let held = |(key, cell): (Vec<Member>, Cell)| {
            let of_parts = || parts.iter().find(|(other, _)| same(other, &key));
            let of_parts = is_short(&cell).then(of_parts).flatten();
            let held = of_parts.map_or(Held::own(cell), |(_, held)| held.clone());
            (key, held)
        };
        rows.into_iter().map(held).collect()
    }
}

/// The values of several places together. Places without a number are left out above and below the line, and told; with a
/// hidden one the engine knows the sum as little as anyone, and so does this: only what it publishes is used.
fn together(
    lens: &Lens<'_>,
    places: &[&Place],
    (by, period): (&[String], Option<&str>),
) -> Rows<Held> {
    let Some(level) = places.first().map(|place| place.level.clone()) else {
        return Vec::new();
    };
    let codes: Vec<String> = places.iter().map(|place| place.code().to_owned()).collect();
    let keep = |codes: &[String]| Keep::from([(level.clone(), codes.to_vec())]);
    let finer = [by, std::slice::from_ref(&level)].concat();
    let parts = lens.rows(finer, keep(&codes), period);
    let is_sum = adds_up(lens);
    let mut asked: Vec<(Vec<String>, Rows<Cell>)> = Vec::new();
    let mut held = Vec::new();
    for group in parts.chunk_by(|(one, _), (other, _)| same(head(one), head(other))) {
        let Some(key) = group.first().map(|(key, _)| head(key)) else {
            continue;
        };
        let known: Vec<String> = group.iter().filter_map(known).collect();
        if is_sum && !known.is_empty() && asked.iter().all(|(codes, _)| *codes != known) {
            let rows = lens.rows(by.to_vec(), keep(&known), period);
            asked.push((known.clone(), rows));
        }
        let rows = asked.iter().find(|(codes, _)| is_sum && *codes == known);
        let sum = rows.and_then(|(_, rows)| rows.iter().find(|(other, _)| same(other, key)));
        let sum = sum.map(|(_, cell)| *cell);
        let (level, covered) = (level.clone(), (known.len(), codes.len()));
        held.push((key.to_vec(), of_group(group, sum, (level, covered))));
    }
    held
}

fn of_group(
    group: &[(Vec<Member>, Cell)],
    sum: Option<Cell>,
    (level, covered): (String, (usize, usize)),
) -> Held {
    let values = group.iter().filter_map(|(_, cell)| cell.figure.value());
    let mut values: Vec<f64> = values.collect();
    let is_told = |cell: &Cell| {
        let figure = cell.figure;
        figure.value().is_some() || matches!(figure, Figure::Hidden | Figure::AtLeast(_))
    };
    let sum = sum.filter(|sum| is_of_all(sum, group));
    let (cell, way) = match (sum, median(&mut values)) {
        (Some(cell), _) if is_told(&cell) => (cell, Way::Together),
        (_, Some(median)) => {
            let preliminary = group.iter().any(|(_, cell)| cell.preliminary);
            let cell = Cell {
                preliminary,
                ..Cell::of(Figure::number(median))
            };
            (cell, Way::Median)
        }
        (sum, None) => (sum.unwrap_or(Cell::of(nothing(group))), Way::Together),
    };
    let covered = match way {
        Way::Median => (values.len(), covered.1),
        _ => covered,
    };
    Held {
        cell,
        way,
        level,
        covered,
    }
}

/// What stands for places that all are without a number: that there can be none, or that it is missing.
fn nothing(group: &[(Vec<Member>, Cell)]) -> Figure {
    let mut cells = group.iter().map(|(_, cell)| cell.figure);
    if cells.all(|figure| figure == Figure::NotApplicable) {
        Figure::NotApplicable
    } else {
        Figure::Missing
    }
}

/// Whether what was counted together is what was counted in each: where only some of the places have a printed total, the total
/// of all is not known.
fn is_of_all(sum: &Cell, group: &[(Vec<Member>, Cell)]) -> bool {
    let counted = |cell: &Cell| cell.parts.and_then(|(above, _)| above.value());
    let each = group.iter().filter(|row| known(row).is_some());
    let each: Option<f64> = each.map(|(_, cell)| counted(cell)).sum();
    let both = counted(sum).zip(each);
    both.is_none_or(|(all, each)| libm::fabs(all - each) <= 1e-9 * libm::fabs(each))
}

/// Whether places together are a number of the same kind as each alone: a ratio or a mean is, a count is not.
fn adds_up(lens: &Lens<'_>) -> bool {
    let source = &lens.indicator.numerator;
    let table = lens.dataset.table(&source.table).ok();
    let measures = table.map(|table| table.measures()).unwrap_or_default();
    let mut measures = measures.iter().map(|column| &column.measure);
    let measure = measures.find(|measure| measure.name == source.measure);
    let is_quotient = measure.is_some_and(|measure| {
        matches!(
            measure.aggregation,
            Aggregation::Ratio { .. } | Aggregation::Mean { .. }
        )
    });
    lens.indicator.denominator.is_some() || is_quotient
}

/// The code of a member that has something to say: a number, or that it is hidden.
fn known((key, cell): &(Vec<Member>, Cell)) -> Option<String> {
    let unknown = matches!(
        cell.figure,
        Figure::Missing | Figure::NotApplicable | Figure::Incomplete { .. }
    );
    (!unknown).then(|| key.last().map(|member| member.code.clone()))?
}

/// The middle value; between the two middle ones where their number is even.
fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *values.get(middle.checked_sub(1)?)?;
    Some(f64::midpoint(lower, upper))
}

/// A key without its last member.
fn head(key: &[Member]) -> &[Member] {
    key.split_last().map_or(key, |(_, head)| head)
}

fn same(one: &[Member], other: &[Member]) -> bool {
    let codes = |key: &[Member]| key.iter().map(|member| member.code.clone()).collect();
    let (one, other): (Vec<String>, Vec<String>) = (codes(one), codes(other));
    one == other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_value_or_lies_between_two() {
        for (values, expected) in [
            (vec![], None),
            (vec![4.0], Some(4.0)),
            (vec![9.0, 1.0, 5.0], Some(5.0)),
            (vec![9.0, 1.0, 5.0, 6.0], Some(5.5)),
        ] {
            assert_eq!(median(&mut values.clone()), expected, "{values:?}");
        }
    }
}
