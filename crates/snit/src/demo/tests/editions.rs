//! What is different between the two editions of municipal care, and what is not.

use std::collections::{BTreeMap, BTreeSet};

use table::{MeasureColumn, Status, Table};

use super::SEED;
use crate::demo::kpos::{Edition, package, tables};

/// Each cell of a table by the codes of its row and the name of its measure.
fn cells(table: &Table) -> BTreeMap<(Vec<String>, String), (Status, f64)> {
    let code = |row: usize| {
        let columns = table.dimensions().iter();
        let codes =
            columns.map(|column| &column.dimension.members[column.codes.get(row).unwrap()].code);
        codes.cloned().collect::<Vec<_>>()
    };
    let of_row = |row: usize| {
        let cell = move |column: &MeasureColumn| {
            let value = column.numbers.get(row).unwrap();
            (
                (code(row), column.measure.name.clone()),
                (column.status(row), value),
            )
        };
        table.measures().iter().map(cell).collect::<Vec<_>>()
    };
    (0..table.row_count()).flat_map(of_row).collect()
}

fn homes(edition: Edition) -> Table {
    tables(SEED, edition).unwrap().remove(0)
}

fn codes(table: &Table) -> BTreeSet<String> {
    let members = table.dimensions()[0].dimension.members.iter();
    members.map(|member| member.code.clone()).collect()
}

#[test]
fn one_home_has_gone_and_one_has_come() {
    let (first, revised) = (
        codes(&homes(Edition::First)),
        codes(&homes(Edition::Revised)),
    );
    let gone: Vec<_> = first.difference(&revised).collect();
    let come: Vec<_> = revised.difference(&first).collect();
    assert_eq!(
        (gone, come),
        (vec![&"P0540-02".to_owned()], vec![&"P0540-14".to_owned()])
    );
}

#[test]
fn a_municipality_reports_late_and_its_council_has_numbers_then() {
    let status = |edition, place: &str| {
        let key = (
            vec![place.to_owned(), "2025".to_owned()],
            "beboere".to_owned(),
        );
        cells(&homes(edition))[&key].0
    };
    for place in ["0550", "9", "P0550-01"] {
        let found = [Edition::First, Edition::Revised].map(|edition| status(edition, place));
        assert_eq!(found, [Status::Missing, Status::Value], "{place}");
    }
}

#[test]
fn admissions_are_revised_in_the_newest_year_only_and_drugs_by_their_new_definition_in_all() {
    let (first, revised) = (
        cells(&homes(Edition::First)),
        cells(&homes(Edition::Revised)),
    );
    let mut changed: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for ((codes, measure), before) in first
        .iter()
        .filter(|((codes, _), (status, _))| codes[0].starts_with('P') && *status == Status::Value)
    {
        let key = (codes.clone(), measure.clone());
        let is_other = revised
            .get(&key)
            .is_some_and(|after| after.0 == Status::Value && after.1 != before.1);
        *changed.entry((measure, &codes[1])).or_default() += usize::from(is_other);
    }
    let count = |measure, year| changed[&(measure, year)];
    assert!((100..500).contains(&count("akutte_indlaeggelser", "2025")));
    for year in ["2022", "2023", "2024"] {
        assert!(count("mange_laegemidler", year) > 500);
        for same in [
            "akutte_indlaeggelser",
            "beboere",
            "fald",
            "vaegttab",
            "aarsvaerk",
        ] {
            assert_eq!(count(same, year), 0, "{same} {year}");
        }
    }
}

#[test]
fn the_later_edition_says_that_it_is_and_what_is_defined_anew() {
    let [first, revised] =
        [Edition::First, Edition::Revised].map(|edition| package(SEED, edition).unwrap());
    let facts = |package: &package::Package| {
        let descriptor = &package.descriptor;
        (
            descriptor.id.clone(),
            descriptor.edition.clone(),
            descriptor.extracted.clone(),
        )
    };
    let of = |edition: &str, extracted: &str| {
        let id = Some("kpos-fsiii".to_owned());
        (id, edition.to_owned(), extracted.to_owned())
    };
    assert_eq!(facts(&first), of("2026-2", "2026-09-10"));
    assert_eq!(facts(&revised), of("2026-3", "2026-12-10"));
    let indicators = first
        .descriptor
        .indicators
        .iter()
        .zip(&revised.descriptor.indicators);
    let other: Vec<_> = indicators
        .filter(|(before, after)| before != after)
        .map(|(before, _)| &before["id"])
        .collect();
    assert_eq!(other, ["mange_laegemidler"]);
    for (before, after) in [
        (&first.declaration.da, &revised.declaration.da),
        (
            &first.declaration.en.clone().unwrap(),
            &revised.declaration.en.clone().unwrap(),
        ),
    ] {
        let lines = before
            .lines()
            .zip(after.lines())
            .filter(|(before, after)| before != after);
        assert_eq!(lines.count(), 2);
    }
}
