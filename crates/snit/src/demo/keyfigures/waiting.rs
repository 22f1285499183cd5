//! Waiting times: a mean with its count, and a median that is only ever printed.

use table::{Aggregation, Measure, Status, Table, TableError, Text};

use crate::demo::axes::{self, BANDS, FIRST_OLD_BAND, YEARS};
use crate::demo::columns::{Rows, additive, of_class};
use crate::demo::cube::Cube;
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;

/// Mean days from work-up to surgery in the country.
const DAYS_BY_YEAR: [f64; 7] = [39.0, 42.0, 45.5, 46.0, 45.0, 44.2, 46.8];
const REHABILITATION_BY_YEAR: [f64; 7] = [14.4, 13.6, 13.2, 12.4, 11.4, 10.5, 10.3];
/// Councils' mean wait against the country.
const BY_COUNCIL: [f64; 17] = [
    1.05, 0.98, 0.93, 0.96, 1.02, 0.91, 0.97, 1.04, 1.10, 1.085, 0.99, 1.03, 1.01, 0.98, 0.94,
    1.02, 0.97,
];

const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("ventetid_genoptraening"),
    "En median kan ikke lægges sammen; hvert sted er opgjort for sig.",
    "A median cannot be summed; each place is counted by itself.",
)];

/// The table of waiting times by place and year.
pub(crate) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![axes::place_axis(), axes::year_axis(&YEARS)]);
    let places = Places::round(&BY_COUNCIL, Random::new(seed, "waiting places"), 0.03);
    let mut random = Random::new(seed, "waiting times");
    let [treated, days, plans] = draw(&cube, people, (&places, &mut random));
    let medians = medians(&cube, &places, &mut random);
    let shown = vec![false; cube.len()];
    let people = |names| additive(names, ("borgere", "residents"));
    let days_long = |names| additive(names, ("dage", "days"));
    let weighed = Aggregation::Mean {
        weight: "behandlede".to_owned(),
    };
    let mean = (
        "ventedage",
        "Ventetid til behandling, kirurgi",
        "Wait for surgery",
    );
    let mean = Measure {
        decimals: 1,
        ..of_class(weighed, days_long(mean))
    };
    let median = (
        "ventetid_genoptraening",
        "Ventetid til genoptræning, median",
        "Wait for rehabilitation, median",
    );
    let median = of_class(Aggregation::Printed, days_long(median));
    let plan = (
        "genoptraeningsplaner",
        "Genoptræningsplaner",
        "Rehabilitation plans",
    );
    Rows::all(&cube)
        .with(
            people(("behandlede", "Behandlede", "Treated")),
            &treated,
            &shown,
        )
        .with_statuses((mean, 1), &per_tenth(&days, &treated), |_| Status::Value)
        .with(people(plan), &plans, &shown)
        .with(median, &medians, &shown)
        .finish("ventetid", Text::new("Ventetid", "Waiting times"), &NOTES)
}

/// Patients treated, days they waited together, and plans of rehabilitation.
fn draw(cube: &Cube, people: &People, (places, random): (&Places, &mut Random)) -> [Vec<i64>; 3] {
    let mut drawn = [cube.zeros(), cube.zeros(), cube.zeros()];
    for (part, (municipality, year)) in cube.parts().into_iter().zip(pairs()) {
        let everybody = people.within(municipality, year, 0..BANDS.len());
        let old = people.within(municipality, year, FIRST_OLD_BAND..BANDS.len());
        let treated = random.poisson(everybody * 0.021 + old * 0.03);
        let wait = by_year(&DAYS_BY_YEAR, year) * places.factor(municipality) * random.factor(0.02);
        let days = whole(approximate(treated) * wait);
        let plans = random.poisson(everybody * 0.012 + old * 0.05);
        drawn
            .iter_mut()
            .zip([treated, days, plans])
            .for_each(|(values, count)| set(values, part, count));
    }
    drawn.iter_mut().for_each(|values| cube.sum_up(values));
    drawn
}

/// Municipalities and years in the order of the parts.
pub(crate) fn pairs() -> impl Iterator<Item = (usize, usize)> {
    (0..axes::municipalities().count())
        .flat_map(|municipality| (0..YEARS.len()).map(move |year| (municipality, year)))
}

pub(crate) fn by_year(values: &[f64; 7], year: usize) -> f64 {
    values.get(year).copied().unwrap_or(0.0)
}

pub(crate) fn set(values: &mut [i64], cell: usize, value: i64) {
    if let Some(place) = values.get_mut(cell) {
        *place = value;
    }
}

/// Tenths of the quotient; 0 where nothing was counted.
fn per_tenth(above: &[i64], below: &[i64]) -> Vec<i64> {
    let quotient = |(above, below): (&i64, &i64)| {
        whole(approximate(*above) * 10.0 / approximate((*below).max(1)))
    };
    above.iter().zip(below).map(quotient).collect()
}

/// Medians of every place: near the country's, farther off in small places.
fn medians(cube: &Cube, places: &Places, random: &mut Random) -> Vec<i64> {
    let of = |cell: usize, random: &mut Random| {
        let inside = inside(cube, cube.member(cell, 0));
        let factor: f64 = inside
            .iter()
            .map(|&place| places.factor(place))
            .sum::<f64>()
            / approximate(i64::try_from(inside.len().max(1)).unwrap_or(1));
        let spread = if inside.len() > 1 { 0.03 } else { 0.14 };
        whole(
            by_year(&REHABILITATION_BY_YEAR, cube.member(cell, 1)) * factor * random.factor(spread),
        )
        .max(2)
    };
    (0..cube.len()).map(|cell| of(cell, random)).collect()
}

/// The municipalities that a place is summed from.
pub(crate) fn inside(cube: &Cube, place: usize) -> Vec<usize> {
    let Some(axis) = cube.axes.first() else {
        return Vec::new();
    };
    let first_part = axis.parts().first().copied().unwrap_or(0);
    match axis.sums.get(place) {
        Some(sum_of) if !sum_of.is_empty() => {
            sum_of.iter().flat_map(|&part| inside(cube, part)).collect()
        }
        _ => vec![place.saturating_sub(first_part)],
    }
}
