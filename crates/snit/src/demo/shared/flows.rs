//! Where people are from one year to the next: which sectors they met before, and which after.

use std::ops::Range;

use serde_json::{Value, json};
use table::{Role, Table, TableError, Text};

use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::drawn;
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::small_counts;
use crate::demo::people::People;
use crate::demo::random::Random;
use crate::demo::rates::Places;
use crate::demo::scope::municipality;

const YEARS: [&str; 2] = ["2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 5;
/// The states, of which the last is only reached.
const STATES: [(&str, &str, &str); 7] = [
    ("ingen", "Ingen sektor", "No sector"),
    ("praksis", "Kun almen praksis", "General practice only"),
    (
        "hospital",
        "Hospital, ikke kommune",
        "Hospital, not municipality",
    ),
    (
        "kommune",
        "Kommune, ikke hospital",
        "Municipality, not hospital",
    ),
    ("begge", "Hospital og kommune", "Hospital and municipality"),
    ("plejehjem", "Plejehjem", "Nursing home"),
    ("doed", "Død", "Died"),
];
/// Share of those under and from 65 years in each state before.
const BEFORE: [(f64, f64); 6] = [
    (0.130, 0.050),
    (0.680, 0.520),
    (0.168, 0.260),
    (0.013, 0.075),
    (0.009, 0.065),
    (0.0, 0.030),
];
/// Share of each state before in each state after, among those from 65 years.
const AFTER: [[f64; 7]; 6] = [
    [0.480, 0.440, 0.065, 0.004, 0.003, 0.000, 0.008],
    [0.085, 0.751, 0.132, 0.009, 0.011, 0.002, 0.010],
    [0.040, 0.500, 0.370, 0.018, 0.043, 0.006, 0.023],
    [0.010, 0.160, 0.060, 0.550, 0.130, 0.050, 0.040],
    [0.005, 0.130, 0.130, 0.200, 0.310, 0.100, 0.125],
    [0.000, 0.000, 0.000, 0.000, 0.000, 0.710, 0.290],
];
/// How many of them die or move to a nursing home under 65 years, against the old.
const YOUNG: f64 = 0.08;
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    None,
    "Året er det, som borgerne kommer til; hver borger tælles én gang om året, hvor borgeren boede året før.",
    "The year is the one people come to; each resident counts once a year, where the resident lived the year before.",
)];

/// That the table tells where people were and where they came.
pub(super) fn declared() -> Value {
    json!({"table": "stroemme", "measure": "borgere", "from": "fra", "to": "til"})
}

fn states(name: &str, label: (&str, &str), states: Range<usize>) -> Axis {
    axes::total_axis(
        axes::dimension(name, label, Role::Sector),
        ("IALT", Text::new("Alle borgere", "All residents")),
        STATES.get(states).unwrap_or_default(),
    )
}

/// The table by residence, year, state before and state after.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        states("fra", ("Året før", "The year before"), 0..6),
        states("til", ("Året", "The year"), 0..7),
    ]);
    let places = Places::by_chance(Random::new(seed, "flow places"), 0.04, 0.05);
    let mut random = Random::new(seed, "flows");
    let [counts] = drawn(&cube, |part| {
        let (place, year) = (
            municipality(&cube, part),
            FIRST_YEAR + cube.member(part, 1) - 1,
        );
        let (before, after) = (cube.member(part, 2) - 1, cube.member(part, 3) - 1);
        let young = people.within(place, year, 0..axes::FIRST_OLD_BAND);
        let old = people.within(place, year, axes::FIRST_OLD_BAND..axes::BANDS.len());
        let (of_young, of_old) = BEFORE.get(before).copied().unwrap_or_default();
        let row = AFTER.get(before).copied().unwrap_or_default();
        let chance = row.get(after).copied().unwrap_or(0.0);
        let among_young = if after > 4 { chance * YOUNG } else { chance };
        let more = if after > 2 && after < 6 {
            places.factor(place)
        } else {
            1.0
        };
        [random.poisson((young * of_young * among_young + old * of_old * chance) * more)]
    });
    let hidden = small_counts(&cube, &counts);
    let measure = additive(
        ("borgere", "Borgere", "Residents"),
        ("borgere", "residents"),
    );
    let title = Text::new(
        "Borgernes vej mellem sektorer",
        "The way of residents between sectors",
    );
    Rows::all(&cube)
        .with(of_class(distinct(&["year"]), measure), &counts, &hidden)
        .finish("stroemme", title, &NOTES)
}
