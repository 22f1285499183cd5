//! Financing: DRG value, municipal co-financing until it ended, and expenses by sector.

use table::{Dimension, Role, Status, Table, TableError, Text};

use super::waiting::{by_year, pairs, set};
use crate::demo::axes::{self, YEARS};
use crate::demo::columns::{Rows, additive};
use crate::demo::cube::Cube;
use crate::demo::people::People;
use crate::demo::random::{Random, whole};
use crate::demo::rates::Places;

/// DRG value of a year, in kroner a person, by band of age.
const DRG: [f64; 11] = [
    8_700.0, 6_200.0, 9_300.0, 13_300.0, 13_600.0, 20_400.0, 33_300.0, 39_900.0, 46_100.0,
    49_800.0, 48_900.0,
];
const DRG_BY_YEAR: [f64; 7] = [0.915, 0.885, 0.945, 0.95, 0.965, 0.978, 1.0];
const DRG_BY_COUNCIL: [f64; 17] = [
    1.03, 1.01, 0.97, 0.98, 1.00, 0.93, 0.97, 1.02, 1.02, 1.046, 1.01, 1.03, 1.02, 0.98, 0.99,
    1.01, 0.97,
];
/// Municipal co-financing as a share of the DRG value.
const COFINANCED: f64 = 0.192;
/// The first year without municipal co-financing in the made-up package.
const ENDED: &str = "2025";

/// Sectors with their yearly expenses in kroner for a person under and from 65 years.
pub(crate) const SECTORS: [(&str, &str, &str); 4] = [
    ("hospital", "Hospital", "Hospital"),
    ("almen_praksis", "Almen praksis", "General practice"),
    ("speciallaege", "Speciallæge", "Specialist"),
    ("kommune", "Kommune", "Municipality"),
];
const EXPENSES: [(f64, f64); 4] = [
    (14_100.0, 38_200.0),
    (1_450.0, 2_950.0),
    (560.0, 1_180.0),
    (2_100.0, 22_400.0),
];

const KRONER: (&str, &str) = ("kr.", "DKK");
const DRG_NOTES: [(Option<&str>, &str, &str); 2] = [
    (
        Some("drg_vaerdi"),
        "Takst 2026 i alle år.",
        "2026 prices in every year.",
    ),
    (
        Some("kommunal_medfinansiering"),
        "Findes ikke fra 2025.",
        "Does not exist from 2025.",
    ),
];

/// DRG value and municipal co-financing by place and year.
pub(crate) fn drg(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![axes::place_axis(), axes::year_axis(&YEARS)]);
    let places = Places::round(&DRG_BY_COUNCIL, Random::new(seed, "drg places"), 0.025);
    let mut random = Random::new(seed, "drg");
    let (mut value, mut cofinanced) = (cube.zeros(), cube.zeros());
    for (part, (municipality, year)) in cube.parts().into_iter().zip(pairs()) {
        let by_band = |band: usize| DRG.get(band).copied().unwrap_or(0.0);
        let expected = people.weighed(municipality, year, by_band) * by_year(&DRG_BY_YEAR, year);
        let kroner = expected * places.factor(municipality) * random.factor(0.01);
        set(&mut value, part, whole(kroner * 100.0));
        set(
            &mut cofinanced,
            part,
            whole(kroner * COFINANCED * random.factor(0.02) * 100.0),
        );
    }
    cube.sum_up(&mut value);
    cube.sum_up(&mut cofinanced);
    let ended = |cell: usize| cube.code(cell, 1) == ENDED;
    let status = |cell| {
        if ended(cell) {
            Status::NotApplicable
        } else {
            Status::Value
        }
    };
    let drg = additive(("drg_vaerdi", "DRG-værdi", "DRG value"), KRONER);
    let names = (
        "kommunal_medfinansiering",
        "Kommunal medfinansiering",
        "Municipal co-financing",
    );
    let cofinancing = additive(names, KRONER);
    Rows::all(&cube)
        .with_statuses((drg, 2), &value, |_| Status::Value)
        .with_statuses((cofinancing, 2), &cofinanced, status)
        .finish(
            "finansiering",
            Text::new("DRG-værdi og medfinansiering", "DRG value and co-financing"),
            &DRG_NOTES,
        )
}

/// The axis of sectors with the total over them.
fn sector_axis() -> crate::demo::cube::Axis {
    let described = Dimension {
        name: "sector".to_owned(),
        label: Text::new("Sektor", "Sector"),
        role: Role::Sector,
        ..Dimension::default()
    };
    axes::total_axis(
        described,
        ("IALT", Text::new("Alle sektorer", "All sectors")),
        &SECTORS,
    )
}

/// Expenses by place, year and sector.
pub(crate) fn expenses(seed: u64, people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        sector_axis(),
    ]);
    let mut random = Random::new(seed, "expenses");
    let mut value = cube.zeros();
    let cells =
        pairs().flat_map(|(municipality, year)| EXPENSES.map(|rates| (municipality, year, rates)));
    for (part, (municipality, year, (young, old))) in cube.parts().into_iter().zip(cells) {
        let rate = |band| {
            if band < axes::FIRST_OLD_BAND {
                young
            } else {
                old
            }
        };
        let kroner = people.weighed(municipality, year, rate)
            * by_year(&DRG_BY_YEAR, year)
            * random.factor(0.04);
        set(&mut value, part, whole(kroner * 100.0));
    }
    cube.sum_up(&mut value);
    let measure = additive(("udgift", "Udgifter", "Expenses"), ("kr.", "DKK"));
    let title = Text::new("Udgifter efter sektor", "Expenses by sector");
    Rows::all(&cube)
        .with_statuses((measure, 2), &value, |_| Status::Value)
        .finish("udgifter", title, &[])
}
