//! How complete the register is: practices, those that report, contacts and those with a diagnosis.

use table::{Collapse, Measure, Role, Status, Table, TableError, Text};

use super::specialty_axis;
use crate::demo::axes;
use crate::demo::columns::{Names, Rows, additive, of_class, stock};
use crate::demo::counts::drawn;
use crate::demo::cube::Cube;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::scope::Scope;
use crate::demo::tiers::{council_tiers, nested};

/// Practices in a region of middle size, and the share of contacts with a diagnosis in the newest year.
const FACTS: [(f64, f64); 10] = [
    (38.0, 0.93),
    (36.0, 0.95),
    (24.0, 0.91),
    (22.0, 0.88),
    (31.0, 0.67),
    (8.0, 0.71),
    (13.0, 0.90),
    (15.0, 0.92),
    (12.0, 0.94),
    (16.0, 0.85),
];
const REGIONS: [f64; 4] = [0.41, 0.95, 0.86, 1.95];
/// What is reported in each year against the newest.
const BY_YEAR: [f64; 4] = [0.58, 0.81, 0.95, 1.0];
/// Psychiatrists in Nordjylland reported nothing in the first year.
const SILENT: (&str, &str, &str) = ("nordjylland", "psykiatri", "2022");
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("med_diagnose"),
    "Psykiatere i Region Nordjylland har ikke indberettet i 2022.",
    "Psychiatrists in Region Nordjylland did not report in 2022.",
)];

/// The table by region, year and specialty.
pub(super) fn table(seed: u64, scope: &Scope<'_>) -> Result<Table, TableError> {
    let described = axes::dimension("region", ("Region", "Region"), Role::Geography);
    let regions: Vec<_> = council_tiers().into_iter().take(2).collect();
    let years = axes::year_axis(scope.years());
    let cube = Cube::new(vec![nested(described, &regions), years, specialty_axis()]);
    let [practices, reporting, contacts, diagnosed] = draw(seed, &cube);
    let status = |cell: usize| {
        if is_silent(&cube, cell) {
            Status::Missing
        } else {
            Status::Value
        }
    };
    let [all, reported, paid, coded] = measures();
    let title = Text::new(
        "Indberetningens fuldstændighed",
        "Completeness of the reports",
    );
    Rows::all(&cube)
        .with_statuses((all, 0), &practices, |_| Status::Value)
        .with_statuses((reported, 0), &reporting, status)
        .with_statuses((paid, 0), &contacts, |_| Status::Value)
        .with_statuses((coded, 0), &diagnosed, status)
        .finish("indberetning", title, &NOTES)
}

fn is_silent(cube: &Cube, cell: usize) -> bool {
    [cube.code(cell, 0), cube.code(cell, 2), cube.code(cell, 1)] == [SILENT.0, SILENT.1, SILENT.2]
}

/// Practices, those that report, contacts, and those with a diagnosis.
fn draw(seed: u64, cube: &Cube) -> [Vec<i64>; 4] {
    let mut random = Random::new(seed, "specialist reports");
    drawn(cube, |part| {
        let (region, year) = (cube.member(part, 0) - 1, cube.member(part, 1));
        let (each, coded) = FACTS
            .get(cube.member(part, 2) - 1)
            .copied()
            .unwrap_or_default();
        let size = REGIONS.get(region).copied().unwrap_or(1.0);
        let grown = BY_YEAR.get(year).copied().unwrap_or(1.0);
        let practices = whole(each * size).max(1);
        let contacts = random.poisson(approximate(practices) * 4_300.0);
        let reported = i64::from(!is_silent(cube, part));
        let share = (coded * grown * random.factor(0.03)).min(0.995);
        [
            practices,
            random.share(practices, (0.98 * grown).min(1.0)) * reported,
            contacts,
            random.share(contacts, share) * reported,
        ]
    })
}

fn measures() -> [Measure; 4] {
    let practices = |names: Names<'_>| {
        let measure = additive(names, ("praksis", "practices"));
        of_class(stock(Collapse::Last), measure)
    };
    let contacts = |names: Names<'_>| additive(names, ("kontakter", "contacts"));
    [
        practices(("praksis", "Praksis", "Practices")),
        practices((
            "indberettende",
            "Praksis, der indberetter",
            "Practices that report",
        )),
        contacts(("kontakter", "Afregnede kontakter", "Contacts paid for")),
        contacts((
            "med_diagnose",
            "Kontakter med diagnose",
            "Contacts with a diagnosis",
        )),
    ]
}
