//! Health personnel, and patients per doctor in general practice.

use table::{Collapse, Dimension, Measure, Table, TableError, Text};

use super::money::SECTORS;
use super::waiting::{by_year, pairs, set};
use crate::demo::axes::{self, YEARS};
use crate::demo::columns::{Rows, additive, distinct, hidden_where, of_class, stock};
use crate::demo::cube::Cube;
use crate::demo::hide::{complete, small_counts};
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;

const PROFESSIONS: [(&str, &str, &str); 6] = [
    ("laege", "Læger", "Doctors"),
    ("sygeplejerske", "Sygeplejersker", "Nurses"),
    (
        "sosu_assistent",
        "Social- og sundhedsassistenter",
        "Social and health care assistants",
    ),
    (
        "sosu_hjaelper",
        "Social- og sundhedshjælpere",
        "Social and health care helpers",
    ),
    (
        "terapeut",
        "Fysio- og ergoterapeuter",
        "Physiotherapists and occupational therapists",
    ),
    ("jordemoder", "Jordemødre", "Midwives"),
];
/// Full-time equivalents per resident, and persons for each.
const STAFFING: [(f64, f64); 6] = [
    (0.0042, 1.08),
    (0.0096, 1.21),
    (0.0068, 1.26),
    (0.0072, 1.34),
    (0.0037, 1.17),
    (0.00038, 1.25),
];
const STAFF_BY_YEAR: [f64; 7] = [0.985, 1.0, 1.015, 1.0, 0.99, 0.992, 1.0];
const PATIENTS_PER_DOCTOR: [f64; 7] = [
    1_559.0, 1_571.0, 1_586.0, 1_598.0, 1_588.0, 1_573.0, 1_594.0,
];

/// Full-time equivalents and persons by place of work, year and profession.
pub(crate) fn personnel(seed: u64, people: &People) -> Result<Table, TableError> {
    let described = Dimension {
        name: "profession".to_owned(),
        label: Text::new("Faggruppe", "Profession"),
        ..Dimension::default()
    };
    let total = ("IALT", Text::new("Alle faggrupper", "All professions"));
    let professions = axes::total_axis(described, total, &PROFESSIONS);
    let cube = Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        professions,
    ]);
    let (full_time, persons) = employed(seed, &cube, people);
    let hidden = small_counts(&cube, &persons);
    // A full-time equivalent of few persons is told by their number, so it follows the count of persons.
    let follows = hidden
        .iter()
        .zip(&full_time)
        .map(|(hide, time)| *hide && *time > 0);
    let hidden_time = complete(&cube, &full_time, follows.collect());
    let equivalents = additive(
        ("aarsvaerk", "Årsværk", "Full-time equivalents"),
        ("årsværk", "FTE"),
    );
    let equivalents = Measure {
        decimals: 1,
        ..of_class(stock(Collapse::Mean), equivalents)
    };
    let heads = additive(("ansatte", "Ansatte", "Employees"), ("personer", "persons"));
    let heads = of_class(distinct(&["year", "profession"]), heads);
    Rows::all(&cube)
        .with_statuses((equivalents, 1), &full_time, hidden_where(&hidden_time))
        .with(heads, &counted_once(&cube, &persons), &hidden)
        .finish(
            "personale",
            Text::new("Sundhedspersonale", "Health personnel"),
            &[],
        )
}

/// Tenths of full-time equivalents, and persons.
fn employed(seed: u64, cube: &Cube, people: &People) -> (Vec<i64>, Vec<i64>) {
    let places = Places::by_chance(Random::new(seed, "staff places"), 0.05, 0.06);
    let mut random = Random::new(seed, "staff");
    let (mut full_time, mut persons) = (cube.zeros(), cube.zeros());
    let cells =
        pairs().flat_map(|(municipality, year)| STAFFING.map(|rates| (municipality, year, rates)));
    for (part, (municipality, year, (rate, heads))) in cube.parts().into_iter().zip(cells) {
        let everybody = people.within(municipality, year, 0..axes::BANDS.len());
        let mean = everybody * rate * by_year(&STAFF_BY_YEAR, year) * places.factor(municipality);
        let count = random.poisson(mean * heads);
        set(&mut persons, part, count);
        set(
            &mut full_time,
            part,
            whole(approximate(count) * 10.0 / heads * random.factor(0.01)),
        );
    }
    cube.sum_up(&mut full_time);
    cube.sum_up(&mut persons);
    (full_time, persons)
}

/// Persons in all professions: the few who work in two are counted once.
fn counted_once(cube: &Cube, persons: &[i64]) -> Vec<i64> {
    let once = |(cell, &count): (usize, &i64)| {
        let twice = if cube.is_part(cell, 2) {
            0
        } else {
            count / 150
        };
        count - twice
    };
    let mut counted = persons.iter().enumerate().map(once).collect::<Vec<_>>();
    cube.sum_over(&mut counted, 0);
    counted
}

/// Patients on the lists of general practice, and the doctors' capacity.
pub(crate) fn practice(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![axes::place_axis(), axes::year_axis(&YEARS)]);
    let places = Places::by_chance(Random::new(seed, "practice places"), 0.025, 0.03);
    let mut random = Random::new(seed, "practice");
    let (mut listed, mut capacity) = (cube.zeros(), cube.zeros());
    for (part, (municipality, year)) in cube.parts().into_iter().zip(pairs()) {
        let patients =
            people.within(municipality, year, 0..axes::BANDS.len()) * 0.978 * random.factor(0.002);
        let per_doctor = by_year(&PATIENTS_PER_DOCTOR, year) * places.factor(municipality);
        set(&mut listed, part, whole(patients));
        set(
            &mut capacity,
            part,
            whole(patients * 10.0 / per_doctor).max(10),
        );
    }
    cube.sum_up(&mut listed);
    cube.sum_up(&mut capacity);
    let shown = vec![false; cube.len()];
    let patients = additive(
        ("tilmeldte", "Tilmeldte patienter", "Listed patients"),
        ("patienter", "patients"),
    );
    let doctors = additive(
        ("laegekapacitet", "Lægekapaciteter", "Doctor capacity"),
        ("kapaciteter", "capacities"),
    );
    let doctors = Measure {
        decimals: 1,
        ..of_class(stock(Collapse::Refuse), doctors)
    };
    let (_, danish, english) = SECTORS.get(1).copied().unwrap_or_default();
    Rows::all(&cube)
        .with(of_class(stock(Collapse::Refuse), patients), &listed, &shown)
        .with_statuses((doctors, 1), &capacity, |_| table::Status::Value)
        .finish("praksis", Text::new(danish, english), &[])
}
