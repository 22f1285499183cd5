//! Headings, sentences and notes of the views.

use crate::Language;

/// Number of places or periods of a level, such as `4 kommuner`.
#[must_use]
pub fn place_count(level: &str, count: usize, number: &str, language: Language) -> String {
    let (one, many) = match level {
        "kommune" => (("kommune", "municipality"), ("kommuner", "municipalities")),
        "sundhedsraad" => (
            ("sundhedsråd", "health council"),
            ("sundhedsråd", "health councils"),
        ),
        "region" | "region_2007" => (("region", "region"), ("regioner", "regions")),
        "plejehjem" => (
            ("plejehjem", "nursing home"),
            ("plejehjem", "nursing homes"),
        ),
        "praksis" => (("praksis", "practice"), ("praksis", "practices")),
        "klynge" => (("klynge", "cluster"), ("klynger", "clusters")),
        "year" | "aar" => (("år", "year"), ("år", "years")),
        "quarter" | "kvartal" => (("kvartal", "quarter"), ("kvartaler", "quarters")),
        "month" | "maaned" => (("måned", "month"), ("måneder", "months")),
        _ => (("del", "part"), ("dele", "parts")),
    };
    let (da, en) = if count == 1 { one } else { many };
    format!("{number} {}", language.pick(da, en))
}

/// Places of a level within another, such as `4 kommuner i Lillebælt`.
#[must_use]
pub fn places_within(places: &str, within: &str, language: Language) -> String {
    let within = super::place::within(within);
    format!("{places} {} {within}", language.pick("i", "in"))
}

/// The name of a health council without the words before it.
#[must_use]
pub fn council_name(label: &str) -> &str {
    let words = ["Sundhedsråd ", "Health council "];
    words
        .iter()
        .find_map(|words| label.strip_prefix(words))
        .unwrap_or(label)
}

/// The whole country.
#[must_use]
pub fn whole_country(language: Language) -> &'static str {
    language.pick("Hele landet", "The whole country")
}

/// A total over a dimension.
#[must_use]
pub fn total(language: Language) -> &'static str {
    language.pick("I alt", "Total")
}

/// The head of a total column that shows bounds.
#[must_use]
pub fn total_bounds(language: Language) -> &'static str {
    language.pick("I alt, grænser", "Total, bounds")
}

/// Rows shown of rows read.
#[must_use]
pub fn rows_read(shown: &str, read: &str, language: Language) -> String {
    match language {
        Language::Da => format!("{shown} rækker vist · {read} rækker i tabellen"),
        Language::En => format!("{shown} rows shown · {read} rows in the table"),
    }
}

/// That filters leave nothing.
#[must_use]
pub fn nothing_left(filters: &str, language: Language) -> String {
    match language {
        Language::Da if filters.is_empty() => "Tabellen er tom.".to_owned(),
        Language::Da => format!("Ingen rækker passer til filtrene: {filters}."),
        Language::En if filters.is_empty() => "The table is empty.".to_owned(),
        Language::En => format!("No rows match the filters: {filters}."),
    }
}

/// That only the first rows are shown.
#[must_use]
pub fn only_first(shown: &str, of: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "Viser de første {shown} af {of} rækker. Vælg færre medlemmer for at se resten."
        ),
        Language::En => {
            format!("Showing the first {shown} of {of} rows. Choose fewer members to see the rest.")
        }
    }
}

/// That only the first columns are shown.
#[must_use]
pub fn only_first_columns(shown: &str, of: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "Viser de første {shown} af {of} kolonner. Byt rækker og kolonner, eller vælg færre medlemmer."
        ),
        Language::En => format!(
            "Showing the first {shown} of {of} columns. Swap rows and columns, or choose fewer members."
        ),
    }
}

/// The aggregation class in a word.
#[must_use]
pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Additive => language.pick("sum", "sum"),
        Class::Stock => language.pick("bestand", "stock"),
        Class::Partly => language.pick("delvis sum", "partial sum"),
        Class::Distinct => language.pick("unik", "distinct"),
        Class::Ratio => language.pick("rate", "rate"),
        Class::Mean => language.pick("gennemsnit", "mean"),
        Class::Printed => language.pick("trykt", "printed"),
        Class::Indicator => language.pick("nøgletal", "indicator"),
    }
}

/// Aggregation classes that have a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Summed over everything.
    Additive,
    /// Not summed over time.
    Stock,
    /// Not summed over something else.
    Partly,
    /// Distinct persons.
    Distinct,
    /// A ratio.
    Ratio,
    /// A mean.
    Mean,
    /// As printed.
    Printed,
    /// A declared indicator.
    Indicator,
}

/// The title of a topic that holds indicators without one.
#[must_use]
pub fn other_topic(language: Language) -> &'static str {
    language.pick("Andre nøgletal", "Other indicators")
}

/// What a session is doing while a package opens.
#[must_use]
pub fn opening(language: Language) -> &'static str {
    language.pick(
        "Tjekker og læser pakken",
        "Checking and reading the package",
    )
}

/// A ratio of two measures.
#[must_use]
pub fn ratio(above: &str, below: &str, language: Language) -> String {
    format!(
        "{above} {} {}",
        language.pick("pr.", "per"),
        below.to_lowercase()
    )
}

/// A count, minimum, maximum or mean of a measure.
#[must_use]
pub fn aggregate(kind: &str, of: &str, language: Language) -> String {
    let word = match kind {
        "count" => language.pick("antal rækker", "row count"),
        "min" => language.pick("mindste", "smallest"),
        "max" => language.pick("største", "largest"),
        _ => language.pick("gennemsnit", "mean"),
    };
    format!("{of}, {word}")
}

/// The mark of made-up numbers, carried everywhere.
#[must_use]
pub fn synthetic_mark(language: Language) -> &'static str {
    language.pick("Syntetiske data", "Synthetic data")
}

/// The mark of data that no publisher vouches for, carried everywhere.
#[must_use]
pub fn own_data_mark(language: Language) -> &'static str {
    language.pick(
        "Egne data: uden for udgiverens garanti",
        "Own data: outside the publisher's guarantee",
    )
}
