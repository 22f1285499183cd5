//! Practices, their doctors and the patients on their lists.

use table::{Collapse, Measure, Role, Status, Table, TableError, Text};

use crate::demo::axes;
use crate::demo::columns::{Names, Rows, additive, of_class, stock};
use crate::demo::counts::drawn;
use crate::demo::cube::Cube;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;
use crate::demo::scope::{Scope, municipality};

const FORMS: [(&str, &str, &str); 4] = [
    ("solo", "Solopraksis", "Single-handed practice"),
    ("kompagni", "Kompagniskabspraksis", "Partnership"),
    ("regionsklinik", "Regionsklinik", "Regional clinic"),
    ("udbudsklinik", "Udbudsklinik", "Tendered clinic"),
];
/// Share of residents listed with each form, and doctors a practice.
const LISTED: [(f64, f64); 4] = [(0.30, 1.05), (0.625, 2.9), (0.021, 2.2), (0.032, 2.6)];
/// Growth a year: partnerships take over from single doctors.
const GROWTH: [f64; 4] = [-0.05, 0.02, 0.10, 0.03];
const PATIENTS_A_DOCTOR: f64 = 1_585.0;
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("aabne"),
    "Åben for tilgang: praksis tager imod nye patienter.",
    "Open: the practice takes new patients.",
)];

/// The table by place of practice, year and form of practice.
pub(super) fn table(seed: u64, scope: &Scope<'_>) -> Result<Table, TableError> {
    let forms = axes::total_axis(
        axes::dimension(
            "praksisform",
            ("Praksisform", "Form of practice"),
            Role::Other,
        ),
        ("IALT", Text::new("Alle praksis", "All practices")),
        &FORMS,
    );
    let first = scope.places_and_years().into_iter();
    let cube = Cube::new(first.chain([forms]).collect());
    let [practices, capacity, listed, open] = draw(seed, scope, &cube);
    let [all, doctors, patients, opened] = measures();
    let shown = vec![false; cube.len()];
    Rows::all(&cube)
        .with(all, &practices, &shown)
        .with_statuses((doctors, 1), &capacity, |_| Status::Value)
        .with(patients, &listed, &shown)
        .with(opened, &open, &shown)
        .finish(
            "daekning",
            Text::new("Lægedækning", "Supply of doctors"),
            &NOTES,
        )
}

/// Practices, tenths of doctors, listed patients and practices that take more.
fn draw(seed: u64, scope: &Scope<'_>, cube: &Cube) -> [Vec<i64>; 4] {
    let places = Places::by_chance(Random::new(seed, "supply places"), 0.03, 0.04);
    let mut random = Random::new(seed, "supply");
    drawn(cube, |part| {
        let (place, form) = (municipality(cube, part), cube.member(part, 2) - 1);
        let year = cube.member(part, 1);
        let all = 0..axes::BANDS.len();
        let residents = scope.people.within(place, scope.first_year + year, all);
        let (share, doctors) = LISTED.get(form).copied().unwrap_or_default();
        let passed = f64::from(u8::try_from(year).unwrap_or(0));
        let growth = GROWTH.get(form).copied().unwrap_or(0.0) * passed;
        let each = PATIENTS_A_DOCTOR * places.factor(place);
        let mean = residents * share * (1.0 + growth) / (each * doctors);
        let practices = whole(mean * random.factor(0.04));
        let capacity = whole(approximate(practices) * doctors * 10.0 * random.factor(0.03));
        let listed = whole(approximate(capacity) / 10.0 * each * random.factor(0.01));
        let open = random.share(practices, 0.33 / places.factor(place));
        [practices, capacity, listed, open]
    })
}

fn measures() -> [Measure; 4] {
    let stock = |names: Names<'_>, unit| of_class(stock(Collapse::Last), additive(names, unit));
    let practices = |names: Names<'_>| stock(names, ("praksis", "practices"));
    let doctors = stock(
        ("laegekapacitet", "Lægekapaciteter", "Doctor capacity"),
        ("kapaciteter", "capacities"),
    );
    [
        practices(("praksis", "Praksis", "Practices")),
        Measure {
            decimals: 1,
            ..doctors
        },
        stock(
            ("tilmeldte", "Tilmeldte patienter", "Listed patients"),
            ("patienter", "patients"),
        ),
        practices((
            "aabne",
            "Praksis åbne for tilgang",
            "Practices open to patients",
        )),
    ]
}
