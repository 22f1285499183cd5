//! Discharges to municipal care from each hospital: announced in time, and readmitted.

use table::{Role, Table, TableError, Text};

use crate::demo::across::share;
use crate::demo::axes;
use crate::demo::columns::{Rows, additive};
use crate::demo::counts::{drawn, small_or_following};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::hospitals::{HOSPITALS, hospital_axis};
use crate::demo::people::People;
use crate::demo::random::Random;
use crate::demo::tiers::{council_tiers, nested};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 4;
/// The places of the councils on their axis begin behind the country and the regions.
const FIRST_COUNCIL: usize = 5;
/// Discharges to municipal care of a resident from 65 years in a year.
const DISCHARGED: f64 = 0.118;
const IN_TIME: [f64; 3] = [0.71, 0.74, 0.77];
const READMITTED: f64 = 0.172;
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("varslet"),
        "Varslet til kommunen mindst et døgn før udskrivning.",
        "Announced to the municipality at least a day before discharge.",
    ),
    (
        Some("genindlagt"),
        "Akut genindlagt inden 30 dage på et hvilket som helst hospital; talt hos det, der udskrev.",
        "Acute readmission within 30 days to any hospital; counted at the one that discharged.",
    ),
];

/// The table by council, year and hospital.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let places = axes::dimension("sundhedsraad", ("Bopæl", "Residence"), Role::Geography);
    let cube = Cube::new(vec![
        nested(places, &council_tiers()),
        axes::year_axis(&YEARS),
        hospital_axis(),
    ]);
    let [discharged, announced, again] = draw(seed, people, &cube);
    let hidden = small_counts(&cube, &discharged);
    let hidden_announced = small_or_following(&cube, &hidden, &announced);
    let hidden_again = small_or_following(&cube, &hidden, &again);
    let count = |names| additive(names, ("udskrivninger", "discharges"));
    let all = count(("udskrivninger", "Udskrivninger", "Discharges"));
    let in_time = count(("varslet", "Varslet i tide", "Announced in time"));
    let readmitted = count((
        "genindlagt",
        "Genindlagt inden 30 dage",
        "Readmitted within 30 days",
    ));
    let title = Text::new(
        "Udskrivninger til kommunal pleje",
        "Discharges to municipal care",
    );
    Rows::all(&cube)
        .with(all, &discharged, &hidden)
        .with(in_time, &announced, &hidden_announced)
        .with(readmitted, &again, &hidden_again)
        .finish("udskrivninger", title, &NOTES)
}

/// Discharges, those announced in time, and those followed by a readmission.
fn draw(seed: u64, people: &People, cube: &Cube) -> [Vec<i64>; 3] {
    let mut habits = Random::new(seed, "discharge habits");
    let habits: Vec<f64> = HOSPITALS.iter().map(|_| habits.factor(0.08)).collect();
    let mut random = Random::new(seed, "discharges");
    drawn(cube, |part| {
        let (council, year) = (cube.member(part, 0) - FIRST_COUNCIL, cube.member(part, 1));
        let index = cube.member(part, 2) - 1;
        let hospital = HOSPITALS.get(index);
        let of_hospital = hospital.map_or(0.0, |hospital| share(council + 1, hospital));
        let old = old_of_council(people, council, FIRST_YEAR + year);
        let habit = habits.get(index).copied().unwrap_or(1.0);
        let count = random.poisson(old * DISCHARGED * of_hospital);
        let in_time = IN_TIME.get(year).copied().unwrap_or(0.7) * habit;
        // Where municipalities know in time, fewer come back.
        let back = READMITTED * (1.6 - 0.6 * habit);
        [
            count,
            random.share(count, in_time.min(0.97)),
            random.share(count, back),
        ]
    })
}

fn old_of_council(people: &People, council: usize, year: usize) -> f64 {
    axes::municipalities()
        .enumerate()
        .filter(|(_, place)| axes::council_index(place) == council)
        .map(|(place, _)| people.within(place, year, axes::FIRST_OLD_BAND..axes::BANDS.len()))
        .sum()
}
