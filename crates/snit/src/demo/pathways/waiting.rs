//! Waiting times between steps: a mean with its count, and a median as printed.

use std::ops::Range;

use table::{Aggregation, Measure, Role, Status, Table, TableError, Text};

use super::pathway_axis;
use super::steps::Reached;
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::{drawn, of_mean, tenths};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::{THRESHOLD, complete};
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::Scope;
use crate::demo::tiers::{council_tiers, nested};

const BETWEEN: [(&str, &str, &str); 4] = [
    ("udredt", "Henvist til udredt", "Referred to worked up"),
    ("behandlet", "Udredt til behandlet", "Worked up to treated"),
    (
        "rehabilitering",
        "Behandlet til rehabilitering",
        "Treated to rehabilitation",
    ),
    (
        "fulgt_op",
        "Rehabilitering til fulgt op",
        "Rehabilitation to follow-up",
    ),
];
/// Mean days of each pathway between steps.
const DAYS: [[f64; 4]; 6] = [
    [24.0, 18.0, 41.0, 92.0],
    [17.0, 12.0, 36.0, 101.0],
    [21.0, 9.0, 29.0, 88.0],
    [0.6, 1.1, 9.0, 64.0],
    [0.4, 1.3, 12.0, 79.0],
    [38.0, 27.0, 55.0, 90.0],
];
/// The council Limfjorden, of which a municipality has not reported rehabilitation in one year.
const SILENT: [&str; 3] = ["2", "2024", "rehabilitering"];
/// The places of the councils on their axis begin behind the country and the regions.
const FIRST_COUNCIL: usize = 5;
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("ventedage"),
        "Mariagerfjord har ikke indberettet rehabilitering i 2024; Sundhedsråd Limfjorden er derfor ikke opgjort.",
        "Mariagerfjord did not report rehabilitation in 2024; Health council Limfjorden is therefore not counted.",
    ),
    (
        Some("median"),
        "En median kan ikke lægges sammen; hvert sted er opgjort for sig.",
        "A median cannot be summed; each place is counted by itself.",
    ),
];

/// The table by council, year, pathway and the two steps.
pub(super) fn table(seed: u64, scope: &Scope<'_>, reached: &Reached) -> Result<Table, TableError> {
    let cube = cube(scope);
    let places = Places::by_chance(Random::new(seed, "pathway waits"), 0.07, 0.0);
    let councils: Vec<f64> = (0..17).map(|council| factor_of(&places, council)).collect();
    let mut random = Random::new(seed, "pathway waiting");
    let [people, days] = drawn(&cube, |part| {
        let rates = DAYS.get(cube.member(part, 2)).copied().unwrap_or_default();
        let mean = rates.get(cube.member(part, 3)).copied().unwrap_or(0.0);
        let went_on = last_steps(&cube, part, reached).skip(cube.member(part, 3) + 1);
        let count = went_on.map(|cell| reached.count(cell)).sum::<i64>();
        let count = count * i64::from(!is_silent(&cube, part));
        let council = councils.get(cube.member(part, 0) - FIRST_COUNCIL);
        let wait = mean * council.copied().unwrap_or(1.0) * random.factor(0.08);
        [count, whole(approximate(count) * wait)]
    });
    let means = tenths(&days, &people);
    let medians: Vec<i64> = means
        .iter()
        .map(|mean| whole(approximate(*mean) / 10.0 * 0.83 * random.factor(0.05)))
        .collect();
    finish(
        &cube,
        (&people, &means, &medians),
        &hidden(&cube, &people, reached),
    )
}

fn cube(scope: &Scope<'_>) -> Cube {
    let places = axes::dimension("sundhedsraad", ("Bopæl", "Residence"), Role::Geography);
    let between = Axis::new("overgang", Text::new("Trin", "Step"), Role::Other);
    let between = BETWEEN
        .iter()
        .fold(between, |axis, (code, danish, english)| {
            axis.with_part(code, Text::new(danish, english))
        });
    Cube::new(vec![
        nested(places, &council_tiers()),
        axes::year_axis(scope.years()),
        pathway_axis(),
        between,
    ])
}

/// The factor of a council: that of its first municipality, since those of a council do not differ.
fn factor_of(places: &Places, council: usize) -> f64 {
    let first = axes::municipalities().position(|place| axes::council_index(place) == council);
    places.factor(first.unwrap_or(0))
}

fn is_silent(cube: &Cube, cell: usize) -> bool {
    [cube.code(cell, 0), cube.code(cell, 1), cube.code(cell, 3)] == SILENT
}

/// The cells of all last steps at the same place, year and pathway.
fn last_steps(cube: &Cube, cell: usize, reached: &Reached) -> Range<usize> {
    let pathway = (cube.member(cell, 1), cube.member(cell, 2));
    reached.last_steps(cube.code(cell, 0), pathway)
}

/// Small counts, and every count of a pathway of which a last step is hidden: it would follow from the others.
fn hidden(cube: &Cube, people: &[i64], reached: &Reached) -> Vec<bool> {
    let of_row =
        |cell: usize| last_steps(cube, cell, reached).any(|other| reached.is_hidden(other));
    let first = people
        .iter()
        .enumerate()
        .map(|(cell, count)| (1..THRESHOLD).contains(count) || *count > 0 && of_row(cell))
        .collect();
    complete(cube, people, first)
}

fn finish(
    cube: &Cube,
    (people, means, medians): (&[i64], &[i64], &[i64]),
    hidden: &[bool],
) -> Result<Table, TableError> {
    let mean_status = of_mean(people, hidden);
    let status = |cell: usize| {
        if is_silent(cube, cell) {
            Status::Missing
        } else {
            mean_status(cell)
        }
    };
    let count_status = |cell: usize| match status(cell) {
        Status::NotApplicable => Status::Value,
        status => status,
    };
    let [count, mean, median] = measures();
    Rows::all(cube)
        .with_statuses((count, 0), people, count_status)
        .with_statuses((mean, 1), means, status)
        .with_statuses((median, 0), medians, status)
        .finish(
            "ventetid",
            Text::new("Ventetid mellem trin", "Waiting between steps"),
            &NOTES,
        )
}

fn measures() -> [Measure; 3] {
    let people = additive(("borgere", "Borgere", "People"), ("borgere", "people"));
    let days = |names| additive(names, ("dage", "days"));
    let weighed = Aggregation::Mean {
        weight: "borgere".to_owned(),
    };
    [
        of_class(distinct(&["overgang", "forloeb", "year"]), people),
        Measure {
            decimals: 1,
            ..of_class(
                weighed,
                days(("ventedage", "Ventetid, gennemsnit", "Wait, mean")),
            )
        },
        of_class(
            Aggregation::Printed,
            days(("median", "Ventetid, median", "Wait, median")),
        ),
    ]
}
