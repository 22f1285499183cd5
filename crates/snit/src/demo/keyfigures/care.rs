//! Municipal care; one municipality has not reported its preventive home visits.

use table::{Collapse, Measure, Status, Table, TableError, Text};

use super::waiting::{by_year, pairs, set};
use crate::demo::axes::{self, YEARS};
use crate::demo::columns::{Names, Rows, additive, distinct, of_class, stock};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;

/// Vejle, with the first year it did not report.
const SILENT: (&str, usize) = ("0630", 5);
const NURSED_BY_YEAR: [f64; 7] = [0.186, 0.183, 0.181, 0.179, 0.177, 0.176, 0.174];
const VISITS_BY_YEAR: [f64; 7] = [248.0, 201.0, 219.0, 236.0, 233.0, 230.0, 228.0];
/// The bands from 75 years.
const VERY_OLD: std::ops::Range<usize> = 8..11;

const OLD: Names<'_> = (
    "borgere_65",
    "Borgere på 65 år og derover",
    "Residents of 65 years and over",
);
const VERY_OLD_REPORTED: Names<'_> = (
    "borgere_75",
    "Borgere på 75 år og derover, hvor der er indberettet",
    "Residents of 75 years and over where reported",
);
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("hjemmebesoeg"),
        "Vejle har ikke indberettet fra 2024. Regionen og landet omfatter de kommuner, der har indberettet.",
        "Vejle has not reported from 2024. The region and the country cover the municipalities that have.",
    ),
    (
        Some("modtagere_hjemmesygepleje"),
        "Fra 2022 efter nye klassifikationer: databrud.",
        "New classifications from 2022: a break in the series.",
    ),
];

/// The table of municipal care by place and year.
pub(crate) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![axes::place_axis(), axes::year_axis(&YEARS)]);
    let places = |name| Places::by_chance(Random::new(seed, name), 0.025, 0.04);
    let (nursing, visiting, helping) = (places("nursing"), places("visiting"), places("helping"));
    let mut random = Random::new(seed, "care");
    let mut all: [Vec<i64>; 6] = std::array::from_fn(|_| cube.zeros());
    for (part, (municipality, year)) in cube.parts().into_iter().zip(pairs()) {
        let old = people.within(municipality, year, axes::FIRST_OLD_BAND..axes::BANDS.len());
        let very_old = people.within(municipality, year, VERY_OLD);
        let reports = !(cube.code(part, 0) == SILENT.0 && year >= SILENT.1);
        let nursed = random.share(
            whole(old),
            by_year(&NURSED_BY_YEAR, year) * nursing.factor(municipality),
        );
        let visits = random.poisson(
            very_old * by_year(&VISITS_BY_YEAR, year) / 1_000.0 * visiting.factor(municipality),
        );
        let helped = random.share(whole(old), 0.104 * helping.factor(municipality));
        let hours =
            approximate(helped) * 3.5 * places_hours(&visiting, municipality) * random.factor(0.02);
        let reported = i64::from(reports);
        let counts = [
            whole(old),
            nursed,
            visits * reported,
            whole(very_old) * reported,
            whole(hours * 10.0),
            helped,
        ];
        all.iter_mut()
            .zip(counts)
            .for_each(|(values, count)| set(values, part, count));
    }
    all.iter_mut().for_each(|values| cube.sum_up(values));
    finish(&cube, &all)
}

/// Places that visit much give fewer hours of help.
fn places_hours(visiting: &Places, municipality: usize) -> f64 {
    2.0 - visiting.factor(municipality)
}

fn finish(cube: &Cube, all: &[Vec<i64>; 6]) -> Result<Table, TableError> {
    let [old, nursed, visits, very_old, hours, helped] = all;
    let shown = vec![false; cube.len()];
    let is_silent = |cell: usize| cube.member(cell, 1) >= SILENT.1 && is_silent(cube.code(cell, 0));
    let reported = |cell| {
        if is_silent(cell) {
            Status::Missing
        } else {
            Status::Value
        }
    };
    let people = |names| additive(names, ("borgere", "residents"));
    let recipients = |names| of_class(distinct(&["year"]), people(names));
    let yearly = |measure| of_class(stock(Collapse::Refuse), measure);
    let nursing = recipients((
        "modtagere_hjemmesygepleje",
        "Modtagere af hjemmesygepleje",
        "Recipients of home nursing",
    ));
    let helping = recipients((
        "modtagere_hjemmehjaelp",
        "Modtagere af hjemmehjælp",
        "Recipients of home help",
    ));
    let counted = additive(
        (
            "hjemmebesoeg",
            "Forebyggende hjemmebesøg",
            "Preventive home visits",
        ),
        ("besøg", "visits"),
    );
    let weekly = additive(
        (
            "timer_pr_uge",
            "Visiterede timer om ugen",
            "Granted hours a week",
        ),
        ("timer", "hours"),
    );
    let weekly = Measure {
        decimals: 1,
        ..yearly(weekly)
    };
    Rows::all(cube)
        .with(yearly(people(OLD)), old, &shown)
        .with(nursing, nursed, &small_counts(cube, nursed))
        .with_statuses((counted, 0), visits, reported)
        .with_statuses((yearly(people(VERY_OLD_REPORTED)), 0), very_old, reported)
        .with_statuses((weekly, 1), hours, |_| Status::Value)
        .with(helping, helped, &small_counts(cube, helped))
        .finish(
            "pleje",
            Text::new("Kommunal pleje", "Municipal care"),
            &NOTES,
        )
}

/// The municipality, and the council that is not printed without it.
fn is_silent(code: &str) -> bool {
    code == SILENT.0 || code == "10"
}
