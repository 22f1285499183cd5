//! Two packages of one data set, and what is said where they are not.

use package::{Declaration, Descriptor};
use protocol::view::editions::Change;

use super::*;
use crate::read::read_file;

const EARLIER: &str = "kommune:geography aar:time n
    0101 2024 120
    0147 2024 30
    alle* 2024 150";

struct About<'a> {
    name: &'a str,
    edition: &'a str,
    extracted: &'a str,
    factor: u32,
}

const FIRST: About<'_> = About {
    name: "lille",
    edition: "2026-1",
    extracted: "2026-05-01",
    factor: 100,
};

fn opened(about: &About<'_>, rows: &str) -> Package {
    let indicator = serde_json::json!({
        "id": "i",
        "label": {"da": "Tilfælde", "en": "Cases"},
        "numerator": {"table": "t", "measure": "n"},
        "factor": about.factor,
    });
    let package = package::Package {
        descriptor: Descriptor {
            name: about.name.into(),
            edition: about.edition.into(),
            extracted: about.extracted.into(),
            indicators: vec![indicator],
            ..Descriptor::default()
        },
        tables: vec![fixture::text::named("t", rows)],
        declaration: Declaration {
            da: format!("# Indhold\nPr. {}.", about.factor),
            en: None,
        },
        ..package::Package::default()
    };
    let bytes = package::write(&package).unwrap();
    let language = protocol::state::Language::Da;
    let imported = read_file("p.snit", bytes, language, &mut |_| {}).unwrap();
    Package {
        name: format!("{}.snit", about.edition),
        facts: imported.facts,
        tables: imported.tables,
    }
}

fn later() -> Package {
    let about = About {
        edition: "2026-2",
        extracted: "2026-08-01",
        factor: 1000,
        ..FIRST
    };
    opened(&about, &EARLIER.replace("0101 2024 120", "0101 2024 125"))
}

#[test]
fn the_later_is_the_one_of_the_later_extract_whichever_is_open() {
    let first = || opened(&FIRST, EARLIER);
    let forth = editions(first(), later(), Language::Da).unwrap();
    let back = editions(later(), first(), Language::Da).unwrap();
    assert_eq!((forth.is_open_later, back.is_open_later), (false, true));
    assert_eq!(forth.tables, back.tables);
    let revision = &forth.tables[0].numbers[0].largest[0];
    assert_eq!((revision.from, revision.to), (120.0, 125.0));
    assert_eq!(revision.members[0].label.da, "0101");
}

#[test]
fn definitions_and_sections_stand_old_beside_new() {
    let found = editions(opened(&FIRST, EARLIER), later(), Language::Da).unwrap();
    let definition = &found.definitions[0];
    assert_eq!(
        (definition.name.label.da.as_str(), definition.change),
        ("Tilfælde", Change::Changed)
    );
    let field = &definition.fields[0];
    let said = [&field.name, &field.from.da, &field.to.da].map(String::as_str);
    assert_eq!(said, ["factor", "100", "1000"]);
    let section = &found.sections_da[0];
    assert_eq!(section.to.as_deref(), Some("Pr. 1000.\n"));
}

#[test]
fn what_is_open_is_read_from_the_buffers_that_it_was_handed_over_in() {
    let tables = opened(&FIRST, EARLIER).tables;
    let mut buffers = Vec::new();
    for table in &tables {
        buffers.push(Header::of(table).to_bytes());
        buffers.extend(table.parts().map(|part| wire::pack_part(&part)));
    }
    let found = unpacked(buffers.clone()).unwrap();
    assert_eq!(found, tables);
    buffers.pop();
    assert!(unpacked(buffers).is_none());
}

#[test]
fn another_data_set_and_a_file_that_is_no_package_are_refused_in_words() {
    let other = opened(
        &About {
            name: "stor",
            ..FIRST
        },
        EARLIER,
    );
    let refusal = editions(opened(&FIRST, EARLIER), other, Language::Da).unwrap_err();
    assert!(refusal.what.contains("et andet datasæt"), "{refusal:?}");
    let raw = Package {
        name: "ark.csv".to_owned(),
        facts: None,
        tables: Vec::new(),
    };
    let refusal = editions(opened(&FIRST, EARLIER), raw, Language::En).unwrap_err();
    assert!(
        refusal.what.starts_with("ark.csv is not a data package"),
        "{refusal:?}"
    );
}
