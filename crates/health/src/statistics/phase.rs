//! A control chart in phases: each with lines of its own, and the signals that something has changed within it.

use std::ops::Range;

use super::chart::{Chart, Drawn, Point, draw};
use super::runs::Runs;

/// Part of a series that is judged by itself, such as the time since a change was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its points in the series.
    pub points: Range<usize>,
    /// Values and lines.
    pub drawn: Vec<Drawn>,
    /// What signals that it is not chance alone.
    pub signals: Signals,
}

/// Signals of a phase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Points of the series that lie beyond their limits.
    pub beyond: Vec<usize>,
    /// Runs about the centre line; steps between points have none that could be judged.
    pub runs: Option<Runs>,
}

impl Signals {
    /// Whether anything signals.
    #[must_use]
    pub fn any(&self) -> bool {
        let by_runs = |runs: Runs| {
            runs.is_too_long() == Some(true) || runs.is_crossed_too_seldom() == Some(true)
        };
        !self.beyond.is_empty() || self.runs.is_some_and(by_runs)
    }
}

/// The phases that begin at `starts`, the first at the first point; none if a start is out of order or beyond the series, or a
/// phase has too little to draw.
#[must_use]
pub fn phases(chart: Chart, points: &[Option<Point>], starts: &[usize]) -> Option<Vec<Phase>> {
    let later = starts.iter().copied().filter(|start| *start > 0);
    let starts: Vec<usize> = std::iter::once(0).chain(later).collect();
    let ends = starts.iter().skip(1).copied().chain([points.len()]);
    let ranges = starts.iter().copied().zip(ends);
    ranges
        .map(|(start, end)| phase(chart, points, start..end))
        .collect()
}

fn phase(chart: Chart, series: &[Option<Point>], points: Range<usize>) -> Option<Phase> {
    let drawn = draw(chart, series.get(points.clone())?)?;
    let is_beyond = |(value, lines): &Drawn| {
        let limits = lines.and_then(|lines| lines.limits);
        let outside = |(value, (low, high)): (f64, (f64, f64))| value < low || value > high;
        value.zip(limits).is_some_and(outside)
    };
    let numbered = points.clone().zip(&drawn);
    let beyond = numbered.filter(|(_, drawn)| is_beyond(drawn));
    let beyond = beyond.map(|(index, _)| index).collect();
    let values: Vec<Option<f64>> = drawn.iter().map(|(value, _)| *value).collect();
    let centre = drawn.iter().find_map(|(_, lines)| *lines)?.centre;
    let runs = (chart != Chart::MovingRanges).then(|| Runs::about(centre, &values));
    Some(Phase {
        points,
        drawn,
        signals: Signals { beyond, runs },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn series(values: &[f64]) -> Vec<Option<Point>> {
        let point = |amount: &f64| {
            Some(Point {
                amount: *amount,
                size: 1.0,
            })
        };
        values.iter().map(point).collect()
    }

    /// Ten about 10, then ten about 20: as one phase it signals, as two it does not.
    const SHIFTED: [f64; 20] = [
        10.0, 11.0, 9.0, 10.5, 9.5, 10.0, 11.5, 8.5, 10.2, 9.8, 20.0, 21.0, 19.0, 20.5, 19.5, 20.0,
        21.5, 18.5, 20.2, 19.8,
    ];

    #[test]
    fn each_phase_has_lines_of_its_own() {
        let points = series(&SHIFTED);
        let whole = phases(Chart::Individuals, &points, &[]).unwrap();
        assert_eq!(whole.len(), 1);
        assert!(whole[0].signals.any());
        assert_eq!(whole[0].signals.runs.unwrap().longest, 10);
        assert_eq!(whole[0].signals.runs.unwrap().crossings, 1);
        for starts in [&[10][..], &[0, 10]] {
            let parts = phases(Chart::Individuals, &points, starts).unwrap();
            assert_eq!(
                [parts[0].points.clone(), parts[1].points.clone()],
                [0..10, 10..20]
            );
            let centre = |phase: &Phase| phase.drawn[0].1.unwrap().centre;
            assert!((centre(&parts[0]) - 10.0).abs() < 1e-12);
            assert!((centre(&parts[1]) - 20.0).abs() < 1e-12);
            assert!(parts.iter().all(|phase| !phase.signals.any()));
        }
    }

    #[test]
    fn a_point_beyond_its_limits_is_named_by_its_place_in_the_series() {
        let mut values = SHIFTED;
        values[17] = 40.0;
        let parts = phases(Chart::Individuals, &series(&values), &[10]).unwrap();
        assert_eq!(parts[0].signals.beyond, []);
        assert_eq!(parts[1].signals.beyond, [17]);
        assert!(parts[1].signals.any());
    }

    #[test]
    fn steps_between_points_have_no_runs() {
        let parts = phases(Chart::MovingRanges, &series(&SHIFTED), &[]).unwrap();
        assert_eq!(parts[0].signals.runs, None);
        assert_eq!(parts[0].signals.beyond, [10]);
    }

    #[test]
    fn starts_out_of_order_or_beyond_the_series_are_refused() {
        let points = series(&SHIFTED);
        for starts in [&[12, 8][..], &[5, 5], &[20], &[99], &[19]] {
            assert_eq!(
                phases(Chart::Individuals, &points, starts),
                None,
                "{starts:?}"
            );
        }
        assert_eq!(phases(Chart::Run, &[], &[]), None);
    }
}
