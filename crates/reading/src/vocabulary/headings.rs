//! Words of headings and what a column under them holds.

use table::Role;

use super::classes::{Rollup, rollup_of};
use super::years::{says_which_year, without_ages};

/// What a heading says of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// Groups of rows.
    Role(Role),
    /// Names of measures, each row one.
    MeasureName,
    /// Numbers.
    Measure,
    /// The unit of the numbers of the row.
    Unit,
    /// Remarks on the row.
    Remark,
}

const MEASURE: &[&str] = &[
    "antal",
    "vaerdi",
    "value",
    "values",
    "count",
    "counts",
    "number",
    "taeller",
    "naevner",
    "numerator",
    "denominator",
    "sum",
    "rate",
    "andel",
    "share",
    "procent",
    "pct",
    "percent",
    "indhold",
    "beloeb",
    "udgift",
    "udgifter",
    "cost",
    "costs",
    "dage",
    "days",
    "kontakter",
    "contacts",
    "patienter",
    "patients",
    "borgere",
    "residents",
    "persons",
    "personer",
    "people",
    "folketal",
    "population",
    "befolkning",
    "ophold",
    "stays",
    "indlaeggelser",
    "admissions",
    "besoeg",
    "visits",
    "gennemsnit",
    "mean",
    "average",
    "median",
    "index",
    "indeks",
    "timer",
    "hours",
    "ventetid",
    "aarsvaerk",
    "kr",
    "dkk",
    "ydelser",
    "services",
    "total",
    "n",
];
const MEASURE_NAME: &[&str] = &[
    "indikator",
    "indicator",
    "indikatornavn",
    "noegletal",
    "variabel",
    "variable",
    "maaltal",
    "measure",
    "kpi",
];
const UNIT: &[&str] = &["enhed", "unit", "units", "maaleenhed"];
const REMARK: &[&str] = &[
    "note",
    "noter",
    "notes",
    "anmaerkning",
    "bemaerkning",
    "kommentar",
    "comment",
    "remark",
    "fodnote",
    "bem",
    "anm",
];
const ROLES: &[(Role, &[&str])] = &[
    (
        Role::Age,
        &[
            "alder",
            "age",
            "ages",
            "aldersgruppe",
            "agegroup",
            "ageband",
            "aldersinterval",
            "aldersklasse",
        ],
    ),
    (Role::Sex, &["koen", "sex", "gender"]),
    (
        Role::Time,
        &[
            "aar",
            "aarstal",
            "year",
            "tid",
            "time",
            "periode",
            "period",
            "kvartal",
            "quarter",
            "maaned",
            "month",
            "halvaar",
            "uge",
            "week",
            "dato",
            "date",
            "saeson",
            "season",
            "opgoerelsesaar",
        ],
    ),
    (
        Role::Geography,
        &[
            "kommune",
            "komkode",
            "komnr",
            "kommunenr",
            "kommunekode",
            "kommunenavn",
            "municipality",
            "region",
            "regionskode",
            "regionsnavn",
            "sundhedsraad",
            "sundhedsraadet",
            "healthcouncil",
            "council",
            "omraade",
            "geografi",
            "geography",
            "landsdel",
            "province",
            "bopael",
            "bopaelskommune",
            "bopaelsregion",
            "place",
            "sted",
            "klynge",
            "sundhedsklynge",
            "area",
        ],
    ),
    (
        Role::Diagnosis,
        &[
            "diagnose",
            "diagnosis",
            "diagnosegruppe",
            "hoveddiagnose",
            "icd",
            "icd10",
            "sygdom",
            "disease",
            "kroniker",
        ],
    ),
    (Role::Sector, &["sektor", "sector"]),
    (
        Role::Organisation,
        &[
            "hospital",
            "sygehus",
            "institution",
            "afdeling",
            "department",
            "plejehjem",
            "praksis",
            "practice",
            "sor",
            "sorkode",
            "sorid",
            "shak",
            "shakkode",
            "ydernummer",
            "ydernr",
            "organisation",
            "behandlingssted",
            "sygehusnavn",
        ],
    ),
];

/// What a heading says of its column; none where it says nothing.
pub(crate) fn heading_of(heading: &str) -> Option<Heading> {
    let words = words(heading);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(UNIT) {
        return Some(Heading::Unit);
    }
    if has(MEASURE_NAME) {
        return Some(Heading::MeasureName);
    }
    if rollup_of(heading, "") == Rollup::Never {
        return Some(Heading::Measure);
    }
    // The first word that has a role decides: "kommune, antal" groups, "antal kommuner" counts.
    let exact = words
        .iter()
        .find_map(|word| of_word(word, |word, known| word == known));
    let compound = || words.iter().find_map(|word| of_word(word, ends_with));
    exact
        .or_else(compound)
        .or_else(|| has(REMARK).then_some(Heading::Remark))
}

fn of_word(word: &str, fits: impl Fn(&str, &str) -> bool) -> Option<Heading> {
    if MEASURE.iter().any(|known| fits(word, known)) {
        return Some(Heading::Measure);
    }
    let role = ROLES
        .iter()
        .find(|(_, list)| list.iter().any(|known| fits(word, known)));
    role.map(|(role, _)| Heading::Role(*role))
}

/// The last word of a Danish compound says what it is: a `patientkommune` is a municipality.
fn ends_with(word: &str, known: &str) -> bool {
    known.len() >= 5 && word.ends_with(known)
}

/// The words of a heading in the old spelling, with the words of one compound also joined.
fn words(heading: &str) -> Vec<String> {
    let spelt = crate::name::slug(heading);
    let mut parts: Vec<&str> = spelt.split('_').filter(|part| !part.is_empty()).collect();
    if says_which_year(&parts) {
        parts.drain(..2);
    }
    without_ages(&mut parts);
    let joined = parts.windows(2).map(<[&str]>::concat);
    let whole = parts.concat();
    std::iter::once(whole)
        .chain(joined)
        .chain(parts.iter().map(|part| (*part).to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heading: &str, expected: Option<Heading>) {
        assert_eq!(heading_of(heading), expected, "{heading}");
    }

    #[test]
    fn a_heading_tells_what_its_column_holds() {
        check("Bopælskommune", Some(Heading::Role(Role::Geography)));
        check("kommune_kode", Some(Heading::Role(Role::Geography)));
        check("Køn", Some(Heading::Role(Role::Sex)));
        check("age group", Some(Heading::Role(Role::Age)));
        check("aar", Some(Heading::Role(Role::Time)));
        check("Antal kommuner", Some(Heading::Measure));
        check("TID", Some(Heading::Role(Role::Time)));
        check("enhed", Some(Heading::Unit));
        check("indikator", Some(Heading::MeasureName));
        check("patientkommune", Some(Heading::Role(Role::Geography)));
        check("hospitalsophold", Some(Heading::Measure));
        check("Gennemsnitsalder", Some(Heading::Measure));
        check("vægt", None);
        check("Støttede over 80 år", None);
        check("Mænd 0-17 år", None);
        check("I år", None);
        check("Sidste år, ophold", Some(Heading::Measure));
    }
}
