//! The sandbox: a large cube of contacts across sectors for free exploration.

mod draw;
mod members;

use package::{Declaration, Package};
use protocol::slice::MeasureExpr;
use protocol::state::{Heat, Pivot};
use table::{
    Codes, DimensionColumn, Measure, MeasureColumn, Note, Numbers, Scaled, Status, Table,
    TableError, Text,
};

use super::columns::{additive, distinct, of_class};
use super::describe::{Words, descriptor};
use super::ready::{Ready, kept, pivot, ready, shown};
use draw::{Row, rows};
pub(crate) use members::MONTHS;
use members::described;

/// Dimensions in which one patient can be counted twice.
const TWICE: [&str; 6] = [
    "year",
    "month",
    "sector",
    "diagnosis_group",
    "contact_type",
    "hospital",
];

/// The package for a seed, with so many rows.
pub(crate) fn package(seed: u64, row_count: usize) -> anyhow::Result<Package> {
    let title = Text::new("Sandkasse", "Sandbox");
    let words = Words {
        name: "sandkasse",
        title,
        topics: &[],
        indicators: "[]",
    };
    let mut rows = rows(seed, row_count);
    // Rows of one place and period lie together: a filter on them skips most blocks.
    rows.sort_by_key(|row| row.codes);
    Ok(Package {
        descriptor: descriptor(&words)?,
        tables: vec![table(&rows)?],
        declaration: Declaration {
            da: include_str!("declaration.da.md").to_owned(),
            en: Some(include_str!("declaration.en.md").to_owned()),
        },
        views: views().iter().map(Ready::written).collect(),
        ..Package::default()
    })
}

fn table(rows: &[Row]) -> Result<Table, TableError> {
    let dimensions = described().into_iter().enumerate();
    let dimensions = dimensions.map(|(place, dimension)| {
        let codes = rows
            .iter()
            .map(|row| u32::from(row.codes.get(place).copied().unwrap_or(0)));
        let codes = Codes::pack(codes.collect(), dimension.members.len());
        DimensionColumn { dimension, codes }
    });
    let table = Table::try_new("kontakter", dimensions.collect(), measures(rows))?;
    let note = Text::new(
        "Fem procent af sengedagene mangler.",
        "Five percent of the bed days are missing.",
    );
    let note = Note {
        text: note,
        column: Some("bed_days".to_owned()),
    };
    let title = Text::new("Kontakter på tværs af sektorer", "Contacts across sectors");
    Ok(table.with_title(title).with_notes(vec![note]))
}

fn measures(rows: &[Row]) -> Vec<MeasureColumn> {
    let patients = additive(
        ("patients", "Unikke patienter", "Unique patients"),
        ("patienter", "patients"),
    );
    let contacts = additive(
        ("contacts", "Kontakter", "Contacts"),
        ("kontakter", "contacts"),
    );
    let bed_days = additive(("bed_days", "Sengedage", "Bed days"), ("dage", "days"));
    let cost = additive(("cost_dkk", "Udgift", "Cost"), ("kr.", "DKK"));
    vec![
        column(rows, (of_class(distinct(&TWICE), patients), 0), |row| {
            Some(row.patients)
        }),
        column(rows, (contacts, 0), |row| Some(row.contacts)),
        column(rows, (bed_days, 0), |row| row.bed_days),
        column(rows, (cost, 2), |row| Some(row.cost)),
    ]
}

/// A measure in units of so many decimals; missing where a row has no number.
fn column(
    rows: &[Row],
    (measure, decimals): (Measure, u8),
    of: fn(&Row) -> Option<i64>,
) -> MeasureColumn {
    let status = |row: &Row| {
        if of(row).is_some() {
            Status::Value
        } else {
            Status::Missing
        }
    };
    let all_numbers = rows.iter().all(|row| of(row).is_some());
    let values = rows.iter().map(|row| of(row).unwrap_or(0)).collect();
    MeasureColumn {
        measure: Measure {
            preliminary: Vec::new(),
            decimals,
            ..measure
        },
        numbers: Numbers::Exact(Scaled { values, decimals }),
        status: (!all_numbers).then(|| rows.iter().map(status).collect()),
    }
}

fn views() -> Vec<Ready> {
    let cost = Pivot {
        measures: vec![
            MeasureExpr::Sum("cost_dkk".to_owned()),
            MeasureExpr::Ratio(["cost_dkk".to_owned(), "contacts".to_owned()]),
        ],
        heat: Heat::None,
        ..pivot(
            "kontakter",
            (&["region", "sundhedsraad", "kommune"], &[]),
            &[],
        )
    };
    vec![
        ready(
            "1-udgifter-pr-kontakt",
            ("Udgifter pr. kontakt", "Cost per contact"),
            (
                "Hvor koster en kontakt mest?",
                "Where does a contact cost most?",
            ),
            shown(cost),
        ),
        ready(
            "2-diagnoser-og-alder",
            ("Diagnoser efter alder", "Diagnoses by age"),
            (
                "Hvilke diagnoser fylder mest i hver alder?",
                "Which diagnoses weigh most at each age?",
            ),
            shown(kept(
                pivot(
                    "kontakter",
                    (&["diagnosis_group"], &["age_band"]),
                    &["contacts"],
                ),
                "year",
                &["2025"],
            )),
        ),
    ]
}
