//! Funnels that Public Health England published as test data of its package `PHEindicatormethods` (Fingertips technical
//! guidance): ratios of observed to expected, crude rates, and directly standardised rates.

use super::*;
use crate::statistics::check::assert_printed;

/// Observed events; then, for the lower and upper 95 % and the lower and upper 99.8 % limit, the expected events at which so many
/// observed lie on it, and the ratio in per cent (`testdata_funnel_ratio_outputs.csv`).
type OnLimits = (f64, [(f64, f64); 4]);

const RATIOS: [OnLimits; 5] = [
    (
        5.0,
        [
            (11.668_333_1, 42.851_022_13),
            (1.623_486_324, 307.979_188),
            (16.454_744_78, 30.386_372_25),
            (0.739_371_928, 676.249_639_8),
        ],
    ),
    (
        10.0,
        [
            (18.390_357_99, 54.376_320_5),
            (4.795_387_629, 208.533_715_6),
            (24.133_972_35, 41.435_366_93),
            (2.960_519_925, 337.778_507),
        ],
    ),
    (
        51.0,
        [
            (67.055_595_02, 76.056_293_27),
            (37.972_856_23, 134.306_462_9),
            (77.157_056_47, 66.098_944_58),
            (31.742_019_57, 160.670_306_1),
        ],
    ),
    (
        100.0,
        [
            (121.626_811_1, 82.218_714_02),
            (81.364_006_99, 122.904_468_1),
            (134.924_318_7, 74.115_623_45),
            (71.921_399_74, 139.040_675_5),
        ],
    ),
    (
        716.0,
        [
            (770.422_212_8, 92.936_053_52),
            (664.508_301_1, 107.748_842_1),
            (802.604_14, 89.209_607_12),
            (636.152_117_1, 112.551_696_4),
        ],
    ),
];

/// Spiegelhalter's lower limit is the publisher's. His upper one counts the events whose chance of so many or fewer is reached, the
/// publisher's the next: they lie one event apart. To six digits, since the expected events are rounded.
#[test]
fn ratios_lie_on_the_published_limits() {
    for (observed, [inner_low, inner_high, outer_low, outer_high]) in RATIOS {
        for (confidence, low, high) in [
            (Confidence::P95, inner_low, inner_high),
            (Confidence::P998, outer_low, outer_high),
        ] {
            let at = |expected: f64| limits(Plotted::Rate, 1.0, expected, confidence).unwrap();
            let percent = 100.0 * at(low.0).0;
            assert!((percent / low.1 - 1.0).abs() < 1e-6, "{percent} {low:?}");
            let next = at(high.0).1 + 1.0 / high.0;
            assert!(
                (100.0 * next / high.1 - 1.0).abs() < 1e-6,
                "{observed} {next} {high:?}"
            );
        }
    }
}

/// People of one year and rate per 100,000.
type Point = (f64, f64);

/// What lies on the lower 95 and 99.8 % limits for 1, 20, 104 and 1,344 events in three years, where 114.8591735 is the mean
/// (`testdata_funnel_rate_outputs_2.csv`).
const RATES: [(Point, Point); 4] = [
    (
        (1_616.949_526, 20.614_949_82),
        (2_679.632_184, 12.439_518_2),
    ),
    (
        (8_964.131_18, 74.370_471_97),
        (11_040.153_35, 60.385_634_67),
    ),
    (
        (36_570.405_83, 94.794_317_65),
        (40_493.956_21, 85.609_483_26),
    ),
    (
        (411_466.916_3, 108.878_741_5),
        (424_051.967_9, 105.647_428_6),
    ),
];

#[test]
fn crude_rates_lie_on_the_published_limits() {
    let mean = 114.859_173_5 / 1e5;
    for (inner, outer) in RATES {
        for (confidence, (people, rate)) in [(Confidence::P95, inner), (Confidence::P998, outer)] {
            let (low, _) = limits(Plotted::Rate, mean, 3.0 * people, confidence).unwrap();
            assert_printed((1e5 * low, 0.0), (rate, 0.0), 4);
        }
    }
}

/// Events, directly standardised rate per 100,000, and where the publisher says it lies (`testdata_funnel_rate_dsr_inputs.csv`).
const STANDARDISED: [(f64, f64, &str); 39] = [
    (2_419.0, 907.6174266, "above 99.8 %"),
    (2_337.0, 948.5620216, "above 99.8 %"),
    (2_291.0, 799.9690496, "above 99.8 %"),
    (2_242.0, 852.5637927, "above 99.8 %"),
    (2_218.0, 868.5358183, "above 99.8 %"),
    (2_159.0, 769.6242217, "above 99.8 %"),
    (2_130.0, 752.3254955, "above 95 %"),
    (2_111.0, 710.2689402, "within"),
    (2_105.0, 815.3530325, "above 99.8 %"),
    (2_083.0, 717.7035916, "within"),
    (2_078.0, 755.8016993, "above 99.8 %"),
    (2_062.0, 825.9742848, "above 99.8 %"),
    (2_061.0, 702.2972468, "within"),
    (2_033.0, 785.6210132, "above 99.8 %"),
    (2_033.0, 743.6763018, "above 95 %"),
    (2_010.0, 781.8323058, "above 99.8 %"),
    (2_004.0, 772.6781064, "above 99.8 %"),
    (2_002.0, 652.3391553, "below 99.8 %"),
    (1_977.0, 648.4969973, "below 99.8 %"),
    (1_944.0, 727.5777428, "within"),
    (1_932.0, 625.6551186, "below 99.8 %"),
    (1_922.0, 688.5582424, "within"),
    (1_912.0, 662.4465438, "below 95 %"),
    (1_881.0, 627.1624732, "below 99.8 %"),
    (1_844.0, 657.1114147, "below 95 %"),
    (1_835.0, 724.8456714, "within"),
    (1_833.0, 659.7820553, "below 95 %"),
    (1_825.0, 654.7053631, "below 99.8 %"),
    (1_816.0, 624.4435507, "below 99.8 %"),
    (1_809.0, 646.7588823, "below 99.8 %"),
    (1_798.0, 703.1689982, "within"),
    (1_754.0, 567.9922764, "below 99.8 %"),
    (1_746.0, 617.7750715, "below 99.8 %"),
    (1_709.0, 610.8327232, "below 99.8 %"),
    (1_694.0, 608.5089462, "below 99.8 %"),
    (1_688.0, 662.3775859, "below 95 %"),
    (1_649.0, 667.6454503, "below 95 %"),
    (1_553.0, 604.1141693, "below 99.8 %"),
    (1_332.0, 469.5645784, "below 99.8 %"),
];

/// The publisher's target is all events over all effective people.
#[test]
fn standardised_rates_lie_where_the_publisher_says() {
    let size = |(events, rate, _): &(f64, f64, &str)| effective_size(*events, rate / 1e5).unwrap();
    let events: f64 = STANDARDISED.iter().map(|(events, ..)| events).sum();
    let target = events / STANDARDISED.iter().map(size).sum::<f64>();
    assert_printed((1e5 * target, 0.0), (704.900_470, 0.0), 6);
    for place in &STANDARDISED {
        let at = |confidence| limits(Plotted::Rate, target, size(place), confidence).unwrap();
        let (inner, outer) = (at(Confidence::P95), at(Confidence::P998));
        let rate = place.1 / 1e5;
        let found = match rate {
            rate if rate < outer.0 => "below 99.8 %",
            rate if rate > outer.1 => "above 99.8 %",
            rate if rate < inner.0 => "below 95 %",
            rate if rate > inner.1 => "above 95 %",
            _ => "within",
        };
        assert_eq!(found, place.2, "{place:?}");
    }
}

/// The same file of test data gives the effective people of three years: 414 events at 184 per 100,000 are 75,000 a year
/// (`testdata_funnel_rate_input_funnels.csv`).
#[test]
fn effective_people_are_the_published_ones() {
    for (events, rate, yearly) in [
        (414.0, 184.0, 75_000.0),
        (462.0, 102.0, 150_980.392_2),
        (13.0, 70.0, 6_190.476_19),
        (955.0, 123.0, 258_807.588_1),
    ] {
        let people = effective_size(events, rate / 1e5).unwrap() / 3.0;
        assert_printed((people, 0.0), (yearly, 0.0), 4);
    }
}
