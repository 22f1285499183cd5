//! Over-dispersion against published and independently computed figures.

use super::*;
use crate::statistics::check::{UNSOUND, assert_printed};
use crate::statistics::funnel;

/// Vaccinated cases and others, unvaccinated cases and others in thirteen trials of BCG (Colditz and others, JAMA 271 (1994)
/// 698–702; van Houwelingen, Arends and Stijnen, Statistics in Medicine 21 (2002) 589–624, table I).
const TRIALS: [[f64; 4]; 13] = [
    [4.0, 119.0, 11.0, 128.0],
    [6.0, 300.0, 29.0, 274.0],
    [3.0, 228.0, 11.0, 209.0],
    [62.0, 13_536.0, 248.0, 12_619.0],
    [33.0, 5_036.0, 47.0, 5_761.0],
    [180.0, 1_361.0, 372.0, 1_079.0],
    [8.0, 2_537.0, 10.0, 619.0],
    [505.0, 87_886.0, 499.0, 87_892.0],
    [29.0, 7_470.0, 45.0, 7_232.0],
    [17.0, 1_699.0, 65.0, 1_600.0],
    [186.0, 50_448.0, 141.0, 27_197.0],
    [5.0, 2_493.0, 3.0, 2_338.0],
    [27.0, 16_886.0, 29.0, 17_825.0],
];

/// R's package `metafor` prints Q = 152.2330 and the moment estimate 0.3088 for the logarithms of their relative risks. Around
/// the pooled mean, Q is the sum of the squared standardised distances.
#[test]
fn the_variance_between_trials_is_the_published_one() {
    let effects = TRIALS.map(|[a, b, c, d]| {
        let variance = 1.0 / a - 1.0 / (a + b) + 1.0 / c - 1.0 / (c + d);
        (libm::log(a / (a + b) / (c / (c + d))), 1.0 / variance)
    });
    let total: f64 = effects.iter().map(|(_, weight)| weight).sum();
    let mean = effects
        .iter()
        .map(|(effect, weight)| effect * weight)
        .sum::<f64>()
        / total;
    let distances = effects.map(|(effect, weight)| (effect - mean) * libm::sqrt(weight));
    let found = from_distances(&distances, &effects.map(|(_, weight)| weight)).unwrap();
    assert_printed((found.phi * 13.0, found.tau_squared), (152.2330, 0.3088), 4);
}

/// Thirteen of a hundred in one place, and so on.
const PLACES: [(f64, f64); 12] = [
    (13.0, 100.0),
    (25.0, 150.0),
    (9.0, 80.0),
    (70.0, 400.0),
    (31.0, 310.0),
    (2.0, 60.0),
    (48.0, 220.0),
    (110.0, 700.0),
    (15.0, 190.0),
    (66.0, 260.0),
    (20.0, 130.0),
    (150.0, 1_000.0),
];

fn places() -> Vec<Place> {
    PLACES.map(|(events, size)| Place { events, size }).to_vec()
}

/// Computed independently with NumPy: quantiles of type 7, natural scale, target 559 of 3,600.
#[test]
fn the_spread_of_places_follows_the_papers_formulas() {
    let target = 559.0 / 3_600.0;
    let of = |share| spread(Plotted::Proportion, target, &places(), share).unwrap();
    let found = of(0.0);
    assert_printed(
        (found.phi, found.tau_squared),
        (4.294_142_850_8, 0.001_739_449_6),
        10,
    );
    let found = of(0.1);
    assert_printed(
        (found.phi, found.tau_squared),
        (3.009_724_457_2, 0.001_077_955_3),
        10,
    );
    let found = of(0.2);
    assert_printed(
        (found.phi, found.tau_squared),
        (1.710_153_516_0, 0.000_408_657_3),
        10,
    );
}

#[test]
fn the_ends_are_drawn_in_to_the_quantiles() {
    let distances: Vec<f64> = (-5..=5).map(f64::from).collect();
    let drawn = drawn_in(&distances, 0.1).unwrap();
    assert_eq!(drawn[..3], [-4.0, -4.0, -3.0]);
    assert_eq!(drawn[8..], [3.0, 4.0, 4.0]);
    assert_eq!(drawn_in(&distances, 0.0), Some(distances.clone()));
    let between = drawn_in(&[0.0, 1.0, 2.0], 0.25).unwrap();
    assert_eq!(between, [0.5, 1.0, 1.5]);
}

#[test]
fn places_that_differ_by_chance_alone_keep_the_plain_funnel() {
    let even = [Place {
        events: 10.0,
        size: 100.0,
    }; 5];
    let found = spread(Plotted::Rate, 0.1, &even, USUAL_SHARE).unwrap();
    assert_eq!((found.phi, found.tau_squared), (0.0, 0.0));
    for widened in [Widened::Multiplied, Widened::Added] {
        let wide = limits(
            (Plotted::Rate, 0.1),
            100.0,
            (found, widened),
            Confidence::P998,
        );
        let plain = funnel::approximate(Plotted::Rate, 0.1, 100.0, Confidence::P998);
        assert_eq!(wide, plain);
    }
}

/// Two standard errors, each wider by the root of four; or with a variance of 0.0016 between places beside that of 0.0009.
#[test]
fn limits_widen_by_the_factor_or_by_the_variance() {
    let spread = Spread {
        phi: 4.0,
        tau_squared: 0.0016,
    };
    let of = |widened| {
        let asked = (Plotted::Proportion, 0.5);
        limits(asked, 250.0 / 0.9, (spread, widened), Confidence::P95).unwrap()
    };
    let multiplied = 0.06 * Confidence::P95.z();
    assert_printed(
        of(Widened::Multiplied),
        (0.5 - multiplied, 0.5 + multiplied),
        12,
    );
    let added = 0.05 * Confidence::P95.z();
    assert_printed(of(Widened::Added), (0.5 - added, 0.5 + added), 12);
}

#[test]
fn nonsense_has_no_spread() {
    let place = |events, size| Place { events, size };
    for bad in UNSOUND {
        let with = [place(1.0, 10.0), place(bad, 10.0)];
        assert_eq!(spread(Plotted::Rate, 0.1, &with, 0.1), None);
        let with = [place(1.0, 10.0), place(1.0, bad)];
        assert_eq!(spread(Plotted::Rate, 0.1, &with, 0.1), None);
        assert_eq!(spread(Plotted::Rate, bad, &places(), 0.1), None);
        assert_eq!(spread(Plotted::Rate, 0.1, &places(), bad), None);
        let spread = Spread {
            phi: bad,
            tau_squared: 0.0,
        };
        let asked = (Plotted::Rate, 0.1);
        let found = limits(asked, 9.0, (spread, Widened::Added), Confidence::P95);
        assert_eq!(found, None);
    }
    assert_eq!(spread(Plotted::Rate, 0.1, &places()[..1], 0.1), None);
    assert_eq!(spread(Plotted::Rate, 0.1, &[], 0.1), None);
}
