//! Headings, sentences and notes of the views.

use crate::Language;

/// Number of places of a level, such as `4 kommuner`.
#[must_use]
pub fn place_count(level: &str, count: usize, number: &str, language: Language) -> String {
    let (one, many) = match level {
        "kommune" => (("kommune", "municipality"), ("kommuner", "municipalities")),
        "sundhedsraad" => (
            ("sundhedsråd", "health council"),
            ("sundhedsråd", "health councils"),
        ),
        "region" | "region_2007" => (("region", "region"), ("regioner", "regions")),
        _ => (("del", "part"), ("dele", "parts")),
    };
    let (da, en) = if count == 1 { one } else { many };
    format!("{number} {}", language.pick(da, en))
}

/// Places of a level within another, such as `4 kommuner i Lillebælt`.
#[must_use]
pub fn places_within(places: &str, within: &str, language: Language) -> String {
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

/// A number of residents.
#[must_use]
pub fn residents(number: &str, language: Language) -> String {
    format!("{number} {}", language.pick("borgere", "residents"))
}

/// Which way is good.
#[must_use]
pub fn direction(low_is_good: Option<bool>, language: Language) -> &'static str {
    match low_is_good {
        Some(true) => language.pick("lavt er godt", "low is good"),
        Some(false) => language.pick("højt er godt", "high is good"),
        None => language.pick("ingen retning er erklæret", "no direction is declared"),
    }
}

/// How a value stands to the benchmark: lower, higher or near.
#[must_use]
pub fn against(
    standing: std::cmp::Ordering,
    name: &str,
    number: &str,
    language: Language,
) -> String {
    match (standing, language) {
        (std::cmp::Ordering::Less, Language::Da) => format!("lavere end {name}: {number}"),
        (std::cmp::Ordering::Greater, Language::Da) => format!("højere end {name}: {number}"),
        (std::cmp::Ordering::Equal, Language::Da) => format!("ingen forskel fra {name}: {number}"),
        (std::cmp::Ordering::Less, Language::En) => format!("lower than {name}: {number}"),
        (std::cmp::Ordering::Greater, Language::En) => format!("higher than {name}: {number}"),
        (std::cmp::Ordering::Equal, Language::En) => format!("no difference from {name}: {number}"),
    }
}

/// No interval is computed.
#[must_use]
pub fn no_interval(language: Language) -> &'static str {
    language.pick("intet interval", "no interval")
}

/// The sign key's line on preliminary numbers.
#[must_use]
pub fn preliminary_note(language: Language) -> &'static str {
    language.pick("* foreløbigt tal", "* preliminary number")
}

/// The sign key's line on hidden numbers.
#[must_use]
pub fn hidden_note(threshold: Option<&str>, language: Language) -> String {
    match (threshold, language) {
        (Some(threshold), Language::Da) => {
            format!(
                "Skjult: et tal er under udgiverens grænse ({threshold}), eller det ville røbe et andet"
            )
        }
        (None, Language::Da) => {
            "Skjult: et tal er under udgiverens grænse, eller det ville røbe et andet".to_owned()
        }
        (Some(threshold), Language::En) => {
            format!(
                "Hidden: a number is under the publisher's threshold ({threshold}), or would give another away"
            )
        }
        (None, Language::En) => {
            "Hidden: a number is under the publisher's threshold, or would give another away"
                .to_owned()
        }
    }
}

/// The line on how intervals are computed.
#[must_use]
pub fn interval_note(language: Language) -> &'static str {
    language.pick(
        "95 %-interval: Wilson for andele, Byar for rater",
        "95 % interval: Wilson for proportions, Byar for rates",
    )
}

/// What the lines of a ranking mean.
#[must_use]
pub fn ranking_note(benchmark: &str, second: Option<&str>, language: Language) -> String {
    let second = second.map(|name| match language {
        Language::Da => format!(" · stiplet: {name}"),
        Language::En => format!(" · dashed: {name}"),
    });
    let second = second.unwrap_or_default();
    match language {
        Language::Da => format!("95 %-interval · streg: {benchmark}{second}"),
        Language::En => format!("95 % interval · line: {benchmark}{second}"),
    }
}

/// That a vertical axis does not begin at zero, and what the band is.
#[must_use]
pub fn trend_note(start: Option<&str>, language: Language) -> String {
    match (start, language) {
        (Some(start), Language::Da) => {
            format!("Lodret akse begynder ved {start}. Bånd: 95 %-interval.")
        }
        (Some(start), Language::En) => {
            format!("The vertical axis begins at {start}. Band: 95 % interval.")
        }
        (None, Language::Da) => "Bånd: 95 %-interval.".to_owned(),
        (None, Language::En) => "Band: 95 % interval.".to_owned(),
    }
}

/// The source line under a figure.
#[must_use]
pub fn source(publisher: &str, extracted: &str, method: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Kilde: {publisher}, udtræk {extracted}, interval: {method}"),
        Language::En => format!("Source: {publisher}, extracted {extracted}, interval: {method}"),
    }
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

/// Column heads of the table of places: numerator, denominator, value, interval, change, judgement.
#[must_use]
pub fn place_heads(previous: &str, against: &str, language: Language) -> Vec<String> {
    match language {
        Language::Da => vec![
            "Tæller".into(),
            "Nævner".into(),
            "Værdi".into(),
            "95 %-interval".into(),
            format!("Fra {previous}"),
            format!("Mod {against}"),
        ],
        Language::En => vec![
            "Numerator".into(),
            "Denominator".into(),
            "Value".into(),
            "95 % interval".into(),
            format!("Since {previous}"),
            format!("Against {against}"),
        ],
    }
}

/// The aggregation class in a word.
#[must_use]
pub fn class(class: Class, language: Language) -> &'static str {
    match class {
        Class::Additive => language.pick("sum", "sum"),
        Class::Stock => language.pick("bestand", "stock"),
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

/// What a session is doing while it takes over imported tables.
#[must_use]
pub fn adopting(language: Language) -> &'static str {
    language.pick("Gør tabellen klar", "Preparing the table")
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
