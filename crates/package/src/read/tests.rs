//! Packages: what is written is read, and each refusal has its code and place.

mod refusals;

use proptest::prelude::*;
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, NO_MEMBER, Note, Numbers,
    Scaled, StatusColumn, Table, Text,
};

use super::read;
use crate::{
    Declaration, Descriptor, Disclosure, Limits, Package, PackageError, Progress, Publisher,
    TableEntry, write,
};

fn open(bytes: &[u8]) -> Result<Package, PackageError> {
    read(bytes, &Limits::default(), &mut formats::unheard)
}

fn member(code: &str) -> Member {
    let label = Text::new(&format!("Kommune {code}"), code);
    Member {
        code: code.to_owned(),
        label,
        ..Member::default()
    }
}

fn table(name: &str, rows: &[(u32, i64, u8)]) -> Table {
    let dimension = Dimension {
        name: "kommune".to_owned(),
        label: Text::new("Kommune", "Municipality"),
        members: ["101", "147", "751"].map(member).to_vec(),
        ..Dimension::default()
    };
    let codes = Codes::pack(rows.iter().map(|row| row.0).collect(), 3);
    let measure = |name: &str| Measure {
        name: name.to_owned(),
        decimals: 2,
        ..Measure::default()
    };
    let is_number = |status: u8| status == 0 || status == 4;
    let value = |row: &(u32, i64, u8)| if is_number(row.2) { row.1 } else { 0 };
    let amount = MeasureColumn {
        measure: measure("udgift"),
        numbers: Numbers::Exact(Scaled {
            values: rows.iter().map(value).collect(),
            decimals: 2,
        }),
        status: Some(StatusColumn::try_new(rows.iter().map(|row| row.2).collect()).unwrap()),
    };
    let halves = rows.iter().map(|row| row.1 as f64 / 2.0);
    let share = MeasureColumn {
        measure: measure("andel"),
        numbers: Numbers::Float(halves.collect()),
        status: None,
    };
    let note = Note {
        text: Text::same("Foreløbige tal"),
        column: Some("udgift".to_owned()),
    };
    Table::try_new(
        name,
        vec![DimensionColumn { dimension, codes }],
        vec![amount, share],
    )
    .unwrap()
    .with_title(Text::new("Udgifter", "Expenses"))
    .with_notes(vec![note])
}

fn package(tables: Vec<Table>) -> Package {
    Package {
        descriptor: Descriptor {
            name: "proeve".to_owned(),
            id: Some("dk.proeve".to_owned()),
            title: Text::new("Prøve", "Sample"),
            edition: "2026-2".to_owned(),
            extracted: "2026-09-10".to_owned(),
            publisher: Publisher {
                name: Text::same("Udgiver"),
            },
            synthetic: true,
            tables: tables.iter().map(TableEntry::of).collect(),
            indicators: vec![serde_json::json!({"id": "x", "factor": 1000})],
            topics: vec![serde_json::json!({"id": "t"})],
            peers: vec![serde_json::json!({"id": "p"})],
            flows: vec![serde_json::json!({"table": "f"})],
            combinations: vec![serde_json::json!({"table": "c"})],
            disclosure: Disclosure {
                threshold: Some(5),
                legend: Text::same("Skjult"),
            },
        },
        tables,
        declaration: Declaration {
            da: "# Deklaration".to_owned(),
            en: Some("# D".to_owned()),
        },
        views: vec![("overblik".to_owned(), "{\"by\":[]}".to_owned())],
        geo: vec![("kommuner".to_owned(), "[]".to_owned())],
        catalogue: Some("{}".to_owned()),
    }
}

fn small() -> Package {
    package(vec![table(
        "udgifter",
        &[(0, 1250, 0), (1, 7, 1), (NO_MEMBER, 0, 4)],
    )])
}

#[test]
fn what_is_written_is_read() {
    let package = small();
    assert_eq!(open(&write(&package).unwrap()).unwrap(), package);
    assert_eq!(
        open(
            &write(&Package {
                descriptor: Descriptor {
                    name: "tom".to_owned(),
                    ..Descriptor::default()
                },
                ..Package::default()
            })
            .unwrap()
        )
        .unwrap()
        .tables,
        Vec::new()
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_rows_come_back(rows in prop::collection::vec((0..4_u32, -9_999..9_999_i64, 0..5_u8), 0..60)) {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(at, value, status)| (if at < 3 { at } else { NO_MEMBER }, value, status))
            .collect();
        let package = package(vec![table("a", &rows), table("tabel æøå", &rows)]);
        prop_assert_eq!(open(&write(&package).unwrap()).unwrap(), package);
    }
}

#[test]
fn progress_rises_and_ends_complete() {
    let mut heard = Vec::new();
    read(&write(&small()).unwrap(), &Limits::default(), &mut |it| {
        heard.push(it)
    })
    .unwrap();
    assert!(heard.is_sorted_by_key(|it: &Progress| it.done));
    assert_eq!(
        heard.last().map(|it| it.done),
        heard.last().map(|it| it.total)
    );
}

#[test]
fn no_flipped_bit_opens_as_something_else() {
    let package = small();
    let bytes = write(&package).unwrap();
    let step = (bytes.len() * 8 / 2_000).max(1);
    for bit in (0..bytes.len() * 8).step_by(step) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        if let Ok(opened) = open(&flipped) {
            assert_eq!(opened, package, "bit {bit}");
        }
    }
}

#[test]
fn no_cut_opens_at_all() {
    let bytes = write(&small()).unwrap();
    assert!((0..bytes.len()).all(|length| open(&bytes[..length]).is_err()));
}
