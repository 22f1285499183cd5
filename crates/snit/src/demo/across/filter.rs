//! The patients of each hospital, by the sectors they also met: the hospital filter.

use health::geography::{Level, places};
use table::{MemberKind, Role, Table, TableError, Text};

use super::combination::{FIRST_YEAR, GROUPS, YEARS, chance, combination_axis};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::{THRESHOLD, complete_where};
use crate::demo::hospitals::{HOSPITALS, Hospital, hospital_axis};
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};

const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("patienter"),
    "Den samme patient kan være talt på flere hospitaler. Antal patienter på alle hospitaler er kun opgjort for landet.",
    "The same patient may be counted in several hospitals. Patients of all hospitals are only counted for the country.",
)];

/// Councils with their regions and the country.
fn council_axis() -> Axis {
    let axis = Axis::new(
        "sundhedsraad",
        Text::new("Bopæl", "Residence"),
        Role::Geography,
    );
    let of = |level| places().iter().filter(move |place| place.level == level);
    let country = of(Level::Country).map(|place| (place, MemberKind::Total, (1..5).collect()));
    let inside = |code: &'static str| {
        let councils = of(Level::HealthCouncil).enumerate();
        councils
            .filter(move |(_, council)| council.within(Level::Region) == Some(code))
            .map(|(index, _)| 5 + index)
            .collect()
    };
    let regions = of(Level::Region).map(|place| {
        (
            place,
            MemberKind::Of("region".to_owned()),
            inside(place.code),
        )
    });
    let councils = of(Level::HealthCouncil).map(|place| (place, MemberKind::Part, Vec::new()));
    let all = country.chain(regions).chain(councils);
    all.fold(axis, |axis, (place, kind, parts)| {
        axis.with((place.code, place.label()), kind, parts)
    })
}

/// The share of a council's hospital patients that meet a hospital.
pub(crate) fn share(council: usize, hospital: &Hospital) -> f64 {
    let near = |other: &&Hospital| other.councils.contains(&council);
    let all: f64 = HOSPITALS.iter().filter(near).map(|other| other.size).sum();
    if near(&hospital) {
        0.82 * hospital.size / all.max(0.1)
    } else {
        0.017 * hospital.size
    }
}

/// The combinations that have the hospital in them.
pub(super) fn with_hospital() -> Vec<usize> {
    (0..16).filter(|combination| combination & 1 == 1).collect()
}

/// Patients by council, year, hospital and combination.
pub(crate) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let with_hospital = with_hospital();
    let everybody = Text::new("Alle hospitalets patienter", "All patients of the hospital");
    let combinations = combination_axis(everybody, &with_hospital);
    let cube = Cube::new(vec![
        council_axis(),
        axes::year_axis(&YEARS),
        hospital_axis(),
        combinations,
    ]);
    let mut random = Random::new(seed, "hospital filter");
    let drawn: Vec<i64> = cube
        .parts()
        .into_iter()
        .map(|part| {
            let council = cube.member(part, 0) - 4;
            let combination = with_hospital
                .get(cube.member(part, 3) - 1)
                .copied()
                .unwrap_or(1);
            let hospital = HOSPITALS.get(cube.member(part, 2) - 1);
            let met = met(
                people,
                (council, FIRST_YEAR + cube.member(part, 1)),
                combination,
            );
            random.poisson(
                met * hospital.map_or(0.0, |hospital| share(council, hospital))
                    * growth(&cube, part),
            )
        })
        .collect();
    let mut patients = cube.zeros();
    for (part, count) in cube.parts().into_iter().zip(drawn) {
        crate::demo::keyfigures::waiting::set(&mut patients, part, count);
    }
    cube.sum_up(&mut patients);
    let printed = |cell: usize| cube.is_part(cell, 2) || cube.member(cell, 0) == 0;
    let once = counted_once(&cube, &patients);
    // Patients of all hospitals are no sum, so nothing follows from them.
    let small = once
        .iter()
        .map(|count| (1..THRESHOLD).contains(count))
        .collect();
    let hidden = complete_where(&cube, &once, small, |cell| cube.is_part(cell, 2));
    let measure = additive(
        ("patienter", "Unikke patienter", "Unique patients"),
        ("patienter", "patients"),
    );
    let measure = of_class(distinct(&["hospital", "year"]), measure);
    let title = Text::new(
        "Hospitalernes patienter efter kombination",
        "Patients of the hospitals by combination",
    );
    Rows::some(&cube, printed)
        .with(measure, &once, &hidden)
        .finish("hospitalsfilter", title, &NOTES)
}

/// Patients of all hospitals: every fourteenth is met by a second hospital and counts once.
fn counted_once(cube: &Cube, patients: &[i64]) -> Vec<i64> {
    let once = |(cell, &count): (usize, &i64)| {
        let twice = if cube.is_part(cell, 2) { 1.0 } else { 1.07 };
        whole(approximate(count) / twice)
    };
    let mut counted = patients.iter().enumerate().map(once).collect::<Vec<_>>();
    cube.sum_over(&mut counted, 3);
    counted
}

/// Residents of a council who meet exactly these sectors.
fn met(people: &People, (council, year): (usize, usize), combination: usize) -> f64 {
    let inside = axes::municipalities()
        .enumerate()
        .filter(|(_, place)| axes::council_index(place) + 1 == council);
    let of_municipality = |municipality: usize| -> f64 {
        GROUPS
            .iter()
            .enumerate()
            .map(|(group, (_, bands))| {
                people.within(municipality, year, bands.clone()) * chance(group, combination)
            })
            .sum()
    };
    inside
        .map(|(municipality, _)| of_municipality(municipality))
        .sum()
}

/// A little more every year.
fn growth(cube: &Cube, part: usize) -> f64 {
    1.0 + 0.012 * f64::from(u8::try_from(cube.member(part, 1)).unwrap_or(0))
}
