//! Patients with each of five chronic diseases, and those who came to a yearly check.

use table::{Role, Table, TableError, Text};

use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::counts::{drawn, once, small_or_following};
use crate::demo::cube::Axis;
use crate::demo::hide::small_counts;
use crate::demo::random::{Random, whole};
use crate::demo::rates::Places;
use crate::demo::scope::{ByGroup, Scope};

/// The diseases that the first view of data from general practice is announced to have.
const DISEASES: [(&str, &str, &str); 5] = [
    ("astma", "Astma", "Asthma"),
    ("atrieflimren", "Atrieflimren", "Atrial fibrillation"),
    ("diabetes", "Diabetes", "Diabetes"),
    ("kol", "KOL", "COPD"),
    ("hjertesvigt", "Hjertesvigt", "Heart failure"),
];

/// What is known of a disease: how many have it by age, men against women, its growth a year, how many come to a check,
/// and how much it follows the social differences between places.
struct Disease {
    has: ByGroup,
    men: f64,
    growth: f64,
    checked: f64,
    social: f64,
}

const FACTS: [Disease; 5] = [
    disease([0.070, 0.066, 0.074, 0.058], (0.86, 0.004), (0.46, 0.5)),
    disease([0.0002, 0.0068, 0.082, 0.188], (1.45, 0.028), (0.61, 0.4)),
    disease([0.0021, 0.033, 0.142, 0.163], (1.34, 0.022), (0.78, 1.1)),
    disease([0.0, 0.0115, 0.086, 0.108], (0.97, -0.006), (0.58, 1.5)),
    disease([0.0001, 0.0038, 0.029, 0.083], (1.52, 0.011), (0.66, 0.9)),
];
/// How many stand once where the diseases are together.
const ONCE: f64 = 0.81;

const NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("patienter"),
        "Den samme patient kan have flere sygdomme. »Mindst én sygdom« tæller hver patient én gang.",
        "The same patient may have several diseases. \"At least one\" counts each patient once.",
    ),
    (
        Some("kontrollerede"),
        "Kontrol efter aftalen om kronisk sygdom; målet er demonstrationens eget.",
        "Checks by the agreement on chronic disease; the measure is our own.",
    ),
];

const fn disease(
    has: ByGroup,
    (men, growth): (f64, f64),
    (checked, social): (f64, f64),
) -> Disease {
    Disease {
        has,
        men,
        growth,
        checked,
        social,
    }
}

fn disease_axis() -> Axis {
    axes::total_axis(
        axes::dimension("diagnose", ("Diagnose", "Diagnosis"), Role::Diagnosis),
        ("IALT", Text::new("Mindst én sygdom", "At least one")),
        &DISEASES,
    )
}

/// Patients by residence, year, age, sex and disease.
pub(super) fn table(seed: u64, scope: &Scope<'_>) -> Result<Table, TableError> {
    let cube = scope.cube([axes::sex_axis(), disease_axis()]);
    let places = Places::by_chance(Random::new(seed, "social places"), 0.06, 0.06);
    let checking = Places::by_chance(Random::new(seed, "checking places"), 0.04, 0.07);
    let mut random = Random::new(seed, "diseases");
    let [patients, checked] = drawn(&cube, |part| {
        let spot = scope.spot(&cube, part);
        let Some(facts) = FACTS.get(cube.member(part, 4) - 1) else {
            return [0; 2];
        };
        let men = if cube.member(part, 3) == 2 {
            facts.men
        } else {
            2.0 - facts.men
        };
        let passed = f64::from(u8::try_from(cube.member(part, 1)).unwrap_or(0));
        let social = libm::pow(places.factor(spot.municipality), facts.social);
        let chance = spot.rate(&facts.has) * men * social * (1.0 + facts.growth * passed);
        let count = random.share(whole(spot.people), chance.min(0.9));
        let comes = facts.checked * checking.factor(spot.municipality);
        [count, random.share(count, comes.min(0.97))]
    });
    let hidden = small_counts(&cube, &patients);
    let hidden_checked = small_or_following(&cube, &hidden, &checked);
    let people = |names| {
        let measure = additive(names, ("patienter", "patients"));
        of_class(distinct(&["diagnose", "year"]), measure)
    };
    let have = people(("patienter", "Patienter", "Patients"));
    let came = people((
        "kontrollerede",
        "Patienter med årskontrol",
        "Patients with a yearly check",
    ));
    let title = Text::new(
        "Patienter med kronisk sygdom",
        "Patients with chronic disease",
    );
    Rows::all(&cube)
        .with(have, &once(&cube, &patients, (4, ONCE)), &hidden)
        .with(came, &once(&cube, &checked, (4, ONCE)), &hidden_checked)
        .finish("diagnoser", title, &NOTES)
}
