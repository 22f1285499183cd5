//! Sentences of an indicator and the notes under figures.

use crate::Language;

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

/// The line on how intervals are computed: the methods by name.
#[must_use]
pub fn interval_note(methods: &[&str], language: Language) -> String {
    let methods = crate::list(methods, language);
    format!(
        "{}: {methods}",
        language.pick("95 %-interval", "95 % interval")
    )
}

/// The headline of what a publisher says must be known to read an indicator.
#[must_use]
pub fn caveat(language: Language) -> &'static str {
    language.pick("Forbehold.", "Caveat.")
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
