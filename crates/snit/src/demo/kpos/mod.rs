//! Municipal care down to the nursing home, and a later edition of the same with numbers revised.

mod homes;
mod municipal;
mod residents;
mod services;
mod views;

use package::Package;
use serde_json::{Value, json};
use table::{Table, Text};

use super::describe::{self, Words};
use super::people::People;
use super::scope::Scope;

/// Which of the two editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edition {
    /// The one to begin with.
    First,
    /// The next one: a municipality has reported late, a home has closed and one has come, and a definition is narrower.
    Revised,
}

/// Tønder, which has not reported the newest year in the first edition.
const SILENT: &str = "0550";
/// Its council, Sønderjylland, which is not printed without it.
const SILENT_COUNCIL: &str = "9";
/// The year it lacks.
const SILENT_YEAR: &str = "2025";
/// The first of the years, among all.
const FIRST_YEAR: usize = 3;

const TOPICS: [(&str, &str, &str); 3] = [
    ("plejehjem", "Plejehjem", "Nursing homes"),
    ("indsatser", "Indsatser i hjemmet", "Care at home"),
    (
        "opfoelgning",
        "Venteliste og opfølgning",
        "Waiting list and follow-up",
    ),
];

/// The package for a seed.
pub(crate) fn package(seed: u64, edition: Edition) -> anyhow::Result<Package> {
    let words = Words {
        name: "kpos-fsiii",
        title: Text::new("Kommunal pleje (KPOS/FSIII)", "Municipal care (KPOS/FSIII)"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    let tables = tables(seed, edition)?;
    let views = match edition {
        Edition::First => views::all(),
        Edition::Revised => views::of_later_edition(),
    };
    let mut package = describe::package(&words, tables, declaration, &views)?;
    if edition == Edition::Revised {
        revise(&mut package);
    }
    Ok(package)
}

/// The tables, that of nursing homes first: its places are the finest.
pub(crate) fn tables(seed: u64, edition: Edition) -> anyhow::Result<Vec<Table>> {
    let people = People::new(seed);
    let scope = Scope {
        people: &people,
        first_year: FIRST_YEAR,
    };
    Ok(vec![
        residents::table(seed, &scope, edition)?,
        services::table(seed, &scope, edition)?,
        municipal::table(seed, &scope, edition)?,
        municipal::follow_ups(seed, &scope, edition)?,
        services::population(&scope, edition)?,
    ])
}

/// Whether a municipality, or a council of which it is a part, lacks its report for a year.
fn is_silent(edition: Edition, place: &str, year: &str) -> bool {
    edition == Edition::First && year == SILENT_YEAR && [SILENT, SILENT_COUNCIL].contains(&place)
}

/// What the later edition says of itself.
fn revise(package: &mut Package) {
    let descriptor = &mut package.descriptor;
    descriptor.edition = "2026-3".to_owned();
    descriptor.extracted = "2026-12-10".to_owned();
    for indicator in &mut descriptor.indicators {
        let is_narrower = indicator.get("id").and_then(Value::as_str) == Some("mange_laegemidler");
        if let Some(definition) = indicator.get_mut("definition").filter(|_| is_narrower) {
            *definition = json!({
                "da": "Andel af beboere, der har indløst recept på mindst ti lægemidler i fast brug; lægemidler efter behov er ikke længere med.",
                "en": "Share of residents who redeemed prescriptions of at least ten drugs in regular use; drugs as needed are no longer counted.",
            });
        }
    }
    let said = [
        (
            "Udgave 2026-2, udtrukket 10. september 2026",
            "Udgave 2026-3, udtrukket 10. december 2026",
        ),
        (
            "Tønder har ikke indberettet for 2025, så Sundhedsråd Sønderjylland mangler det år; regionens og landets tal omfatter de kommuner, der har indberettet.",
            "Tønder har indberettet for 2025 efter udgave 2026-2. Beboere med mindst ti lægemidler tælles nu uden lægemidler efter behov.",
        ),
    ];
    replace(&mut package.declaration.da, &said);
    let said = [
        (
            "Edition 2026-2, extracted on 10 September 2026",
            "Edition 2026-3, extracted on 10 December 2026",
        ),
        (
            "Tønder has not reported for 2025, so Health council Sønderjylland lacks that year; numbers of the region and the country cover the municipalities that have reported.",
            "Tønder has reported for 2025 since edition 2026-2. Residents with at least ten drugs are now counted without drugs as needed.",
        ),
    ];
    if let Some(english) = &mut package.declaration.en {
        replace(english, &said);
    }
}

fn replace(text: &mut String, said: &[(&str, &str)]) {
    for (before, after) in said {
        *text = text.replace(before, after);
    }
}
