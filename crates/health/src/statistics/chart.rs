//! Shewhart's control charts: a centre line, and limits three standard errors from it (NIST/SEMATECH e-Handbook of Statistical
//! Methods §6.3; Montgomery, Introduction to Statistical Quality Control).

use super::runs::median;
use super::{is_count, is_size};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chart {
    /// Values about their median, without limits.
    Run,
    /// Single measurements about their mean (I).
    Individuals,
    /// Steps between neighbouring measurements (MR).
    MovingRanges,
    /// People with the event over people (P).
    Proportions,
    /// Events over people or their time (U).
    Rates,
    /// P with the spread between points measured, for very many people (P′; Laney, Quality Engineering 14 (2002) 531–537).
    ProportionsPrime,
    /// U likewise (U′).
    RatesPrime,
}

/// A point in time: for a measurement, its value with a size of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Events, or what was measured.
    pub amount: f64,
    /// People, their time, or one.
    pub size: f64,
}

/// The lines at a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lines {
    /// The centre.
    pub centre: f64,
    /// The lower and upper limit.
    pub limits: Option<(f64, f64)>,
}

/// What is drawn at one point in time.
pub type Drawn = (Option<f64>, Option<Lines>);

/// The mean range of two normal values in standard deviations, d₂, as tables print it.
const MEAN_RANGE: f64 = 1.128;
/// The upper limit of a range of two in mean ranges, D₄, as tables print it.
const UPPER_RANGE: f64 = 3.267;

/// The value and the lines of each point; a missing point has neither. None if a number cannot be what it is said to be, or
/// there is too little to draw lines from.
#[must_use]
pub fn draw(chart: Chart, points: &[Option<Point>]) -> Option<Vec<Drawn>> {
    if !points.iter().flatten().all(|point| is_sound(chart, *point)) {
        return None;
    }
    let value = |point: &Option<Point>| point.map(|point| point.amount / point.size);
    let values: Vec<Option<f64>> = points.iter().map(value).collect();
    match chart {
        Chart::Run => Some(same(
            &values,
            Lines {
                centre: median(&values)?,
                limits: None,
            },
        )),
        Chart::Individuals => {
            let (centre, reach) = (mean(&values)?, 3.0 / MEAN_RANGE * mean(&ranges(&values))?);
            let limits = Some((centre - reach, centre + reach));
            Some(same(&values, Lines { centre, limits }))
        }
        Chart::MovingRanges => {
            let ranges = ranges(&values);
            let centre = mean(&ranges)?;
            let limits = Some((0.0, UPPER_RANGE * centre));
            Some(same(&ranges, Lines { centre, limits }))
        }
        Chart::Proportions | Chart::Rates | Chart::ProportionsPrime | Chart::RatesPrime => {
            counted(chart, points, &values)
        }
    }
}

fn is_sound(chart: Chart, Point { amount, size }: Point) -> bool {
    let fits = match chart {
        Chart::Run | Chart::Individuals | Chart::MovingRanges => amount.is_finite(),
        Chart::Rates | Chart::RatesPrime => is_count(amount),
        Chart::Proportions | Chart::ProportionsPrime => is_count(amount) && amount <= size,
    };
    fits && is_size(size)
}

fn same(values: &[Option<f64>], lines: Lines) -> Vec<Drawn> {
    let drawn = values.iter().map(|value| (*value, value.map(|_| lines)));
    drawn.collect()
}

fn mean(values: &[Option<f64>]) -> Option<f64> {
    let present: Vec<f64> = values.iter().copied().flatten().collect();
    let mean = present.iter().sum::<f64>() / present.len() as f64;
    mean.is_finite().then_some(mean)
}

/// The step from the point before; none where either is missing.
fn ranges(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let before = std::iter::once(&None).chain(values);
    let step = |(value, before): (&Option<f64>, &Option<f64>)| {
        Some((value.as_ref()? - before.as_ref()?).abs())
    };
    values.iter().zip(before).map(step).collect()
}

fn counted(chart: Chart, points: &[Option<Point>], values: &[Option<f64>]) -> Option<Vec<Drawn>> {
    let total = |of: fn(&Point) -> f64| points.iter().flatten().map(of).sum::<f64>();
    let centre = total(|point| point.amount) / total(|point| point.size);
    let (variance, ceiling) = match chart {
        Chart::Proportions | Chart::ProportionsPrime => (centre * (1.0 - centre), 1.0),
        _ => (centre, f64::INFINITY),
    };
    let error = |point: &Option<Point>| point.map(|point| libm::sqrt(variance / point.size));
    let errors: Vec<Option<f64>> = points.iter().map(error).collect();
    let widening = match chart {
        Chart::ProportionsPrime | Chart::RatesPrime => between(centre, values, &errors)?,
        _ => 1.0,
    };
    let lines = |error: &Option<f64>| {
        let reach = 3.0 * widening * (*error)?;
        let limits = ((centre - reach).max(0.0), (centre + reach).min(ceiling));
        Some(Lines {
            centre,
            limits: Some(limits),
        })
    };
    let drawn = values.iter().copied().zip(errors.iter().map(lines));
    centre.is_finite().then(|| drawn.collect())
}

/// The spread between points in standard errors, from the mean step between neighbours.
fn between(centre: f64, values: &[Option<f64>], errors: &[Option<f64>]) -> Option<f64> {
    let distance =
        |(value, error): (&Option<f64>, &Option<f64>)| Some(((*value)? - centre) / (*error)?);
    let distances: Vec<Option<f64>> = values.iter().zip(errors).map(distance).collect();
    Some(mean(&ranges(&distances))? / MEAN_RANGE)
}

#[cfg(test)]
mod tests;
