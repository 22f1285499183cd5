//! Words of members that are not beside the others: totals, means, what is counted already, and what is not stated.

use crate::name::slug;

const TOTAL_CODES: &[&str] = &["TOT", "IALT", "TOTAL", "I_ALT", "ALLE", "SUM", "T"];
const TOTAL_LABELS: &[&str] = &[
    "i_alt",
    "ialt",
    "total",
    "alle",
    "all",
    "samlet",
    "sum",
    "tot",
    "hele_befolkningen",
    "begge_koen",
    "both_sexes",
    "alle_aldre",
    "all_ages",
    "alder_i_alt",
    "age_total",
    "koen_i_alt",
    "sex_total",
    "alle_sektorer",
    "all_sectors",
    "alle_diagnoser",
    "all_diagnoses",
    "alle_aldersgrupper",
    "total_number_of_persons",
    "maend_og_kvinder",
    "men_and_women",
    "personer_i_alt",
    "alle_kontakttyper",
    "alle_hospitaler",
    "everyone",
    "hovedtotal",
    "grand_total",
    "totalsum",
    "hele_regionen",
    "hele_kommunen",
    "hele_hospitalet",
    "hele_sygehuset",
    "totaler",
    "totals",
    "totalt",
    "samlet_total",
    "tilsammen",
    "overall",
];

/// Whether a code and its label stand for the sum over the other members.
pub(crate) fn is_total(code: &str, label: &str) -> bool {
    is_total_label(label) || (is_total_code(code) && (label == code || !label.is_empty()))
}

fn is_total_code(code: &str) -> bool {
    TOTAL_CODES.contains(&slug(code).to_uppercase().as_str())
}

/// Whether a label alone stands for the sum.
fn is_total_label(label: &str) -> bool {
    let slug = slug(label);
    TOTAL_LABELS.contains(&slug.as_str())
        || slug.ends_with("_i_alt")
        || slug.starts_with("i_alt_")
        || is_all_of_them(&slug)
}

/// `Alle faggrupper`, but not `Alle andre`.
fn is_all_of_them(slug: &str) -> bool {
    let rest = slug
        .strip_prefix("alle_")
        .or_else(|| slug.strip_prefix("all_"));
    let others = ["andre", "oevrige", "other", "others"];
    rest.is_some_and(|rest| !rest.contains('_') && !others.contains(&rest))
}

/// Whether a member only says that it is not known where the row belongs: `(tom)`, `Uoplyst`.
pub(crate) fn is_unstated(label: &str) -> bool {
    const KNOWN: &[&str] = &[
        "tom",
        "tomme",
        "blank",
        "uoplyst",
        "ikke_oplyst",
        "ukendt",
        "unknown",
        "not_stated",
    ];
    KNOWN.contains(&slug(label).as_str())
}

/// Whether a member is counted in the one above it already: `heraf akutte`.
pub(crate) fn is_of_which(label: &str) -> bool {
    let slug = slug(label);
    let first = slug.split('_').next().unwrap_or_default();
    ["heraf", "hvoraf", "deraf"].contains(&first) || slug.starts_with("of_which")
}

/// Whether a member is the mean of the others: `Gennemsnit`, `Landsgennemsnit`.
pub(crate) fn is_mean(label: &str) -> bool {
    const KNOWN: &[&str] = &["gns", "landsgns", "average", "mean", "median", "middel"];
    let slug = slug(label);
    let is_alone = !slug.contains('_') && slug.ends_with("gennemsnit");
    let over_all = ["gennemsnit_for_", "gennemsnit_alle", "gennemsnit_hele"];
    is_alone || KNOWN.contains(&slug.as_str()) || over_all.iter().any(|it| slug.starts_with(it))
}

/// What a text of a total is the sum of: `Kirurgi` of `Kirurgi Total`, `Sum af Dage` of `Total Sum af Dage`.
pub(crate) fn total_of(text: &str) -> Option<&str> {
    const BEFORE: &[&str] = &["Total ", "I alt ", "Hovedtotal ", "Grand Total "];
    const AFTER: &[&str] = &[" Total", " total", " i alt", ", i alt", ", total", " Sum"];
    let before = BEFORE.iter().find_map(|word| text.strip_prefix(word));
    let after = || AFTER.iter().find_map(|word| text.strip_suffix(word));
    let rest = before.or_else(after)?.trim_matches([' ', ',', ':']);
    (!rest.is_empty()).then_some(rest)
}

/// Whether a text says no more than that it is the sum of everything: `I alt`, but not `Kirurgi i alt`.
pub(crate) fn is_plain_total(text: &str) -> bool {
    is_total_code(text) || TOTAL_LABELS.contains(&slug(text).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_known_by_code_and_by_label() {
        for (code, label) in [
            ("TOT", "Total"),
            ("IALT", "IALT"),
            ("x", "Alder i alt"),
            ("TOT", "Age, total"),
            ("x", "Alle faggrupper"),
        ] {
            assert!(is_total(code, label), "{code} {label}");
        }
        for (code, label) in [
            ("M", "Men"),
            ("T10", "T10"),
            ("total_knee", "Knæ"),
            ("x", "Alle andre"),
        ] {
            assert!(!is_total(code, label), "{code} {label}");
        }
    }

    #[test]
    fn members_that_are_no_parts_are_known_by_their_words() {
        assert_eq!(total_of("Kirurgi Total"), Some("Kirurgi"));
        assert_eq!(total_of("Total Sum af Dage"), Some("Sum af Dage"));
        assert_eq!(total_of("Totalt"), None);
        assert!(is_plain_total("I alt") && !is_plain_total("Kirurgi i alt"));
        assert!(is_mean("Landsgennemsnit") && !is_mean("Gennemsnit af Alder"));
        assert!(is_of_which("- heraf akutte") && !is_of_which("akutte"));
        assert!(is_unstated("(tom)") && !is_unstated("tomat"));
    }
}
