//! A workbook as its publisher made it: Statistics Denmark, StatBank, table INDAMP01, CC BY 4.0.

use formats::{Limits, unheard};
use table::{MemberKind, Role, Table};

use crate::{Reading, read};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/real");
const FILE: &str = "statbank_indamp01_2018_en.xlsx";

#[expect(
    clippy::disallowed_methods,
    reason = "a test may read the file it is about"
)]
fn statbank() -> Option<Reading> {
    let Ok(bytes) = std::fs::read(format!("{FOLDER}/{FILE}")) else {
        println!("not tested: {FILE} is not on this machine");
        return None;
    };
    let opened = formats::open(FILE, &bytes, &Limits::default(), &mut unheard).unwrap();
    Some(read(FILE, opened.content))
}

/// The sum over rows whose members have these codes; `*` takes every part.
fn sum(table: &Table, wanted: &[(&str, &str)]) -> f64 {
    let fits = |row: usize| {
        table.dimensions().iter().all(|column| {
            let member = &column.dimension.members[column.codes.get(row).unwrap()];
            let wanted = wanted
                .iter()
                .find(|(name, _)| *name == column.dimension.name);
            match wanted.map(|(_, code)| *code) {
                None => true,
                Some("*") => member.kind == MemberKind::Part,
                Some(code) => member.code == code,
            }
        })
    };
    let numbers = &table.measures()[0].numbers;
    (0..table.row_count())
        .filter(|row| fits(*row))
        .map(|row| numbers.get(row).unwrap())
        .sum()
}

#[test]
fn the_population_of_2018_gives_its_known_answers() {
    let Some(reading) = statbank() else { return };
    let table = &reading.tables[0];
    let roles: Vec<_> = table
        .dimensions()
        .iter()
        .map(|column| (column.dimension.role, column.dimension.name.as_str()))
        .collect();
    let expected = [
        (Role::Time, "year"),
        (Role::Age, "age"),
        (Role::Geography, "kommune"),
        (Role::Sex, "sex"),
    ];
    assert_eq!(roles, expected);
    assert_eq!(
        (table.row_count(), table.measures()[0].measure.name.as_str()),
        (6_555, "persons")
    );
    let of = |age, place, sex| sum(table, &[("age", age), ("kommune", place), ("sex", sex)]);
    assert_eq!(of("TOT", "000", "TOT"), 5_781_190.0);
    assert_eq!(of("TOT", "000", "M"), 2_876_499.0);
    assert_eq!(of("TOT", "000", "K"), 2_904_691.0);
    assert_eq!(of("TOT", "0101", "TOT"), 613_288.0);
    assert_eq!(of("TOT", "*", "TOT"), 5_781_190.0);
    assert_eq!(of("TOT", "*", "*"), 5_781_190.0);
}

#[test]
fn the_population_of_2018_keeps_totals_bands_and_footnote() {
    let Some(reading) = statbank() else { return };
    let table = &reading.tables[0];
    let kinds = |index: usize, kind: &MemberKind| {
        let members = &table.dimensions()[index].dimension.members;
        members.iter().filter(|member| member.kind == *kind).count()
    };
    let of = |level: &str| MemberKind::Of(level.to_owned());
    assert_eq!(
        (kinds(2, &MemberKind::Part), kinds(2, &MemberKind::Total)),
        (98, 1)
    );
    assert_eq!(
        (kinds(2, &of("region_2007")), kinds(2, &of("landsdel"))),
        (5, 11)
    );
    assert_eq!(
        table.dimensions()[1].dimension.members.last().unwrap().code,
        "85+"
    );
    let notes: Vec<&str> = table
        .notes()
        .iter()
        .map(|note| note.text.en.as_str())
        .collect();
    assert!(
        notes
            .iter()
            .any(|note| note.starts_with("The table contains people living in Denmark"))
    );
    assert!(notes.contains(&"Total number of persons"));
    assert_eq!(
        table.title().en,
        "Population by group of persons, time, age, region, sex and key figures"
    );
    assert_eq!(reading.skipped, []);
}
