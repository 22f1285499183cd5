//! What has changed: the trend of the chosen place over years, and every place between two periods.

use health::Direction;
use health::statistics::change::{
    RatioLimits, difference_of_proportions, is_beyond_chance, ratio_of_rates,
};
use health::statistics::kendall::{Agreement, agreement};
use health::statistics::{Confidence, Estimate, growth, trend};
use protocol::view::Judgement;

use super::basis::Basis;
use super::judged::has_few;
use super::number::{Nature, Number, Row};

/// A trend over years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Trend {
    /// The change a year.
    pub(crate) yearly: Estimate,
    /// Whether it is in per cent of the level, and not in the indicator's unit.
    pub(crate) is_percent: bool,
    /// Kendall's test; none for fewer than ten years.
    pub(crate) agreement: Option<Agreement>,
}

/// The years that can be held against each other: those since the last break.
pub(crate) fn comparable(basis: &Basis) -> Vec<&Row> {
    let last = basis
        .indicator
        .breaks
        .iter()
        .map(|cut| cut.period.as_str())
        .max();
    let since = last.unwrap_or_default();
    let years = basis.years.iter();
    let years = years.filter(|row| row.codes.first().is_some_and(|code| code.as_str() >= since));
    years.filter(|row| row.number.value.is_some()).collect()
}

/// The trend of these years; none for fewer than three.
pub(crate) fn trend_of(years: &[&Row], nature: Nature) -> Option<Trend> {
    let values: Option<Vec<(f64, f64)>> = years
        .iter()
        .map(|row| Some((year(row)?, row.number.value?)))
        .collect();
    let values = values?;
    let counted = || {
        let year = |row: &&Row| {
            Some(growth::Year {
                year: year(row)?,
                events: row.number.events?,
                population: row.number.size?,
            })
        };
        let years: Option<Vec<growth::Year>> = years.iter().map(year).collect();
        growth::of_counts(&years?, Confidence::P95)
    };
    let (yearly, is_percent) = match nature {
        Nature::Rate | Nature::Expected => (counted()?, true),
        Nature::Proportion | Nature::Standardised | Nature::Measured => {
            (trend::linear(&values, Confidence::P95)?.slope, false)
        }
    };
    let in_order: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    Some(Trend {
        yearly,
        is_percent,
        agreement: agreement(&in_order),
    })
}

fn year(row: &Row) -> Option<f64> {
    row.codes.first()?.get(..4)?.parse().ok()
}

/// A place in two periods.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moved {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) from: Number,
    pub(crate) to: Number,
    /// The change: in per cent of rates, else in the indicator's unit.
    pub(crate) change: Option<f64>,
    /// Its interval.
    pub(crate) interval: Option<(f64, f64)>,
    pub(crate) has_few: bool,
    pub(crate) judgement: Judgement,
    pub(crate) is_chosen: bool,
}

/// The period that changes are counted from: the chosen one, or the one before.
pub(crate) fn from_period(basis: &Basis) -> Option<String> {
    let to = basis.view.period.id.as_str();
    let chosen = basis.state.study.get("from").and_then(|it| it.first());
    let known = |code: &str| basis.at(code).next().is_some();
    let before = || {
        let periods = basis
            .catalog
            .periods
            .iter()
            .map(|period| period.id.as_str());
        periods
            .into_iter()
            .find(|code| *code < to && known(code))
            .map(str::to_owned)
    };
    chosen
        .filter(|code| code.as_str() < to && known(code))
        .cloned()
        .or_else(before)
}

/// Whether the two periods can be held against each other.
pub(crate) fn is_comparable(basis: &Basis, from: &str) -> bool {
    !basis.indicator.is_broken(from, &basis.view.period.id)
}

/// Every place of the level, the largest fall first, those without a change last.
pub(crate) fn moved(basis: &Basis, from: &str) -> Vec<Moved> {
    let nature = basis.nature();
    let chosen = basis.over.chosen.as_ref().map(|place| place.id.as_str());
    let one = |row: &Row| {
        let before = basis
            .at(from)
            .find(|earlier| earlier.codes.first() == row.codes.first());
        let before = before.map(|row| row.number.clone()).unwrap_or(Number {
            kind: protocol::view::CellKind::Missing,
            ..Number::default()
        });
        let estimate = estimate(nature, (&row.number, &before), basis.factor());
        let plain = row
            .number
            .value
            .zip(before.value)
            .map(|(to, from)| to - from);
        let has_few = has_few(&row.number, nature) || has_few(&before, nature);
        let id = basis.place_id(row);
        Moved {
            is_chosen: chosen == Some(&id),
            label: basis.short(row),
            to: row.number.clone(),
            from: before,
            change: match nature {
                Nature::Rate | Nature::Expected => estimate.map(|it| it.value),
                _ => plain,
            },
            interval: estimate.map(|it| (it.low, it.high)),
            judgement: match estimate {
                Some(estimate) if !has_few => judgement(estimate, basis.indicator.direction),
                _ => Judgement::NotAssessed,
            },
            has_few,
            id,
        }
    };
    let mut rows: Vec<Moved> = basis.at(&basis.view.period.id).map(one).collect();
    rows.sort_by(|one, other| {
        let change = |row: &Moved| row.change.unwrap_or(f64::INFINITY);
        change(one).total_cmp(&change(other))
    });
    rows
}

fn estimate(nature: Nature, (to, from): (&Number, &Number), factor: f64) -> Option<Estimate> {
    let counted = |number: &Number| number.events.zip(number.size);
    let (to, from) = (counted(to)?, counted(from)?);
    match nature {
        Nature::Proportion => {
            let found = difference_of_proportions(to, from, Confidence::P95)?;
            Some(found.times(factor))
        }
        Nature::Rate | Nature::Expected => {
            let found = ratio_of_rates(to, from, RatioLimits::Exact, Confidence::P95)?;
            let percent = |ratio: f64| (ratio - 1.0) * 100.0;
            Some(Estimate {
                value: percent(found.value),
                low: percent(found.low),
                high: percent(found.high),
            })
        }
        Nature::Standardised | Nature::Measured => None,
    }
}

/// Beyond chance is better or worse by the way that is good.
fn judgement(change: Estimate, direction: Direction) -> Judgement {
    let is_up = change.value > 0.0;
    match direction {
        Direction::None => Judgement::NotAssessed,
        _ if !is_beyond_chance(change, 0.0) => Judgement::Same,
        Direction::High if is_up => Judgement::Better,
        Direction::Low if !is_up => Judgement::Better,
        Direction::High | Direction::Low => Judgement::Worse,
    }
}
