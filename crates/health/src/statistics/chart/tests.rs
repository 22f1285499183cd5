//! Control charts against the data of handbooks.

use super::*;
use crate::statistics::check::{UNSOUND, assert_printed};

fn measured(values: &[f64]) -> Vec<Option<Point>> {
    let point = |amount: &f64| {
        Some(Point {
            amount: *amount,
            size: 1.0,
        })
    };
    values.iter().map(point).collect()
}

fn of_size(size: f64, counts: &[f64]) -> Vec<Option<Point>> {
    let point = |amount: &f64| {
        Some(Point {
            amount: *amount,
            size,
        })
    };
    counts.iter().map(point).collect()
}

/// The lines of the last point.
fn lines(chart: Chart, points: &[Option<Point>]) -> (f64, (f64, f64)) {
    let drawn = draw(chart, points).unwrap();
    let lines = drawn[drawn.len() - 1].1.unwrap();
    (lines.centre, lines.limits.unwrap())
}

/// Points outside their limits, counted from one.
fn outside(chart: Chart, points: &[Option<Point>]) -> Vec<usize> {
    let drawn = draw(chart, points).unwrap();
    let is_outside = |(value, lines): &Drawn| {
        let (low, high) = lines.unwrap().limits.unwrap();
        value.unwrap() < low || value.unwrap() > high
    };
    let numbered = (1..).zip(&drawn).filter(|(_, drawn)| is_outside(drawn));
    numbered.map(|(number, _)| number).collect()
}

/// NIST/SEMATECH e-Handbook §6.3.2.2: flow rates of ten batches.
const FLOW: [f64; 10] = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

#[test]
fn individuals_have_the_limits_of_the_handbook() {
    let (centre, limits) = lines(Chart::Individuals, &measured(&FLOW));
    assert_printed((centre, 0.0), (50.81, 0.0), 2);
    assert_printed(limits, (45.8159, 55.8041), 4);
    assert_eq!(outside(Chart::Individuals, &measured(&FLOW)), []);
}

/// The handbook prints the mean range 1.8778; the upper limit is 3.267 of them.
#[test]
fn moving_ranges_have_the_mean_of_the_handbook() {
    let (centre, limits) = lines(Chart::MovingRanges, &measured(&FLOW));
    assert_printed((centre, limits.0), (1.8778, 0.0), 4);
    assert!((limits.1 - 3.267 * centre).abs() < 1e-12);
}

/// NIST/SEMATECH e-Handbook §6.3.3.2: chips out of register, of fifty on each of thirty wafers.
#[test]
fn proportions_have_the_limits_of_the_handbook() {
    let counts = [
        12.0, 15.0, 8.0, 10.0, 4.0, 7.0, 16.0, 9.0, 14.0, 10.0, 5.0, 6.0, 17.0, 12.0, 22.0, 8.0,
        10.0, 5.0, 13.0, 11.0, 20.0, 18.0, 24.0, 15.0, 9.0, 12.0, 7.0, 13.0, 9.0, 6.0,
    ];
    let points = of_size(50.0, &counts);
    let (centre, limits) = lines(Chart::Proportions, &points);
    assert_printed((centre, 0.0), (0.2313, 0.0), 4);
    assert_printed(limits, (0.0524, 0.4102), 4);
    assert_eq!(outside(Chart::Proportions, &points), [15, 23]);
}

/// NIST/SEMATECH e-Handbook §6.3.3.1: defects of 25 wafers; four hundred in all.
#[test]
fn counts_have_the_limits_of_the_handbook() {
    let counts = [
        16.0, 14.0, 28.0, 16.0, 12.0, 20.0, 10.0, 12.0, 10.0, 17.0, 19.0, 17.0, 14.0, 16.0, 15.0,
        13.0, 14.0, 16.0, 11.0, 20.0, 11.0, 19.0, 16.0, 31.0, 13.0,
    ];
    let points = of_size(1.0, &counts);
    assert_eq!(lines(Chart::Rates, &points), (16.0, (4.0, 28.0)));
    assert_eq!(outside(Chart::Rates, &points), [24]);
}

/// Montgomery, Introduction to Statistical Quality Control: faults of computers, five to a sample.
#[test]
fn rates_have_the_limits_of_the_textbook() {
    let counts = [
        10.0, 12.0, 8.0, 14.0, 10.0, 16.0, 11.0, 7.0, 10.0, 15.0, 9.0, 5.0, 7.0, 11.0, 12.0, 6.0,
        8.0, 10.0, 7.0, 5.0,
    ];
    let points = of_size(5.0, &counts);
    let (centre, limits) = lines(Chart::Rates, &points);
    assert_printed((centre, 0.0), (1.93, 0.0), 2);
    assert_printed(limits, (0.07, 3.79), 2);
    assert_eq!(outside(Chart::Rates, &points), []);
}

/// AVEVA's manual of its Manufacturing Execution System, "u chart": centre 0.552239 (37 of 67).
#[test]
fn limits_follow_the_size_of_each_point() {
    let point = |amount, size| Some(Point { amount, size });
    let points = [
        point(3.0, 15.0),
        point(8.0, 9.0),
        point(11.0, 20.0),
        point(15.0, 23.0),
    ];
    let printed = [(0.0, 1.127_863), (0.0, 1.295_367), (0.053_734, 1.050_744)];
    let drawn = draw(Chart::Rates, &points).unwrap();
    for ((_, lines), limits) in drawn.iter().zip(printed) {
        let lines = lines.unwrap();
        assert_printed((lines.centre, 0.0), (0.552_239, 0.0), 6);
        assert_printed(lines.limits.unwrap(), limits, 6);
    }
}

/// 40 samples of 20, with the limits that qicharts2 (R; J. Anhøj) draws, as published by HorridTom/spc-tests on GitHub.
#[test]
fn primed_proportions_have_the_limits_of_the_reference_program() {
    let events = [
        5, 10, 7, 9, 8, 9, 12, 8, 8, 12, 14, 10, 9, 13, 12, 10, 9, 10, 11, 9, 7, 11, 12, 11, 10,
        11, 15, 11, 8, 11, 8, 13, 10, 13, 10, 12, 12, 8, 6, 7,
    ];
    let points = events.map(|events| {
        let (amount, size) = (f64::from(events), 20.0);
        Some(Point { amount, size })
    });
    let (centre, limits) = lines(Chart::ProportionsPrime, &points);
    assert_printed((centre, 0.0), (0.501_25, 0.0), 5);
    assert_printed(limits, (0.187_556_601, 0.814_943_399), 9);
}

/// Computed independently in Python from Laney's formula.
#[test]
fn primed_charts_measure_the_spread_between_points() {
    let point = |amount, size| Some(Point { amount, size });
    let points = [
        point(1_200.0, 10_000.0),
        point(1_560.0, 12_000.0),
        point(990.0, 9_000.0),
        point(1_400.0, 11_000.0),
        point(1_010.0, 9_500.0),
        point(1_450.0, 10_500.0),
    ];
    let (centre, limits) = lines(Chart::ProportionsPrime, &points);
    assert_printed((centre, 0.0), (0.122_741_935, 0.0), 9);
    assert_printed(limits, (0.070_792_669, 0.174_691_202), 9);
}

#[test]
fn a_run_chart_has_its_median_and_no_limits() {
    let drawn = draw(Chart::Run, &measured(&FLOW)).unwrap();
    for (value, lines) in drawn {
        let expected = Lines {
            centre: 51.25,
            limits: None,
        };
        assert!(value.is_some());
        assert!((lines.unwrap().centre - expected.centre).abs() < 1e-12);
        assert_eq!(lines.unwrap().limits, None);
    }
}

#[test]
fn a_missing_point_has_no_lines_and_no_step_to_its_neighbours() {
    let mut points = measured(&[1.0, 2.0, 9.0, 5.0, 7.0]);
    points[2] = None;
    let drawn = draw(Chart::MovingRanges, &points).unwrap();
    let values: Vec<Option<f64>> = drawn.iter().map(|(value, _)| *value).collect();
    assert_eq!(values, [None, Some(1.0), None, None, Some(2.0)]);
    assert_eq!(lines(Chart::MovingRanges, &points).0, 1.5);
    assert_eq!(draw(Chart::Run, &points).unwrap()[2], (None, None));
}

const ALL: [Chart; 7] = [
    Chart::Run,
    Chart::Individuals,
    Chart::MovingRanges,
    Chart::Proportions,
    Chart::Rates,
    Chart::ProportionsPrime,
    Chart::RatesPrime,
];

#[test]
fn nonsense_and_nothing_are_not_drawn() {
    for chart in ALL {
        assert_eq!(draw(chart, &[]), None);
        assert_eq!(draw(chart, &[None, None]), None);
        for bad in UNSOUND {
            let good = Some(Point {
                amount: 1.0,
                size: 2.0,
            });
            let bad_size = Some(Point {
                amount: 1.0,
                size: bad,
            });
            assert_eq!(
                draw(chart, &[good, bad_size, good]),
                None,
                "{chart:?} {bad}"
            );
            let counted = !matches!(chart, Chart::Run | Chart::Individuals | Chart::MovingRanges);
            if counted || !bad.is_finite() {
                let bad_amount = Some(Point {
                    amount: bad,
                    size: 2.0,
                });
                assert_eq!(
                    draw(chart, &[good, bad_amount, good]),
                    None,
                    "{chart:?} {bad}"
                );
            }
        }
    }
    let more = Some(Point {
        amount: 3.0,
        size: 2.0,
    });
    assert_eq!(draw(Chart::Proportions, &[more]), None);
    let alone = draw(Chart::Individuals, &measured(&[1.0]));
    assert_eq!(alone, None);
}

#[test]
fn limits_hold_the_centre() {
    let points: Vec<Option<Point>> = (1..60)
        .map(|step| {
            Some(Point {
                amount: f64::from(step * 37 % 23),
                size: f64::from(30 + step % 7),
            })
        })
        .collect();
    for chart in ALL.into_iter().filter(|chart| *chart != Chart::Run) {
        for (_, lines) in draw(chart, &points).unwrap() {
            let Some(Lines { centre, limits }) = lines else {
                continue;
            };
            let (low, high) = limits.unwrap();
            assert!(low < centre && centre < high, "{chart:?}");
        }
    }
}
