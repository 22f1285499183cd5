//! What is computed for the view is what `health` computes, and small numbers are shown without a judgement.

mod kept;

use health::indicator::Break;
use health::interval::Method;
use health::statistics::chart::Chart;
use health::statistics::funnel::{Plotted, limits};
use health::statistics::{Confidence, change};
use health::{Direction, Indicator};
use protocol::catalog::{Choice, FieldCard, FieldGroup, PlaceChoice, TableCard};
use protocol::view::{CellKind, Judgement, Named};

use super::basis::Basis;
use super::judged::{Side, Standing, judged};
use super::moved::{comparable, from_period, is_comparable, moved, trend_of};
use super::number::{Nature, Number, Row};
use super::over::{Kind, Over, levels};
use super::rows::filter;
use super::steered::{starts, steered};

fn number(events: f64, size: f64, factor: f64) -> Number {
    Number {
        kind: CellKind::Value,
        value: Some(factor * events / size),
        interval: None,
        events: Some(events),
        size: Some(size),
        is_preliminary: false,
    }
}

fn row(codes: &[&str], number: Number) -> Row {
    Row {
        codes: codes.iter().map(|code| (*code).to_owned()).collect(),
        label: codes[0].to_owned(),
        number,
    }
}

/// Four places in two years, low is good, twelve in a hundred is the target.
fn basis() -> Basis {
    let indicator = Indicator {
        denominator: Some(health::indicator::Source::default()),
        factor: Some(100.0),
        interval: Some(Method::Wilson),
        direction: Direction::Low,
        ..Indicator::default()
    };
    let mut basis = Basis {
        indicator,
        ..Basis::default()
    };
    let hidden = Number {
        kind: CellKind::Hidden,
        ..Number::default()
    };
    let places = [
        ("a", "2024", number(130.0, 1_000.0, 100.0)),
        ("b", "2024", number(190.0, 1_000.0, 100.0)),
        ("c", "2024", number(7.0, 40.0, 100.0)),
        ("d", "2024", hidden),
        ("a", "2025", number(90.0, 1_000.0, 100.0)),
        ("b", "2025", number(195.0, 1_000.0, 100.0)),
        ("c", "2025", number(5.0, 40.0, 100.0)),
        ("d", "2025", number(60.0, 400.0, 100.0)),
    ];
    basis.places = places
        .into_iter()
        .map(|(place, year, number)| row(&[place, year], number))
        .collect();
    basis.over.level.id = "sundhedsraad".to_owned();
    basis.view.period = Named {
        id: "2025".into(),
        label: "2025".into(),
    };
    basis.view.ranking.benchmark = Some(12.0);
    basis.catalog.periods = ["2025", "2024"]
        .map(|year| Choice {
            id: year.into(),
            label: year.into(),
        })
        .to_vec();
    basis
}

#[test]
fn places_stand_in_the_funnel_as_its_limits_say() {
    let judged = judged(&basis()).unwrap();
    let found: Vec<_> = judged
        .places
        .iter()
        .map(|place| (place.label.as_str(), place.standing, place.judgement))
        .collect();
    assert_eq!(
        found,
        [
            ("b", Standing::Beyond998(Side::Above), Judgement::Worse),
            ("d", Standing::Within, Judgement::Same),
            ("c", Standing::Few, Judgement::NotAssessed),
            ("a", Standing::Beyond95(Side::Below), Judgement::Better),
        ]
    );
    let (low, high) = limits(Plotted::Proportion, 0.12, 1_000.0, Confidence::P95).unwrap();
    assert_eq!(
        judged.places[0].limits.unwrap().inner,
        (low * 100.0, high * 100.0)
    );
    assert_eq!((judged.target, judged.limits.len()), (12.0, 61));
}

#[test]
fn without_a_direction_nothing_is_judged_and_without_counts_there_is_no_funnel() {
    let mut neither = basis();
    neither.indicator.direction = Direction::None;
    let places = judged(&neither).unwrap().places;
    assert!(
        places
            .iter()
            .all(|place| place.judgement == Judgement::NotAssessed)
    );
    neither.indicator.interval = Some(Method::None);
    assert_eq!(
        (neither.nature(), judged(&neither)),
        (Nature::Measured, None)
    );
}

#[test]
fn a_wider_funnel_is_chosen_by_name_and_needs_five_places() {
    let mut wide = basis();
    let inner = |basis: &Basis| judged(basis).unwrap().places[0].limits.unwrap().inner;
    let narrow = inner(&wide);
    wide.state
        .study
        .insert("dispersion".into(), vec!["multiplied".into()]);
    assert_eq!(inner(&wide), narrow, "four places have no spread");
    for place in ["e", "f"] {
        wide.places
            .push(row(&[place, "2025"], number(300.0, 1_000.0, 100.0)));
    }
    let place = |basis: &Basis| {
        let judged = judged(basis).unwrap();
        judged
            .places
            .iter()
            .find(|place| place.label == "b")
            .unwrap()
            .limits
            .unwrap()
            .inner
    };
    let widened = place(&wide);
    assert!(
        widened.0 < narrow.0 && narrow.1 < widened.1,
        "{widened:?} {narrow:?}"
    );
}

fn months(count: usize) -> Vec<Row> {
    let month = |index: usize| {
        let code = format!("{}M{:02}", 2023 + index / 12, index % 12 + 1);
        row(
            &[&code],
            number(100.0 + (index % 3) as f64 * 4.0, 1_000.0, 100.0),
        )
    };
    (0..count).map(month).collect()
}

#[test]
fn a_series_is_steered_by_its_nature_and_by_how_many_points_there_are() {
    let mut basis = basis();
    basis.series = months(18);
    assert_eq!(steered(&basis).unwrap().chart, Chart::Proportions);
    basis.indicator.interval = Some(Method::Byar);
    assert_eq!(steered(&basis).unwrap().chart, Chart::Rates);
    basis.indicator.interval = Some(Method::None);
    let individuals = steered(&basis).unwrap();
    assert!(individuals.chart == Chart::Individuals && individuals.ranges.is_some());
    basis.series = months(7);
    let few = steered(&basis).unwrap();
    assert!(few.chart == Chart::Run && few.has_few_points);
    basis
        .state
        .study
        .insert("chart".into(), vec!["individuals".into()]);
    let asked = steered(&basis).unwrap();
    assert!(asked.chart == Chart::Individuals && !asked.has_few_points);
}

#[test]
fn phases_begin_at_breaks_and_where_somebody_began_them() {
    let mut basis = basis();
    basis.series = months(30);
    basis.indicator.breaks = vec![Break {
        period: "2024".into(),
        why: health::Text::default(),
    }];
    assert_eq!(starts(&basis), [12]);
    basis.state.study.insert(
        "phases".into(),
        vec!["2024M07".into(), "2023M01".into(), "2024M01".into()],
    );
    assert_eq!(starts(&basis), [12, 18]);
    let phases = steered(&basis).unwrap().phases;
    let points: Vec<_> = phases.iter().map(|phase| phase.points.clone()).collect();
    assert_eq!(points, [0..12, 12..18, 18..30]);
    let centre = phases[0].drawn[0].1.unwrap().centre;
    assert!(
        (centre - 10.4).abs() < 1e-9,
        "in the unit of the indicator: {centre}"
    );
}

#[test]
fn changes_are_those_of_health_and_are_not_counted_over_a_break() {
    let mut basis = basis();
    let from = from_period(&basis).unwrap();
    assert_eq!(from, "2024");
    let rows = moved(&basis, &from);
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.label.as_str(), row.judgement, row.has_few))
        .collect();
    assert_eq!(
        found,
        [
            ("c", Judgement::NotAssessed, true),
            ("a", Judgement::Better, false),
            ("b", Judgement::Same, false),
            ("d", Judgement::NotAssessed, false),
        ]
    );
    let expected =
        change::difference_of_proportions((90.0, 1_000.0), (130.0, 1_000.0), Confidence::P95)
            .unwrap();
    assert_eq!(
        rows[1].interval,
        Some((expected.low * 100.0, expected.high * 100.0))
    );
    assert_eq!(
        (rows[3].change, rows[3].from.kind),
        (None, CellKind::Hidden)
    );
    basis.indicator.breaks = vec![Break {
        period: "2025".into(),
        why: health::Text::default(),
    }];
    assert!(!is_comparable(&basis, &from));
}

#[test]
fn a_trend_is_counted_from_the_last_break_and_needs_three_years() {
    let mut basis = basis();
    let year = |year: u32| {
        row(
            &[&year.to_string()],
            number(f64::from(year - 1_900), 1_000.0, 100.0),
        )
    };
    basis.years = (2019..2026).map(year).collect();
    let trend = trend_of(&comparable(&basis), basis.nature()).unwrap();
    assert!(
        (trend.yearly.value - 0.1).abs() < 1e-9 && !trend.is_percent && trend.agreement.is_none()
    );
    basis.indicator.breaks = vec![Break {
        period: "2024".into(),
        why: health::Text::default(),
    }];
    assert_eq!(comparable(&basis).len(), 2);
    assert_eq!(trend_of(&comparable(&basis), basis.nature()), None);
}

/// A package of hospitals by council, its nursing homes in councils and regions.
fn with_levels(mut basis: Basis) -> Basis {
    let field = |name: &str, group, members: &[&str]| FieldCard {
        name: name.to_owned(),
        label: name.to_owned(),
        group,
        member_count: 3,
        members: members.iter().map(|code| choice(code)).collect(),
        ..FieldCard::default()
    };
    let of = |name: &str, units: &[&str]| TableCard {
        name: name.to_owned(),
        fields: [
            field("region", FieldGroup::Place, &[]),
            field("sundhedsraad", FieldGroup::Place, &[]),
            field("hjem", FieldGroup::Place, &[]),
            field("sex", FieldGroup::Person, &["K", "M"]),
        ]
        .into_iter()
        .chain(
            units
                .iter()
                .map(|name| field(name, FieldGroup::Service, &["X", "Y", "Z"])),
        )
        .collect(),
        ..TableCard::default()
    };
    basis.catalog.tables = vec![
        of("ophold", &["hospital", "diagnose"]),
        of("folk", &["hospital"]),
    ];
    basis.catalog.places = [
        ("land:000", "land", None),
        ("region:1", "region", Some("land:000")),
        ("sundhedsraad:9", "sundhedsraad", Some("region:1")),
        ("sundhedsraad:10", "sundhedsraad", Some("region:1")),
        ("hjem:a", "hjem", Some("sundhedsraad:10")),
        ("hjem:b", "hjem", Some("sundhedsraad:9")),
        ("hjem:c", "hjem", Some("sundhedsraad:10")),
        ("hjem:d", "hjem", Some("sundhedsraad:9")),
    ]
    .map(|(id, level, parent)| PlaceChoice {
        id: id.into(),
        label: format!("Sundhedsråd {id}"),
        level: level.into(),
        level_label: level.into(),
        parent: parent.map(str::to_owned),
    })
    .to_vec();
    let source = |table: &str| health::indicator::Source {
        table: table.into(),
        measure: "antal".into(),
    };
    basis.indicator.numerator = source("ophold");
    basis.indicator.denominator = Some(source("folk"));
    basis
}

fn choice(code: &str) -> Choice {
    Choice {
        id: code.into(),
        label: code.to_lowercase(),
    }
}

fn chosen(mut basis: Basis, study: &[(&str, &str)]) -> Basis {
    for (name, value) in study {
        let value = vec![(*value).to_owned()];
        basis.state.study.insert((*name).to_owned(), value);
    }
    basis.over = Over::of(&basis);
    basis
}

#[test]
fn places_and_units_that_numerator_and_denominator_share_are_held_side_by_side() {
    let basis = chosen(with_levels(basis()), &[]);
    let levels: Vec<String> = levels(&basis).into_iter().map(|level| level.id).collect();
    assert_eq!(levels, ["region", "sundhedsraad", "hjem", "hospital"]);
    assert_eq!(
        (basis.over.level.id.as_str(), basis.over.kind),
        ("sundhedsraad", Kind::Place)
    );
    let units = chosen(
        basis,
        &[
            ("over", "hospital"),
            ("unit", "hospital:Y"),
            ("within", "region:1"),
        ],
    );
    assert_eq!(
        (units.over.kind, units.over.above.clone()),
        (Kind::Unit, None)
    );
    assert_eq!(
        units.over.chosen.as_ref().map(|unit| unit.label.as_str()),
        Some("y")
    );
    let kept = filter(
        [
            ("hospital".into(), vec!["Y".into()]),
            ("region".into(), vec!["1".into()]),
        ]
        .into(),
    );
    assert_eq!(units.over.keep_chosen(), kept);
}

#[test]
fn a_level_that_the_table_of_the_indicator_lacks_gives_way_and_so_does_a_room_that_holds_none() {
    let mut basis = with_levels(basis());
    basis.state.level = Some("klynge".into());
    let basis = chosen(basis, &[("within", "sundhedsraad:10")]);
    assert_eq!(basis.over.level.id, "sundhedsraad");
    assert_eq!(basis.over.within, None);
}

#[test]
fn homes_are_narrowed_to_a_council_and_ordered_by_it() {
    let mut basis = with_levels(basis());
    basis.state.level = Some("hjem".into());
    let mut basis = chosen(basis, &[("within", "region:1"), ("order", "above")]);
    assert_eq!(
        basis.over.keep(),
        filter([("region".into(), vec!["1".into()])].into())
    );
    let order = |basis: &Basis| -> Vec<String> {
        let places = judged(basis).unwrap().places;
        places.into_iter().map(|place| place.label).collect()
    };
    assert_eq!(order(&basis), ["b", "d", "c", "a"]);
    basis
        .state
        .study
        .insert("order".into(), vec!["name".into()]);
    assert_eq!(order(&basis), ["a", "b", "c", "d"]);
    basis.state.study.remove("order");
    assert_eq!(order(&basis), ["b", "d", "c", "a"]);
    let places = judged(&basis).unwrap().places;
    let above = |label: &str| {
        places
            .iter()
            .find(|it| it.label == label)
            .unwrap()
            .above
            .clone()
    };
    assert_eq!(above("a").unwrap().1, "sundhedsraad:10");
}

/// Three places of the publisher's example: 1,912, 1,835 and 1,332 events.
#[test]
fn standardised_rates_and_ratios_have_the_funnel_of_their_size() {
    let mut basis = basis();
    basis.indicator.standardisation = Some(health::indicator::Standardisation {
        method: health::indicator::Standard::Direct,
        ..Default::default()
    });
    basis.indicator.factor = Some(1e5);
    assert_eq!(basis.nature(), Nature::Standardised);
    basis.view.ranking.benchmark = Some(704.900_470);
    let rates = [
        ("a", 1_912.0, 662.446_543_8),
        ("b", 1_835.0, 724.845_671_4),
        ("c", 1_332.0, 469.564_578_4),
    ];
    basis.places = rates
        .map(|(place, events, rate)| {
            row(&[place, "2025"], number(events, events / rate * 1e5, 1e5))
        })
        .to_vec();
    let found: Vec<_> = judged(&basis)
        .unwrap()
        .places
        .into_iter()
        .map(|it| (it.label, it.standing))
        .collect();
    assert_eq!(
        found,
        [
            ("b".to_owned(), Standing::Within),
            ("a".to_owned(), Standing::Beyond95(Side::Below)),
            ("c".to_owned(), Standing::Beyond998(Side::Below)),
        ]
    );
    basis.indicator.standardisation = Some(health::indicator::Standardisation {
        method: health::indicator::Standard::Indirect,
        ..Default::default()
    });
    basis.indicator.factor = Some(100.0);
    basis.view.ranking.benchmark = Some(100.0);
    basis.places = vec![row(&["d", "2025"], number(51.0, 67.055_595_02, 100.0))];
    let limits = judged(&basis).unwrap().places[0].limits.unwrap();
    assert!((limits.inner.0 - 76.056_293_27).abs() < 1e-4, "{limits:?}");
}
