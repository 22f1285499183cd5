//! The key figures of the health councils, the first demonstration package.

pub(crate) mod care;
pub(crate) mod crossing;
pub(crate) mod hospital;
pub(crate) mod money;
pub(crate) mod narrow;
pub(crate) mod population;
pub(crate) mod staff;
mod views;
pub(crate) mod waiting;

use package::Package;
use table::{Table, TableError, Text};

use super::describe::{self, Words};
use super::people::{self, People};

const TOPICS: [(&str, &str, &str); 5] = [
    ("hospital", "Hospitalsaktivitet", "Hospital activity"),
    ("finansiering", "Finansiering", "Financing"),
    (
        "paa_tvaers",
        "Patienter på tværs",
        "Patients across sectors",
    ),
    ("personale", "Sundhedspersonale", "Health personnel"),
    ("pleje", "Kommunal pleje", "Municipal care"),
];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "sundhedsraad-noegletal",
        title: Text::new(
            "Sundhedsrådenes nøgletal",
            "Key figures of the health councils",
        ),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    describe::package(&words, tables(seed)?, declaration, &views::all())
}

/// The tables in the order people look for them.
pub(crate) fn tables(seed: u64) -> Result<Vec<Table>, TableError> {
    let people = People::new(seed);
    let cube = people::cube();
    let mut tables = vec![
        hospital::table(seed, &cube, &people)?,
        narrow::preventable(seed, &people)?,
        narrow::psychiatry(seed, &people)?,
        waiting::table(seed, &people)?,
        money::drg(seed, &people)?,
        money::expenses(seed, &people)?,
    ];
    tables.extend(crossing::tables(seed, &people)?);
    tables.extend([
        staff::personnel(seed, &people)?,
        staff::practice(seed, &people)?,
        care::table(seed, &people)?,
        population::table(&cube, &people)?,
    ]);
    Ok(tables)
}
