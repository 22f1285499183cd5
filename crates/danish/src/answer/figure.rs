//! Sentences of an indicator and the notes under figures.

use crate::Language;

/// Whether numbers have intervals, which decides what a heading may promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// They have, by the method of this name.
    Interval(&'static str),
    /// They have none.
    NoInterval,
}

impl Doubt {
    /// What is drawn beside a number, in words.
    #[must_use]
    pub fn words(self, language: Language) -> &'static str {
        match self {
            Self::Interval(_) => language.pick("95 %-interval", "95 % interval"),
            Self::NoInterval => no_interval(language),
        }
    }
}

/// Which way is good; and that nothing is judged, where the declaration leaves out what it takes.
#[must_use]
pub fn direction(low_is_good: Option<bool>, doubt: Doubt, language: Language) -> String {
    let way = match low_is_good {
        Some(true) => language.pick("lavt er godt", "low is good"),
        Some(false) => language.pick("højt er godt", "high is good"),
        None => language.pick("ingen retning er erklæret", "no direction is declared"),
    };
    let nothing = language.pick("så intet vurderes", "so nothing is assessed");
    match (low_is_good, doubt) {
        (None, _) => format!("{way}, {nothing}"),
        (_, Doubt::NoInterval) => format!("{way} · {}, {nothing}", no_interval(language)),
        (_, Doubt::Interval(_)) => way.to_owned(),
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
pub fn ranking_note(
    doubt: Doubt,
    (benchmark, second): (&str, Option<&str>),
    language: Language,
) -> String {
    let doubt = doubt.words(language);
    let second = second.map(|name| match language {
        Language::Da => format!(" · stiplet: {name}"),
        Language::En => format!(" · dashed: {name}"),
    });
    let second = second.unwrap_or_default();
    match language {
        Language::Da => format!("{doubt} · streg: {benchmark}{second}"),
        Language::En => format!("{doubt} · line: {benchmark}{second}"),
    }
}

/// That a vertical axis does not begin at zero.
#[must_use]
pub fn axis_start(start: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Lodret akse begynder ved {start}."),
        Language::En => format!("The vertical axis begins at {start}."),
    }
}

/// What the band around a line is.
#[must_use]
pub fn band(language: Language) -> &'static str {
    language.pick("Bånd: 95 %-interval.", "Band: 95 % interval.")
}

/// That some marks have no interval around them.
#[must_use]
pub fn without_interval(language: Language) -> &'static str {
    language.pick(
        "Mærke uden streg: intet interval, så det vurderes ikke",
        "Mark without a line: no interval, so it is not assessed",
    )
}

/// The source line under a figure.
#[must_use]
pub fn source((publisher, extracted): (&str, &str), doubt: Doubt, language: Language) -> String {
    let doubt = match doubt {
        Doubt::Interval(method) => format!("interval: {method}"),
        Doubt::NoInterval => no_interval(language).to_owned(),
    };
    match language {
        Language::Da => format!("Kilde: {publisher}, udtræk {extracted}, {doubt}"),
        Language::En => format!("Source: {publisher}, extracted {extracted}, {doubt}"),
    }
}
