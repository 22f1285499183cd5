//! Patients whom at least two of hospital, practice and municipality saw in a year, by target group and combination.

use serde_json::{Value, json};
use table::{Aggregation, Collapse, Measure, Role, Table, TableError, Text};

use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::{drawn, once, small_or_following};
use crate::demo::cube::Cube;
use crate::demo::hide::small_counts;
use crate::demo::random::{Random, approximate};
use crate::demo::rates::Places;
use crate::demo::scope::{ByGroup, GROUPS, Scope, municipality};

const TARGETS: [(&str, &str, &str); 7] = [
    ("svaekkede", "Svækkede ældre", "Frail old people"),
    ("kol", "KOL", "COPD"),
    ("diabetes", "Diabetes", "Diabetes"),
    ("hjertesvigt", "Hjertesvigt", "Heart failure"),
    ("demens", "Demens", "Dementia"),
    ("psykisk", "Svær psykisk lidelse", "Severe mental disorder"),
    ("kraeft", "Kræft", "Cancer"),
];
/// Share of residents who are shared patients of a target group, by group of age.
const SHARED: [ByGroup; 7] = [
    [0.0, 0.0, 0.022, 0.16],
    [0.0, 0.002, 0.018, 0.030],
    [0.0005, 0.006, 0.026, 0.036],
    [0.0, 0.0008, 0.0075, 0.028],
    [0.0, 0.0003, 0.006, 0.042],
    [0.001, 0.0065, 0.004, 0.003],
    [0.0004, 0.004, 0.018, 0.020],
];
const COMBINATIONS: [(&str, &str, &str); 4] = [
    (
        "HA",
        "Hospital + almen praksis",
        "Hospital + general practice",
    ),
    ("HK", "Hospital + kommune", "Hospital + municipality"),
    (
        "AK",
        "Almen praksis + kommune",
        "General practice + municipality",
    ),
    (
        "HAK",
        "Hospital + almen praksis + kommune",
        "Hospital + general practice + municipality",
    ),
];
const SECTORS: [(&str, &str, &str); 3] = [
    ("H", "Hospital", "Hospital"),
    ("A", "Almen praksis", "General practice"),
    ("K", "Kommune", "Municipality"),
];
/// How shared patients spread over the combinations; the acute stays of each, and days a stay.
const SPREAD: [(f64, f64); 4] = [(0.46, 0.9), (0.035, 1.3), (0.24, 0.0), (0.265, 1.6)];
const DAYS: f64 = 5.1;
/// How many stand once where the target groups are together.
const ONCE: f64 = 0.76;
/// More and more are shared with the municipality.
const GROWTH: f64 = 0.022;
const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("patienter"),
        "En borger står i netop én kombination om året, men kan høre til flere målgrupper.",
        "A resident stands in exactly one combination a year, but may belong to several target groups.",
    ),
    (
        None,
        "Målgrupperne er demonstrationens egne.",
        "The target groups are our own.",
    ),
];

/// That the members of `kombination` are combinations of sectors, whose initials their codes are.
pub(super) fn declared() -> Value {
    let sectors = SECTORS.map(|(id, da, en)| json!({"id": id, "label": Text::new(da, en)}));
    let members = COMBINATIONS.map(|(code, ..)| {
        let met = SECTORS.map(|(id, ..)| id).into_iter();
        let met = met.filter(|id| code.contains(id));
        (code.to_owned(), met.collect::<Value>())
    });
    json!({
        "table": "faelles",
        "level": "kombination",
        "measure": "patienter",
        "sectors": sectors,
        "members": members.into_iter().collect::<serde_json::Map<_, _>>(),
    })
}

/// The table by residence, year, target group and combination.
pub(super) fn table(seed: u64, scope: &Scope<'_>) -> Result<Table, TableError> {
    let targets = axes::total_axis(
        axes::dimension("maalgruppe", ("Målgruppe", "Target group"), Role::Diagnosis),
        ("IALT", Text::new("Alle målgrupper", "All target groups")),
        &TARGETS,
    );
    let combinations = axes::total_axis(
        axes::dimension("kombination", ("Kombination", "Combination"), Role::Sector),
        (
            "IALT",
            Text::new("Mindst to sektorer", "At least two sectors"),
        ),
        &COMBINATIONS,
    );
    let axes = scope.places_and_years().into_iter();
    let cube = Cube::new(axes.chain([targets, combinations]).collect());
    let [patients, stays, days] = draw(seed, scope, &cube);
    let hidden = small_counts(&cube, &patients);
    let hidden_stays = small_or_following(&cube, &hidden, &stays);
    let hidden_days = small_or_following(&cube, &hidden, &days);
    let [people, acute, bed_days] = measures();
    let title = Text::new(
        "Fælles patienter efter målgruppe",
        "Shared patients by target group",
    );
    Rows::all(&cube)
        .with(people, &once(&cube, &patients, (2, ONCE)), &hidden)
        .with(acute, &once(&cube, &stays, (2, ONCE)), &hidden_stays)
        .with(bed_days, &once(&cube, &days, (2, ONCE)), &hidden_days)
        .finish("faelles", title, &NOTES)
}

fn draw(seed: u64, scope: &Scope<'_>, cube: &Cube) -> [Vec<i64>; 3] {
    let places = Places::by_chance(Random::new(seed, "shared places"), 0.06, 0.07);
    let mut random = Random::new(seed, "shared patients");
    drawn(cube, |part| {
        let (place, year) = (municipality(cube, part), cube.member(part, 1));
        let rates = SHARED
            .get(cube.member(part, 2) - 1)
            .copied()
            .unwrap_or_default();
        let (share, acute) = SPREAD
            .get(cube.member(part, 3) - 1)
            .copied()
            .unwrap_or_default();
        let groups = GROUPS.iter().zip(rates);
        let expected: f64 = groups
            .map(|((_, bands), rate)| {
                scope
                    .people
                    .within(place, scope.first_year + year, bands.clone())
                    * rate
            })
            .sum();
        let grown = 1.0 + GROWTH * f64::from(u8::try_from(year).unwrap_or(0));
        let count = random.poisson(expected * share * grown * places.factor(place));
        let stays = random.poisson(approximate(count) * acute);
        [count, stays, random.poisson(approximate(stays) * DAYS)]
    })
}

fn measures() -> [Measure; 3] {
    let people = additive(
        ("patienter", "Fælles patienter", "Shared patients"),
        ("patienter", "patients"),
    );
    let acute = additive(
        ("akutte_ophold", "Akutte ophold", "Acute stays"),
        ("ophold", "stays"),
    );
    let days = additive(("sengedage", "Sengedage", "Bed days"), ("dage", "days"));
    // The stays of a patient are counted in each of the patient's target groups.
    let in_each = || Aggregation::SemiAdditive {
        not_over: vec!["maalgruppe".to_owned()],
        then: Collapse::Refuse,
    };
    [
        of_class(distinct(&["maalgruppe", "year"]), people),
        of_class(in_each(), acute),
        of_class(in_each(), days),
    ]
}
