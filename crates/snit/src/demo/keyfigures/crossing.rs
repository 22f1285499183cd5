//! Patients across sectors: distinct patients and contacts by sector, and how many sectors each patient met.

use table::{Dimension, Role, Table, TableError, Text};

use super::hospital::totals;
use super::money::SECTORS;
use super::waiting::{inside, set};
use crate::demo::axes::{self, YEARS};
use crate::demo::columns::{Rows, additive, distinct, of_class};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::{complete_where, small_counts};
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;

const GROUPS: [(&str, std::ops::Range<usize>); 3] =
    [("0-17", 0..2), ("18-64", 2..6), ("65+", 6..11)];
/// Share of people who meet a sector in a year, by group of age.
const PATIENTS: [[f64; 4]; 3] = [
    [0.062, 0.79, 0.041, 0.018],
    [0.081, 0.80, 0.069, 0.014],
    [0.129, 0.89, 0.098, 0.106],
];
/// Contacts of a patient with a sector.
const CONTACTS: [[f64; 4]; 3] = [
    [1.7, 4.6, 1.6, 7.0],
    [2.1, 6.4, 1.7, 11.0],
    [2.9, 10.2, 1.9, 15.6],
];
/// Share of people who meet one, two or more sectors in a year, by group of age.
const SECTOR_COUNT: [[f64; 3]; 3] = [
    [0.695, 0.093, 0.0091],
    [0.690, 0.122, 0.0161],
    [0.672, 0.190, 0.0542],
];
const COUNTS: [(&str, &str, &str); 3] = [
    ("1", "1 sektor", "1 sector"),
    ("2", "2 sektorer", "2 sectors"),
    ("3+", "3 eller 4 sektorer", "3 or 4 sectors"),
];
const NOTES: [(Option<&str>, &str, &str); 1] = [(
    Some("patienter"),
    "Den samme patient kan være talt i flere sektorer. Antal patienter over alle sektorer er kun opgjort for regioner og landet.",
    "The same patient may be counted in several sectors. Patients over all sectors are only counted for regions and the country.",
)];
/// Islands where one specialist sees nearly every patient, so that the numbers would be told of that practice.
const DOMINATED: [&str; 2] = ["0482", "0492"];

/// Both tables: patients and contacts by sector, and patients by number of sectors.
pub(crate) fn tables(seed: u64, people: &People) -> Result<Vec<Table>, TableError> {
    let met = sector_counts(seed, people);
    Ok(vec![by_sector(seed, people, &met)?, by_sector_count(&met)?])
}

/// Patients and contacts by place, year, age and sector. Patients over all sectors are printed for regions and country only.
fn by_sector(seed: u64, people: &People, met: &(Cube, Vec<i64>)) -> Result<Table, TableError> {
    let described = described("sector", Text::new("Sektor", "Sector"), Role::Sector);
    let cube = cube(axes::total_axis(
        described,
        ("IALT", Text::new("Alle sektorer", "All sectors")),
        &SECTORS,
    ));
    let places = Places::by_chance(Random::new(seed, "crossing places"), 0.03, 0.03);
    let mut random = Random::new(seed, "crossing");
    let drawn = cube.parts().into_iter().map(|part| {
        let (group, sector) = (cube.member(part, 2) - 1, cube.member(part, 3) - 1);
        let (people, factor) = people_of(&cube, part, people, &places);
        let factor = if sector == 1 { 1.0 } else { factor };
        let count = random.share(whole(people), at(&PATIENTS, group, sector) * factor);
        (
            count,
            count + random.poisson(approximate(count) * (at(&CONTACTS, group, sector) - 1.0)),
        )
    });
    let (patients, contacts): (Vec<i64>, Vec<i64>) = drawn.unzip();
    let patients = totals(&cube, patients.into_iter(), &mut random);
    let contacts = totals(&cube, contacts.into_iter(), &mut random);
    let dominated = |cell: usize| {
        DOMINATED.contains(&cube.code(cell, 0)) && cube.code(cell, 3) == "speciallaege"
    };
    let first = small_counts(&cube, &patients)
        .iter()
        .enumerate()
        .map(|(cell, small)| *small || dominated(cell))
        .collect();
    let printed = |cell: usize| cube.is_part(cell, 3) || is_region(&cube, cell);
    let hidden = complete_where(&cube, &patients, first, printed);
    let once = overlapping(&cube, &patients, &met.1);
    let unique = additive(
        ("patienter", "Unikke patienter", "Unique patients"),
        ("patienter", "patients"),
    );
    let unique = of_class(distinct(&["sector", "year"]), unique);
    let met = additive(
        ("kontakter", "Kontakter", "Contacts"),
        ("kontakter", "contacts"),
    );
    let title = Text::new(
        "Patienter og kontakter efter sektor",
        "Patients and contacts by sector",
    );
    Rows::some(&cube, printed)
        .with(unique, &once, &hidden)
        .with(met, &contacts, &hidden)
        .finish("paa_tvaers", title, &NOTES)
}

/// Patients by how many sectors they met in a year; each patient once.
fn sector_counts(seed: u64, people: &People) -> (Cube, Vec<i64>) {
    let described = described(
        "sector_count",
        Text::new("Antal sektorer", "Number of sectors"),
        Role::Other,
    );
    let cube = cube(axes::total_axis(
        described,
        ("IALT", Text::new("Mindst én sektor", "At least one sector")),
        &COUNTS,
    ));
    let places = Places::by_chance(Random::new(seed, "overlap places"), 0.05, 0.04);
    let mut random = Random::new(seed, "overlap");
    let drawn: Vec<i64> = cube
        .parts()
        .into_iter()
        .map(|part| {
            let (group, sector_count) = (cube.member(part, 2) - 1, cube.member(part, 3) - 1);
            let (people, factor) = people_of(&cube, part, people, &places);
            let year = f64::from(u8::try_from(cube.member(part, 1)).unwrap_or(0));
            let more = if sector_count > 1 {
                factor * factor * (0.94 + 0.01 * year)
            } else {
                1.0
            };
            random.poisson(people * at(&SECTOR_COUNT, group, sector_count) * more)
        })
        .collect();
    let patients = totals(&cube, drawn.into_iter(), &mut random);
    (cube, patients)
}

fn by_sector_count(met: &(Cube, Vec<i64>)) -> Result<Table, TableError> {
    let (cube, patients) = met;
    let hidden = small_counts(cube, patients);
    let measure = additive(
        ("patienter", "Patienter", "Patients"),
        ("patienter", "patients"),
    );
    let measure = of_class(distinct(&["year"]), measure);
    let title = Text::new(
        "Patienter efter antal sektorer",
        "Patients by number of sectors",
    );
    Rows::all(cube)
        .with(measure, patients, &hidden)
        .finish("antal_sektorer", title, &[])
}

fn described(name: &str, label: Text, role: Role) -> Dimension {
    Dimension {
        name: name.to_owned(),
        label,
        role,
        ..Dimension::default()
    }
}

fn cube(last: Axis) -> Cube {
    let ages = axes::wide_age_axis(&GROUPS.map(|(code, _)| code));
    Cube::new(vec![
        axes::place_axis(),
        axes::year_axis(&YEARS),
        ages,
        last,
    ])
}

fn people_of(cube: &Cube, part: usize, people: &People, places: &Places) -> (f64, f64) {
    let municipality = inside(cube, cube.member(part, 0))
        .first()
        .copied()
        .unwrap_or(0);
    let bands = GROUPS
        .get(cube.member(part, 2) - 1)
        .map_or(0..0, |(_, bands)| bands.clone());
    (
        people.within(municipality, cube.member(part, 1), bands),
        places.factor(municipality),
    )
}

fn at<const N: usize>(rates: &[[f64; N]; 3], group: usize, column: usize) -> f64 {
    rates
        .get(group)
        .and_then(|row| row.get(column))
        .copied()
        .unwrap_or(0.0)
}

fn is_region(cube: &Cube, cell: usize) -> bool {
    let kind = cube
        .axes
        .first()
        .and_then(|axis| axis.dimension.members.get(cube.member(cell, 0)))
        .map(|member| &member.kind);
    matches!(kind, Some(table::MemberKind::Total))
        || kind == Some(&table::MemberKind::Of("region".to_owned()))
}

/// Patients over all sectors as counted once: never fewer than in the largest sector, nor more than in all together.
fn overlapping(cube: &Cube, patients: &[i64], counted: &[i64]) -> Vec<i64> {
    let mut once = patients.to_vec();
    let at = |values: &[i64], cell: usize| values.get(cell).copied().unwrap_or(0);
    for line in cube.lines_of(3) {
        let parts = || line.parts.iter().map(|part| at(patients, *part));
        let (largest, all) = (parts().max().unwrap_or(0), parts().sum::<i64>());
        // The other cube is shorter on this axis; its total stands first there, too.
        let total = line.total / cube.axes.last().map_or(1, Axis::len) * (COUNTS.len() + 1);
        set(
            &mut once,
            line.total,
            at(counted, total).max(largest).min(all),
        );
    }
    once
}
