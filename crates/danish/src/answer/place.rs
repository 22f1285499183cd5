//! The table of places: its column heads, and what its numbers are made from.

use super::figure::Doubt;
use crate::Language;

/// A place's name after other words: the whole country is no proper name.
#[must_use]
pub fn within(name: &str) -> String {
    let kinds = [("Hele ", "hele "), ("The ", "the ")];
    let mut kinds = kinds.iter();
    let small =
        kinds.find_map(|(large, small)| Some(format!("{small}{}", name.strip_prefix(large)?)));
    small.unwrap_or_else(|| name.to_owned())
}

/// What a value is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// A numerator over a denominator.
    Ratio,
    /// The same, weighed by a standard population, so that the value is not the one over the other.
    Standardised,
    /// What was seen over what was expected.
    Expected,
    /// It is a mean, weighed by a measure of its own table.
    Mean,
    /// It is one measure of its table over another.
    Quotient,
    /// It is as its publisher printed it.
    Printed,
    /// It is a count itself.
    Count,
}

/// Column heads: what is counted, what it is counted among, value, interval, change, judgement. A column that has nothing to
/// show has no words.
#[must_use]
pub fn heads(
    (parts, doubt): (Parts, Doubt),
    (previous, against): (&str, &str),
    language: Language,
) -> Vec<String> {
    let (above, below) = match parts {
        Parts::Ratio | Parts::Standardised => (
            language.pick("Tæller", "Numerator"),
            language.pick("Nævner", "Denominator"),
        ),
        Parts::Expected => (
            language.pick("Observeret", "Observed"),
            language.pick("Forventet", "Expected"),
        ),
        Parts::Mean | Parts::Quotient | Parts::Printed | Parts::Count => ("", ""),
    };
    let interval = match doubt {
        Doubt::Interval(_) => doubt.words(language),
        Doubt::NoInterval => "",
    };
    let since = match previous {
        "" => String::new(),
        previous => format!("{} {previous}", language.pick("Fra", "Since")),
    };
    let value = language.pick("Værdi", "Value");
    let against = format!("{} {}", language.pick("Mod", "Against"), within(against));
    let [above, below, value, interval] = [above, below, value, interval].map(str::to_owned);
    vec![above, below, value, interval, since, against]
}

/// Why the columns of numerator and denominator are not there, or do not make the value.
#[must_use]
pub fn note(parts: Parts, language: Language) -> Option<&'static str> {
    match parts {
        Parts::Ratio | Parts::Expected | Parts::Count => None,
        Parts::Standardised => Some(language.pick(
            "Værdien er standardiseret: den er ikke tæller over nævner.",
            "The value is standardised: it is not the numerator over the denominator.",
        )),
        Parts::Mean => Some(language.pick(
            "Gennemsnit: tæller og nævner vises ikke.",
            "Mean: numerator and denominator are not shown.",
        )),
        Parts::Quotient => Some(language.pick(
            "Forhold mellem to mål i tabellen: tæller og nævner vises ikke.",
            "Ratio of two measures of the table: numerator and denominator are not shown.",
        )),
        Parts::Printed => Some(language.pick(
            "Som udgiveren har trykt det: uden tæller og nævner.",
            "As printed by the publisher: without numerator and denominator.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_no_proper_name_and_places_are() {
        let names = ["Hele landet", "The whole country", "Helsingør", "Thisted"];
        assert_eq!(
            names.map(within),
            ["hele landet", "the whole country", "Helsingør", "Thisted"]
        );
    }

    #[test]
    fn a_note_says_whether_the_parts_are_not_shown_or_not_there() {
        let of = [Parts::Mean, Parts::Quotient, Parts::Printed, Parts::Ratio];
        let notes = of.map(|parts| note(parts, Language::Da));
        assert_eq!(
            notes,
            [
                Some("Gennemsnit: tæller og nævner vises ikke."),
                Some("Forhold mellem to mål i tabellen: tæller og nævner vises ikke."),
                Some("Som udgiveren har trykt det: uden tæller og nævner."),
                None
            ]
        );
    }

    #[test]
    fn a_column_with_nothing_to_show_has_no_words() {
        let heads =
            |parts, doubt, previous| heads((parts, doubt), (previous, "landet"), Language::Da);
        assert_eq!(
            heads(Parts::Ratio, Doubt::Interval("Byar"), "2024"),
            [
                "Tæller",
                "Nævner",
                "Værdi",
                "95 %-interval",
                "Fra 2024",
                "Mod landet"
            ]
        );
        assert_eq!(
            heads(Parts::Mean, Doubt::NoInterval, ""),
            ["", "", "Værdi", "", "", "Mod landet"]
        );
        assert_eq!(
            heads(Parts::Expected, Doubt::NoInterval, "2024")[..2],
            ["Observeret", "Forventet"]
        );
    }
}
