//! Sentences on roll-ups that were refused, and on printed totals.

use super::joined_lowercase;
use crate::Language;

/// Why a measure may not be rolled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The same person may be counted more than once.
    SamePerson,
    /// It is a stock at a date.
    Stock,
    /// The same thing may be counted in several members.
    CountedInSeveral,
    /// Only its publisher can compute it.
    OnlyPrinted,
    /// A part of it is refused.
    PartsRefused,
}

/// The first sentence: what cannot be done.
#[must_use]
pub fn headline(measure: &str, over: &[String], language: Language) -> String {
    let over = joined_lowercase(over, language);
    match language {
        Language::Da if over.is_empty() => format!("{measure} kan ikke lægges sammen:"),
        Language::Da => format!("{measure} kan ikke lægges sammen over {over}:"),
        Language::En if over.is_empty() => format!("{measure} cannot be summed:"),
        Language::En => format!("{measure} cannot be summed over {over}:"),
    }
}

/// The reason.
#[must_use]
pub fn reason(why: Why, language: Language) -> &'static str {
    match why {
        Why::SamePerson => language.pick(
            "den samme person kan være talt flere gange.",
            "the same person may be counted more than once.",
        ),
        Why::Stock => language.pick(
            "det er en bestand på en dato og ikke noget, der sker over tid.",
            "it is a stock at a date and not something that happens over time.",
        ),
        Why::CountedInSeveral => language.pick(
            "det samme kan være talt med i flere af dem.",
            "the same may be counted in several of them.",
        ),
        Why::OnlyPrinted => language.pick(
            "en median, en procent eller et indeks kan kun udgiveren beregne for en større gruppe.",
            "only the publisher can compute a median, percentage or index for a larger group.",
        ),
        Why::PartsRefused => language.pick(
            "tæller og nævner kan ikke gøres op for de samme personer.",
            "numerator and denominator cannot be counted for the same people.",
        ),
    }
}

/// What is shown in place of the sum.
#[must_use]
pub fn bounds_shown(example: Option<&str>, language: Language) -> String {
    let example = example.map(|range| match language {
        Language::Da => format!(", for eksempel {range}"),
        Language::En => format!(", for example {range}"),
    });
    let example = example.unwrap_or_default();
    match language {
        Language::Da => {
            format!("Viser grænser{example}: mindst den største del, højst alle dele tilsammen.")
        }
        Language::En => {
            format!(
                "Showing bounds{example}: at least the largest part, at most all parts together."
            )
        }
    }
}

/// What to do when nothing is shown.
#[must_use]
pub fn group_by_it(over: &[String], language: Language) -> String {
    let over = joined_lowercase(over, language);
    match language {
        Language::Da => format!("Del op på {over}, eller vælg ét medlem."),
        Language::En => format!("Group by {over}, or choose one member."),
    }
}

/// That a printed total is shown although its parts add up to something else.
#[must_use]
pub fn printed_total(measure: &str, printed: &str, computed: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "{measure}: totalen er trykt ({printed}) og vises; delene giver tilsammen {computed}. Forskellen kan være personer uden bopæl."
        ),
        Language::En => format!(
            "{measure}: the printed total ({printed}) is shown; its parts add up to {computed}. The difference may be people without a residence."
        ),
    }
}

/// The headline of a remark on a printed total.
#[must_use]
pub fn printed_total_headline(language: Language) -> &'static str {
    language.pick("Trykt total.", "Printed total.")
}

/// Why an indicator has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// Its denominator is not known for the people asked about.
    OtherPeople,
    /// Too few events for a standardised rate.
    FewEvents,
    /// A stratum has no people.
    EmptyStratum,
    /// There is nothing to hold it against.
    NoStandard,
    /// A number is negative or has no end.
    Unsound,
}

/// That an indicator has no value in some groups.
#[must_use]
pub fn not_computed_headline(indicator: &str, language: Language) -> String {
    match language {
        Language::Da => format!("{indicator} kan ikke beregnes alle steder:"),
        Language::En => format!("{indicator} cannot be computed everywhere:"),
    }
}

/// Why, and what to do.
#[must_use]
pub fn not_computed(why: WhyNot, language: Language) -> &'static str {
    match why {
        WhyNot::OtherPeople => language.pick(
            "nævneren findes ikke for de personer, der spørges om. Spørg uden køn, alder, sted eller periode, som den ikke kender.",
            "the denominator is not known for the people asked about. Ask without the sex, age, place or period it does not know.",
        ),
        WhyNot::FewEvents => language.pick(
            "under 10 hændelser bærer ikke en standardiseret rate. Vælg et større sted eller flere år.",
            "fewer than 10 events carry no standardised rate. Choose a larger place or more years.",
        ),
        WhyNot::EmptyStratum => language.pick(
            "en gruppe i standarden har ingen borgere her. Vælg et større sted.",
            "a group of the standard has no residents here. Choose a larger place.",
        ),
        WhyNot::NoStandard => language.pick(
            "standarden har ingen borgere eller ingen hændelser. Vælg flere grupper.",
            "the standard has no residents or no events. Choose more groups.",
        ),
        WhyNot::Unsound => language.pick(
            "et tal er negativt. Spørg udgiveren.",
            "a number is negative. Ask the publisher.",
        ),
    }
}
