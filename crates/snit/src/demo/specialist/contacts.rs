//! Patients, contacts and fees by residence, year, age and specialty.

use table::{Status, Table, TableError, Text};

use super::specialty_axis;
use crate::demo::columns::{Rows, additive, distinct, hidden_where, of_class};
use crate::demo::counts::{drawn, following, once};
use crate::demo::cube::Cube;
use crate::demo::hide::{THRESHOLD, complete};
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::{ByGroup, Scope};

/// Share of residents who see a specialist in a year, by group of age; contacts of each, and kroner a contact.
const FACTS: [(ByGroup, f64, f64); 10] = [
    ([0.031, 0.062, 0.24, 0.41], 1.7, 372.0),
    ([0.058, 0.049, 0.088, 0.13], 1.8, 334.0),
    ([0.024, 0.041, 0.066, 0.083], 1.7, 301.0),
    ([0.002, 0.048, 0.026, 0.012], 1.6, 348.0),
    ([0.001, 0.014, 0.006, 0.003], 5.4, 905.0),
    ([0.009, 0.001, 0.0, 0.0], 4.6, 1_120.0),
    ([0.002, 0.014, 0.021, 0.014], 1.5, 742.0),
    ([0.004, 0.019, 0.026, 0.016], 1.6, 611.0),
    ([0.001, 0.013, 0.021, 0.016], 2.1, 468.0),
    ([0.002, 0.015, 0.019, 0.016], 1.6, 690.0),
];
/// Growth of patients a year, and of prices.
const GROWTH: [f64; 10] = [
    0.021, -0.008, 0.013, -0.011, -0.024, 0.036, -0.006, 0.004, 0.017, 0.009,
];
const PRICES: f64 = 0.026;
/// How many stand once where the specialties are together.
const ONCE: f64 = 0.77;
/// Large towns have most specialists: their residents see them more.
const CITY: f64 = 0.05;
/// Samsø and Ærø, where one specialist sees nearly all patients of these.
const DOMINATED: [&str; 2] = ["0741", "0492"];
const OF_ONE: [&str; 2] = ["oejen", "oere"];

const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("patienter"),
        "Den samme patient kan være talt i flere specialer. »Alle specialer« tæller hver patient én gang.",
        "The same patient may be counted in several specialties. \"All specialties\" counts each patient once.",
    ),
    (
        Some("honorar"),
        "Kroner i årets takster.",
        "In the year's prices.",
    ),
];

/// The table of patients, contacts and fees.
pub(super) fn table(seed: u64, scope: &Scope<'_>) -> Result<Table, TableError> {
    let cube = scope.cube([specialty_axis()]);
    let [patients, contacts, fees] = draw(seed, scope, &cube);
    let hidden = hidden(&cube, &patients);
    let hidden_contacts = following(&cube, &hidden, &contacts);
    let hidden_fees = following(&cube, &hidden, &fees);
    let unique = additive(
        ("patienter", "Unikke patienter", "Unique patients"),
        ("patienter", "patients"),
    );
    let unique = of_class(distinct(&["speciale", "year"]), unique);
    let met = additive(
        ("kontakter", "Kontakter", "Contacts"),
        ("kontakter", "contacts"),
    );
    let paid = additive(("honorar", "Honorar", "Fees"), ("kr.", "DKK"));
    let title = Text::new(
        "Patienter og kontakter efter speciale",
        "Patients and contacts by specialty",
    );
    let status = |cell: usize| -> Status { hidden_where(&hidden_fees)(cell) };
    Rows::all(&cube)
        .with(unique, &once(&cube, &patients, (3, ONCE)), &hidden)
        .with(met, &contacts, &hidden_contacts)
        .with_statuses((paid, 2), &fees, status)
        .finish("kontakter", title, &NOTES)
}

fn draw(seed: u64, scope: &Scope<'_>, cube: &Cube) -> [Vec<i64>; 3] {
    let places = Places::by_chance(Random::new(seed, "specialist places"), 0.05, 0.08);
    let size = |place: &health::geography::Place| {
        let people = f64::from(place.population_2020.max(1));
        1.0 + CITY * libm::log(people / 45_000.0)
    };
    let sizes: Vec<f64> = crate::demo::axes::municipalities().map(size).collect();
    let mut random = Random::new(seed, "specialists");
    drawn(cube, |part| {
        let spot = scope.spot(cube, part);
        let specialty = cube.member(part, 3) - 1;
        let (rates, contacts, kroner) = FACTS.get(specialty).copied().unwrap_or_default();
        let passed = f64::from(u8::try_from(cube.member(part, 1)).unwrap_or(0));
        let grown = 1.0 + GROWTH.get(specialty).copied().unwrap_or(0.0) * passed;
        let size = sizes.get(spot.municipality).copied().unwrap_or(1.0);
        let place = size.max(0.6) * places.factor(spot.municipality);
        let count = random.share(
            whole(spot.people),
            (spot.rate(&rates) * grown * place).min(0.9),
        );
        let met = count + random.poisson(approximate(count) * (contacts - 1.0));
        let price = kroner * (1.0 + PRICES * passed) * random.factor(0.04);
        [count, met, whole(approximate(met) * price * 100.0)]
    })
}

/// Small counts and those of a single practice, and what would give them away.
fn hidden(cube: &Cube, patients: &[i64]) -> Vec<bool> {
    let of_one = |cell: usize| {
        DOMINATED.contains(&cube.code(cell, 0)) && OF_ONE.contains(&cube.code(cell, 3))
    };
    let first = patients
        .iter()
        .enumerate()
        .map(|(cell, count)| (1..THRESHOLD).contains(count) || *count > 0 && of_one(cell))
        .collect();
    complete(cube, patients, first)
}
