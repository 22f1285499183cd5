//! Residents of nursing homes: rooms, acute admissions, falls, drugs, weight and staff.

use table::{Collapse, Measure, Status, Table, TableError, Text};

use super::homes::{Home, home_axis, homes, taken};
use super::{Edition, is_silent};
use crate::demo::axes;
use crate::demo::columns::{Names, Rows, additive, distinct, of_class, stock};
use crate::demo::counts::{drawn, following, small_or_following};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::Scope;

const NAMES: [Names<'_>; 7] = [
    ("pladser", "Pladser", "Places"),
    (
        "beboere",
        "Beboere 31. december",
        "Residents on 31 December",
    ),
    (
        "akutte_indlaeggelser",
        "Akutte indlæggelser af beboere",
        "Acute admissions of residents",
    ),
    ("fald", "Registrerede fald", "Registered falls"),
    (
        "mange_laegemidler",
        "Beboere med mindst ti lægemidler",
        "Residents with at least ten drugs",
    ),
    (
        "vaegttab",
        "Beboere med utilsigtet vægttab",
        "Residents with unintended weight loss",
    ),
    (
        "aarsvaerk",
        "Årsværk i plejen",
        "Full-time equivalents in care",
    ),
];
const UNITS: [(&str, &str); 7] = [
    ("pladser", "places"),
    ("beboere", "residents"),
    ("indlæggelser", "admissions"),
    ("fald", "falls"),
    ("beboere", "residents"),
    ("beboere", "residents"),
    ("årsværk", "FTE"),
];
/// Acute admissions of a resident in a year, by year; registration changes with the law of 2025.
const ADMITTED: [f64; 7] = [0.0, 0.0, 0.0, 0.66, 0.64, 0.62, 0.59];
const FALLS: [f64; 7] = [0.0, 0.0, 0.0, 1.82, 1.86, 1.90, 2.15];
const MANY_DRUGS: f64 = 0.54;
/// What is left of them when drugs as needed are not counted.
const IN_REGULAR_USE: f64 = 0.92;
const WEIGHT_LOSS: f64 = 0.19;
const STAFF_A_RESIDENT: f64 = 0.94;

const NOTES: [(Option<&str>, &str, &str); 3] = [
    (
        None,
        "Plejehjemmene er opdigtede. Indholdet af den rigtige udgivelse kendes ikke.",
        "The nursing homes are made up. What the real publication holds is not known.",
    ),
    (
        Some("fald"),
        "Fra 2025 registreres fald efter den nye ældrelov: databrud.",
        "Falls are registered by the new act on care of the old from 2025: a break in the series.",
    ),
    (
        Some("aarsvaerk"),
        "Skjult sammen med beboerne, hvor et plejehjem har få.",
        "Hidden with the residents where a home has few.",
    ),
];

/// The table by place down to the home, and year.
pub(super) fn table(seed: u64, scope: &Scope<'_>, edition: Edition) -> Result<Table, TableError> {
    let homes = homes(seed, scope.people, edition);
    let cube = Cube::new(vec![home_axis(&homes), axes::year_axis(scope.years())]);
    let first_home = cube.axes.first().map_or(0, |axis| axis.len() - homes.len());
    let home_of = |cell: usize| {
        let index = cube.member(cell, 0).checked_sub(first_home)?;
        homes.get(index)
    };
    let silent = |cell: usize| {
        let year = cube.code(cell, 1);
        match home_of(cell) {
            Some(home) => {
                let place = axes::municipalities().nth(home.municipality);
                place.is_some_and(|place| is_silent(edition, place.code, year))
            }
            None => is_silent(edition, cube.code(cell, 0), year),
        }
    };
    let places = Places::by_chance(Random::new(seed, "home places"), 0.06, 0.05);
    let counts = drawn(&cube, |part| {
        let Some(home) = home_of(part).filter(|_| !silent(part)) else {
            return [0; 7];
        };
        // A stream of its own, so that a later edition changes nothing but what it means to.
        let name = format!("residents {} {}", cube.code(part, 0), cube.code(part, 1));
        let mut random = Random::new(seed, &name);
        let year = scope.first_year + cube.member(part, 1);
        if year < home.opened {
            return [0; 7];
        }
        of_home(
            home,
            (year, places.factor(home.municipality)),
            (&mut random, edition),
        )
    });
    let status = |cell: usize| {
        let is_open =
            home_of(cell).is_none_or(|home| scope.first_year + cube.member(cell, 1) >= home.opened);
        match (silent(cell), is_open) {
            (true, _) => Status::Missing,
            (_, false) => Status::NotApplicable,
            _ => Status::Value,
        }
    };
    finish(&cube, &counts, status)
}

/// A home's numbers of a year.
fn of_home(
    home: &Home,
    (year, place): (usize, f64),
    (random, edition): (&mut Random, Edition),
) -> [i64; 7] {
    let residents = taken(home, random);
    let many = approximate(residents);
    let by_year = |rates: &[f64; 7]| rates.get(year).copied().unwrap_or(0.0);
    let admitted = random.poisson(many * by_year(&ADMITTED) * place * home.factor);
    let falls = random.poisson(many * by_year(&FALLS) * home.factor);
    let losing = random.share(residents, WEIGHT_LOSS * home.factor);
    let staff = whole(many * 10.0 * STAFF_A_RESIDENT * random.factor(0.09));
    let counted_late = random.unit() < 0.3;
    let drugs = random.share(
        residents,
        (MANY_DRUGS * (2.0 - home.factor)).clamp(0.2, 0.8),
    );
    let is_revised = edition == Edition::Revised;
    let late = i64::from(is_revised && counted_late && year + 1 == ADMITTED.len());
    let drugs = if is_revised {
        whole(approximate(drugs) * IN_REGULAR_USE)
    } else {
        drugs
    };
    [
        home.size,
        residents,
        admitted + late * (1 + admitted / 25),
        falls,
        drugs,
        losing,
        staff,
    ]
}

fn finish(
    cube: &Cube,
    counts: &[Vec<i64>; 7],
    status: impl Fn(usize) -> Status,
) -> Result<Table, TableError> {
    let [_, residents, admitted, falls, drugs, losing, staff] = counts;
    let few = small_counts(cube, residents);
    let none = vec![false; cube.len()];
    let with_few = |values: &Vec<i64>| small_or_following(cube, &few, values);
    let hidden = [
        none,
        few.clone(),
        with_few(admitted),
        following(cube, &few, falls),
        with_few(drugs),
        with_few(losing),
        following(cube, &few, staff),
    ];
    let measures = NAMES
        .iter()
        .zip(UNITS)
        .zip(0..)
        .zip(counts.iter().zip(&hidden));
    let rows = measures.fold(
        Rows::all(cube),
        |rows, (((names, unit), index), (values, hidden))| {
            let of_cell = |cell: usize| match (status(cell), hidden.get(cell)) {
                (Status::Value, Some(true)) => Status::Hidden,
                (status, _) => status,
            };
            rows.with_statuses(measure(*names, unit, index), values, of_cell)
        },
    );
    let title = Text::new("Beboere på plejehjem", "Residents of nursing homes");
    rows.finish("plejehjem", title, &NOTES)
}

/// The measure of a column, and its decimals.
fn measure(names: Names<'_>, unit: (&str, &str), index: usize) -> (Measure, u8) {
    let measure = additive(names, unit);
    match index {
        0 | 1 => (of_class(stock(Collapse::Last), measure), 0),
        4 | 5 => (of_class(distinct(&["year"]), measure), 0),
        6 => {
            let measure = of_class(stock(Collapse::Mean), measure);
            (
                Measure {
                    decimals: 1,
                    ..measure
                },
                1,
            )
        }
        _ => (measure, 0),
    }
}
