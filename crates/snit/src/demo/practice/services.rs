//! Services of general practice by council and month, with the waves of the year.

use table::{Role, Table, TableError, Text};

use crate::demo::axes;
use crate::demo::columns::{Rows, additive};
use crate::demo::counts::drawn;
use crate::demo::cube::Cube;
use crate::demo::people::People;
use crate::demo::periods::month_axis;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::tiers::{council_tiers, nested};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 4;
const KINDS: [(&str, &str, &str); 7] = [
    ("konsultation", "Konsultation", "Consultation"),
    (
        "telefon",
        "Telefonkonsultation",
        "Consultation by telephone",
    ),
    ("email", "E-mailkonsultation", "Consultation by e-mail"),
    ("video", "Videokonsultation", "Consultation by video"),
    ("sygebesoeg", "Sygebesøg", "Home visit"),
    ("aarskontrol", "Årskontrol", "Yearly check"),
    (
        "vaccination",
        "Vaccination mod influenza",
        "Vaccination against influenza",
    ),
];
/// Services for a resident and year under and from 65 years, and kroner each.
const RATES: [(f64, f64, f64); 7] = [
    (2.7, 4.9, 158.0),
    (1.3, 2.6, 31.0),
    (1.05, 1.5, 49.0),
    (0.075, 0.04, 162.0),
    (0.008, 0.16, 310.0),
    (0.05, 0.33, 415.0),
    (0.015, 0.14, 98.0),
];
/// Growth a year.
const GROWTH: [f64; 7] = [-0.012, -0.03, 0.055, 0.14, -0.04, 0.035, -0.05];
/// The share of a year's services in each month, times twelve: holidays in July, colds in winter.
const SEASON: [f64; 12] = [
    1.12, 1.04, 1.09, 0.97, 1.0, 1.01, 0.66, 0.98, 1.07, 1.03, 1.08, 0.95,
];
/// Vaccination begins in October.
const VACCINATION: [f64; 12] = [
    0.4, 0.1, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.2, 5.6, 4.1, 1.52,
];

const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("honorar"),
    "Kroner i årets takster; ydelser uden for listen er ikke med.",
    "In the year's prices; services outside the list are left out.",
)];

/// The table by council of residence, month and kind of service.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let places = axes::dimension("sundhedsraad", ("Bopæl", "Residence"), Role::Geography);
    let kinds = axes::total_axis(
        axes::dimension("ydelse", ("Ydelse", "Service"), Role::Other),
        ("IALT", Text::new("Alle ydelser", "All services")),
        &KINDS,
    );
    let cube = Cube::new(vec![
        nested(places, &council_tiers()),
        month_axis(&YEARS),
        kinds,
    ]);
    let varying = Places::by_chance(Random::new(seed, "service places"), 0.0, 0.04);
    let mut random = Random::new(seed, "services");
    let [services, fees] = drawn(&cube, |part| {
        let (council, month, kind) = (
            cube.member(part, 0) - 5,
            cube.member(part, 1),
            cube.member(part, 2) - 1,
        );
        let (young, old, kroner) = RATES.get(kind).copied().unwrap_or_default();
        let year = month / 12;
        let expected = of_council(people, (council, FIRST_YEAR + year), (young, old), &varying);
        let growth =
            GROWTH.get(kind).copied().unwrap_or(0.0) * f64::from(u8::try_from(year).unwrap_or(0));
        let mean = expected / 12.0 * season(kind, month % 12) * (1.0 + growth);
        let noise = random.factor(0.02);
        let count = random.poisson(mean * noise);
        let indexed = 1.0 + 0.025 * f64::from(u8::try_from(year).unwrap_or(0));
        [count, whole(approximate(count) * kroner * indexed * 100.0)]
    });
    let newest = || vec!["2025M11".to_owned(), "2025M12".to_owned()];
    let measure = |names, unit| table::Measure {
        preliminary: newest(),
        ..additive(names, unit)
    };
    let given = measure(("ydelser", "Ydelser", "Services"), ("ydelser", "services"));
    let paid = measure(("honorar", "Honorar", "Fees"), ("kr.", "DKK"));
    let shown = vec![false; cube.len()];
    let title = Text::new("Ydelser i almen praksis", "Services of general practice");
    Rows::all(&cube)
        .with(given, &services, &shown)
        .with_statuses((paid, 2), &fees, |_| table::Status::Value)
        .finish("ydelser", title, &NOTES)
}

fn season(kind: usize, month: usize) -> f64 {
    let is_vaccination = kind + 1 == KINDS.len();
    let shape = if is_vaccination {
        &VACCINATION
    } else {
        &SEASON
    };
    shape.get(month).copied().unwrap_or(1.0)
}

/// Services that a council's residents are expected to have in a year.
fn of_council(
    people: &People,
    (council, year): (usize, usize),
    (young, old): (f64, f64),
    varying: &Places,
) -> f64 {
    let inside = axes::municipalities()
        .enumerate()
        .filter(|(_, place)| axes::council_index(place) == council);
    let rate = |band: usize| {
        if band < axes::FIRST_OLD_BAND {
            young
        } else {
            old
        }
    };
    inside
        .map(|(place, _)| people.weighed(place, year, rate) * varying.factor(place))
        .sum()
}
