//! The chosen place over time: which chart it can carry, its phases and their signals.

use health::statistics::chart::{Chart, Point};
use health::statistics::phase::{self, Phase};

use super::basis::Basis;
use super::number::{Nature, Number, Row};

/// Fewer points than these carry no control limits: they would be guessed from next to nothing.
pub(crate) const FEWEST_POINTS: usize = 12;

/// Every chart that can be asked for, by its name in a state.
pub(crate) const CHARTS: [(Chart, &str); 6] = [
    (Chart::Run, "run"),
    (Chart::Individuals, "individuals"),
    (Chart::Proportions, "proportions"),
    (Chart::Rates, "rates"),
    (Chart::ProportionsPrime, "proportions_prime"),
    (Chart::RatesPrime, "rates_prime"),
];

/// The charts that numbers of a nature can carry.
pub(crate) fn carried(nature: Nature) -> Vec<Chart> {
    let counted: &[Chart] = match nature {
        Nature::Proportion => &[Chart::Proportions, Chart::ProportionsPrime],
        Nature::Rate | Nature::Expected => &[Chart::Rates, Chart::RatesPrime],
        Nature::Standardised | Nature::Measured => &[],
    };
    let always = [Chart::Run, Chart::Individuals];
    always.into_iter().chain(counted.iter().copied()).collect()
}

/// A series on its chart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Steered {
    /// What is drawn.
    pub(crate) chart: Chart,
    /// Whether it is a run chart only for want of points.
    pub(crate) has_few_points: bool,
    /// The phases in order, in the indicator's unit.
    pub(crate) phases: Vec<Phase>,
    /// The steps between neighbours, where single measurements are drawn.
    pub(crate) ranges: Option<Vec<Phase>>,
}

/// The series on the chart that was asked for, or on the one its nature calls for; none without any number.
pub(crate) fn steered(basis: &Basis) -> Option<Steered> {
    let nature = basis.nature();
    let count = basis
        .series
        .iter()
        .filter(|row| row.number.value.is_some())
        .count();
    let asked = basis.state.study.get("chart").and_then(|it| it.first());
    let named = CHARTS
        .iter()
        .find(|(_, name)| asked.is_some_and(|asked| asked == name));
    let named = named
        .map(|(chart, _)| *chart)
        .filter(|chart| carried(nature).contains(chart));
    let has_few_points = named.is_none() && count < FEWEST_POINTS;
    let usual = match nature {
        _ if has_few_points => Chart::Run,
        Nature::Proportion => Chart::Proportions,
        Nature::Rate | Nature::Expected => Chart::Rates,
        Nature::Standardised | Nature::Measured => Chart::Individuals,
    };
    let starts = starts(basis);
    // A chart that a phase is too short for gives way to the one that asks least.
    let charts = [named.unwrap_or(usual), Chart::Run];
    let drawn = |chart: Chart| Some((chart, phases(basis, chart, &starts)?));
    let (chart, phases) = charts.into_iter().find_map(drawn)?;
    let ranges = (chart == Chart::Individuals)
        .then(|| self::phases(basis, Chart::MovingRanges, &starts))
        .flatten();
    Some(Steered {
        chart,
        has_few_points,
        phases,
        ranges,
    })
}

/// Where phases begin: at breaks of the series, and where the person began one.
pub(crate) fn starts(basis: &Basis) -> Vec<usize> {
    let code = |row: &Row| row.codes.first().cloned().unwrap_or_default();
    let begins = |period: &String| basis.series.iter().position(|row| code(row) >= *period);
    let breaks = basis.indicator.breaks.iter().map(|cut| &cut.period);
    let own = basis.state.study.get("phases").into_iter().flatten();
    // A phase of other periods than these, such as months of quarters, begins nowhere.
    let is = |period: &String| basis.series.iter().position(|row| code(row) == *period);
    let own = own.filter_map(is);
    let mut starts: Vec<usize> = breaks.filter_map(begins).chain(own).collect();
    starts.retain(|start| *start > 0);
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The phases of a chart, in the indicator's unit.
fn phases(basis: &Basis, chart: Chart, starts: &[usize]) -> Option<Vec<Phase>> {
    let is_counted = !matches!(chart, Chart::Run | Chart::Individuals | Chart::MovingRanges);
    let factor = if is_counted { basis.factor() } else { 1.0 };
    let point = |number: &Number| {
        let value = number.value?;
        Some(if is_counted {
            Point {
                amount: number.events?,
                size: number.size?,
            }
        } else {
            Point {
                amount: value,
                size: 1.0,
            }
        })
    };
    let points: Vec<Option<Point>> = basis.series.iter().map(|row| point(&row.number)).collect();
    let mut phases = phase::phases(chart, &points, starts)?;
    for (value, lines) in phases.iter_mut().flat_map(|phase| &mut phase.drawn) {
        *value = value.map(|value| value * factor);
        if let Some(lines) = lines {
            lines.centre *= factor;
            lines.limits = lines
                .limits
                .map(|(low, high)| (low * factor, high * factor));
        }
    }
    Some(phases)
}
